/* quiz.c: reads a quiz line by line: titles, texts, choices and reasons. */
#include "tool/quiz.h"
#include "tool/facts.h"
#include "tool/files.h"

#include <error.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The reader at work. A line's number is its index plus 1. */
struct reader {
    const char *name;
    char **lines;
    size_t count, at;
    char *problem;
};

/* How a line of a choice begins: "- (x) ". */
enum { MARK = 6 };

static const struct mark {
    const char *text;
    enum quiz_kind kind;
    bool right;
} marks[] = {
    {"- ( ) ", QUIZ_ONE, false},     {"- (x) ", QUIZ_ONE, true},
    {"- [ ] ", QUIZ_SEVERAL, false}, {"- [x] ", QUIZ_SEVERAL, true},
    {"- (!) ", QUIZ_NUMBER, false},  {"- (=) ", QUIZ_NUMBER, true},
};
enum { MARKS = sizeof marks / sizeof *marks };

static void *checked(void *memory)
{
    if (!memory)
        error(EXIT_USAGE, 0, "out of memory");
    return memory;
}

static bool begins(const char *line, const char *with)
{
    return strncmp(line, with, strlen(with)) == 0;
}

/* The lines of a text, without blanks at their ends; each to be freed, and all. */
static char **split(const char *text, size_t *count)
{
    size_t room = 1;
    for (const char *c = text; *c; c++)
        room += *c == '\n';
    char **lines = checked(calloc(room, sizeof *lines));
    for (*count = 0; *text; text += *text == '\n') {
        size_t whole = strcspn(text, "\n"), length = whole;
        while (length && strchr(" \t\r", text[length - 1]))
            length--;
        lines[(*count)++] = checked(strndup(text, length));
        text += whole;
    }
    return lines;
}

/* Only the first problem is kept. */
static void complain(struct reader *reader, size_t line, const char *what)
{
    if (!reader->problem)
        reader->problem = text_format("%s:%zu: %s", reader->name, line, what);
}

static const char *line_at(const struct reader *reader)
{
    return reader->at < reader->count ? reader->lines[reader->at] : NULL;
}

static bool is_title(const char *line)
{
    return begins(line, "## ");
}

static bool is_choice(const char *line)
{
    return begins(line, "- (") || begins(line, "- [");
}

/* The lines from `first` to before `end`, without what each begins with, and without
 * empty lines around them. */
static char *join(const struct reader *reader, size_t first, size_t end, size_t skip)
{
    char *text;
    size_t size;
    while (first < end && strlen(reader->lines[first]) <= skip)
        first++;
    while (end > first && strlen(reader->lines[end - 1]) <= skip)
        end--;
    FILE *out = checked(open_memstream(&text, &size));
    for (size_t i = first; i < end; i++) {
        const char *line = reader->lines[i];
        fprintf(out, "%s%s", i > first ? "\n" : "",
                strlen(line) > skip ? line + skip : "");
    }
    fclose(out);
    return text;
}

/* What a text may not have, because a terminal has no such thing. */
static void check_marks(struct reader *reader, size_t number)
{
    const char *line = reader->lines[number];
    if (strstr(line, ":::") || strstr(line, "```") || strstr(line, "[@"))
        complain(reader, number + 1,
                 "a quiz has no divs, no blocks of code and no citations");
    for (const char *link = line; (link = strstr(link, "](")); link++)
        if (link == line || link[-1] != '[' ||
            !(begins(link, "](#ex:") || begins(link, "](#sec:")))
            complain(reader, number + 1,
                     "a quiz refers to exercises and sections only: [](#ex:1.2), "
                     "[](#sec:name)");
}

/* "± 0.01" or "± 5 %" */
static bool read_tolerance(struct quiz_question *question, const char *text)
{
    static const char sign[] = " ± ";
    if (!begins(text, sign))
        return false;
    const char *number = text + strlen(sign);
    char *end;
    question->tolerance = strtod(number, &end);
    question->is_share = strcmp(end, " %") == 0;
    if (question->is_share)
        question->tolerance /= 100;
    return end != number && (question->is_share || !*end) && question->tolerance >= 0 &&
           isfinite(question->tolerance);
}

/* "[]{.fact key="NAME"}"; returns where it ends, or NULL. */
static const char *read_fact(struct quiz_choice *choice)
{
    static const char open[] = "[]{.fact key=\"";
    const char *key = choice->text + strlen(open);
    if (!begins(choice->text, open) || !strstr(key, "\"}"))
        return NULL;
    size_t length = strcspn(key, "\"");
    choice->key = checked(strndup(key, length));
    return key + length + strlen("\"}");
}

static bool read_plain(struct quiz_choice *choice)
{
    char *end;
    choice->number = strtod(choice->text, &end);
    return end != choice->text && !*end && isfinite(choice->number);
}

static void read_number(struct reader *reader, struct quiz_question *question,
                        struct quiz_choice *choice)
{
    const char *rest = read_fact(choice);
    if (choice->right && !(rest && read_tolerance(question, rest)))
        complain(reader, choice->line,
                 "a right number is a fact with a tolerance, such as "
                 "[]{.fact key=\"com-9\"} ± 0.5");
    if (!choice->right && !(rest ? !*rest : read_plain(choice)))
        complain(reader, choice->line, "a mistake's number is a fact or a number");
}

/* Whether it is a choice of the question's kind; the first one decides which that is. */
static bool read_mark(struct reader *reader, struct quiz_question *question,
                      struct quiz_choice *choice)
{
    const char *line = line_at(reader);
    size_t i = 0;
    while (i < MARKS && !begins(line, marks[i].text))
        i++;
    if (i == MARKS) {
        complain(reader, reader->at + 1,
                 "a choice begins with '- ( ) ', '- (x) ', '- [ ] ', '- [x] ', "
                 "'- (=) ' or '- (!) '");
        return false;
    }
    if (question->count == 0)
        question->kind = marks[i].kind;
    if (marks[i].kind != question->kind)
        complain(reader, reader->at + 1, "the choices of a question are of one kind");
    choice->right = marks[i].right;
    return true;
}

/* The lines of the same choice that do, or do not, belong to its reason. */
static void pass(struct reader *reader, bool reason)
{
    for (const char *line;
         (line = line_at(reader)) && begins(line, "  ") && begins(line, "  >") == reason;
         reader->at++)
        check_marks(reader, reader->at);
}

static char *join_reason(struct reader *reader, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (reader->lines[i][3] && reader->lines[i][3] != ' ')
            complain(reader, i + 1, "a reason has a blank after its '>'");
    return join(reader, first, end, 4);
}

/* The text of a choice: what follows its mark, and the lines below. */
static char *join_choice(const struct reader *reader, size_t first, size_t end)
{
    char *rest = join(reader, first + 1, end, 2);
    char *text =
        text_format("%s%s%s", reader->lines[first] + MARK, *rest ? "\n" : "", rest);
    free(rest);
    return text;
}

static void read_choice(struct reader *reader, struct quiz_question *question)
{
    struct quiz_choice *choice = &question->choices[question->count];
    size_t first = reader->at;
    if (question->count == QUIZ_MAX_CHOICES) {
        complain(reader, first + 1, "a question has at most 8 choices");
        return;
    }
    if (!read_mark(reader, question, choice))
        return;
    question->count++;
    choice->line = (unsigned)first + 1;
    check_marks(reader, reader->at++);
    pass(reader, false);
    choice->text = join_choice(reader, first, reader->at);
    size_t reason = reader->at;
    pass(reader, true);
    choice->reason = join_reason(reader, reason, reader->at);
    if (!*choice->reason)
        complain(reader, first + 1,
                 "this choice has no reason: say why below it, after '  > '");
    if (question->kind == QUIZ_NUMBER)
        read_number(reader, question, choice);
}

static void check_question(struct reader *reader, const struct quiz_question *question)
{
    size_t right = 0;
    for (size_t i = 0; i < question->count; i++)
        right += question->choices[i].right;
    if (!*question->text)
        complain(reader, question->line, "this question has no text");
    if (question->count < 1 + (question->kind != QUIZ_NUMBER))
        complain(reader, question->line, "this question has too few choices");
    if (right == 0)
        complain(reader, question->line, "no choice of this question is right");
    if (right > 1 && question->kind != QUIZ_SEVERAL)
        complain(reader, question->line,
                 "more than one choice is right; '- [x]' and '- [ ]' allow that");
}

static void read_choices(struct reader *reader, struct quiz_question *question)
{
    for (const char *line; !reader->problem && (line = line_at(reader));) {
        if (is_title(line))
            return;
        if (is_choice(line))
            read_choice(reader, question);
        else if (!*line)
            reader->at++;
        else
            complain(reader, reader->at + 1,
                     "only choices, their reasons and the next '## ' may stand here");
    }
}

static void read_question(struct reader *reader, struct quiz_question *question)
{
    size_t first = reader->at++, text = reader->at;
    *question = (struct quiz_question){.line = (unsigned)first + 1};
    question->title = checked(strdup(reader->lines[first] + strlen("## ")));
    check_marks(reader, first);
    for (const char *line;
         (line = line_at(reader)) && !is_title(line) && !is_choice(line); reader->at++) {
        check_marks(reader, reader->at);
        if (*line == '#')
            complain(reader, reader->at + 1, "a question begins with '## '");
    }
    question->text = join(reader, text, reader->at, 0);
    read_choices(reader, question);
    question->source = join(reader, first, reader->at, 0);
    check_question(reader, question);
}

static void read_all(struct reader *reader, struct quiz *quiz)
{
    size_t room = 0;
    for (size_t i = 0; i < reader->count; i++)
        room += is_title(reader->lines[i]);
    quiz->questions = checked(calloc(room + 1, sizeof *quiz->questions));
    for (const char *line; !reader->problem && (line = line_at(reader));) {
        if (is_title(line))
            read_question(reader, &quiz->questions[quiz->count++]);
        else if (*line)
            complain(reader, reader->at + 1, "a quiz begins with '## ' and a title");
        else
            reader->at++;
    }
    if (quiz->count == 0)
        complain(reader, 1, "there is no question");
}

char *quiz_read(struct quiz *quiz, const char *name, const char *text)
{
    struct reader reader = {.name = name};
    reader.lines = split(text, &reader.count);
    *quiz = (struct quiz){0};
    read_all(&reader, quiz);
    if (reader.problem)
        quiz_free(quiz);
    for (size_t i = 0; i < reader.count; i++)
        free(reader.lines[i]);
    free(reader.lines);
    return reader.problem;
}

void quiz_free(struct quiz *quiz)
{
    for (size_t i = 0; i < quiz->count; i++) {
        struct quiz_question *question = &quiz->questions[i];
        for (size_t j = 0; j < question->count; j++) {
            free(question->choices[j].text);
            free(question->choices[j].reason);
            free(question->choices[j].key);
        }
        free(question->title);
        free(question->text);
        free(question->source);
    }
    free(quiz->questions);
    *quiz = (struct quiz){0};
}

double quiz_number(const struct quiz_choice *choice, const char *table)
{
    if (!choice->key)
        return choice->number;
    char *value = facts_value(table, choice->key), *end = value;
    double number = value ? strtod(value, &end) : NAN;
    if (value && (end == value || *end))
        number = NAN;
    free(value);
    return number;
}

double quiz_tolerance(const struct quiz_question *question,
                      const struct quiz_choice *choice, const char *table)
{
    return question->tolerance *
           (question->is_share ? fabs(quiz_number(choice, table)) : 1);
}

bool quiz_is_number(const struct quiz_question *question,
                    const struct quiz_choice *choice, const char *table, double answer)
{
    return fabs(answer - quiz_number(choice, table)) <=
           quiz_tolerance(question, choice, table);
}

static char *check_text(const char *text, unsigned line, const char *name,
                        const char *table)
{
    char *key = facts_missing(text, table);
    char *problem =
        key ? text_format("%s:%u: there is no fact %s", name, line, key) : NULL;
    free(key);
    return problem;
}

/* Whether the numbers of mistakes are told from the right one. */
static char *check_numbers(const struct quiz_question *question, const char *name,
                           const char *table)
{
    const struct quiz_choice *right = question->choices;
    while (!right->right)
        right++;
    for (size_t i = 0; i < question->count; i++) {
        const struct quiz_choice *choice = &question->choices[i];
        double number = quiz_number(choice, table);
        bool is_right = quiz_is_number(question, right, table, number);
        if (isnan(number) || is_right != choice->right)
            return text_format("%s:%u: %s", name, choice->line,
                               isnan(number) ? "this fact is no number"
                                             : "this mistake's number counts as right");
    }
    return NULL;
}

char *quiz_check_facts(const struct quiz *quiz, const char *name, const char *table)
{
    char *problem = NULL;
    for (size_t i = 0; i < quiz->count && !problem; i++) {
        const struct quiz_question *question = &quiz->questions[i];
        problem = check_text(question->title, question->line, name, table);
        if (!problem)
            problem = check_text(question->text, question->line, name, table);
        for (size_t j = 0; j < question->count && !problem; j++) {
            const struct quiz_choice *choice = &question->choices[j];
            problem = check_text(choice->text, choice->line, name, table);
            if (!problem)
                problem = check_text(choice->reason, choice->line, name, table);
        }
        if (!problem && question->kind == QUIZ_NUMBER)
            problem = check_numbers(question, name, table);
    }
    return problem;
}
