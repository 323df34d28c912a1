/* cmd_quiz.c: descent quiz [--all] [CHAPTER]
 *
 * Asks the questions of a chapter that have not been answered right yet. Each answer is
 * remembered at once, so that an interruption loses none. */
#include "tool/facts.h"
#include "tool/files.h"
#include "tool/plain.h"
#include "tool/quizzes.h"
#include "tool/terminal.h"
#include "tool/tool.h"

#include <error.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WIDEST = 78 };

/* What came of asking. */
enum outcome { RIGHT, WRONG, SKIPPED, ENDED };

/* An answer: the choices, as bits, or a number. */
struct answer {
    unsigned chosen;
    double number;
};

static size_t width(void)
{
    size_t columns = terminal_width(WIDEST);
    return columns < WIDEST ? columns : WIDEST;
}

/* Text with its facts, filled. */
static void show(const char *markdown, const char *table, const char *indent)
{
    char *text = facts_fill(markdown, table);
    plain_fill(stdout, text, indent, width());
    free(text);
}

static char letter_of(size_t choice)
{
    return (char)('a' + choice);
}

/* "  a  The choice", later lines below the first. */
static void show_choice(const struct quiz_choice *choice, char letter, const char *table)
{
    char *text = facts_fill(choice->text, table), *filled;
    size_t size;
    FILE *memory = open_memstream(&filled, &size);
    if (!memory)
        error(EXIT_USAGE, 0, "out of memory");
    plain_fill(memory, text, "     ", width());
    fclose(memory);
    printf("  %c%s", letter, filled + strlen("  a"));
    free(filled);
    free(text);
}

static void show_question(const struct quiz_question *question, const char *table)
{
    show(question->text, table, "");
    puts("");
    for (size_t i = 0; question->kind != QUIZ_NUMBER && i < question->count; i++)
        show_choice(&question->choices[i], letter_of(i), table);
    if (question->kind != QUIZ_NUMBER)
        puts("");
}

/* Letters, with or without blanks and commas between them. */
static bool read_letters(const char *line, const struct quiz_question *question,
                         unsigned *chosen)
{
    size_t count = 0;
    for (*chosen = 0; *line; line++) {
        if (strchr(" ,\t", *line))
            continue;
        unsigned choice = (unsigned)((*line | 0x20) - 'a');
        if (choice >= question->count)
            return false;
        count += !(*chosen >> choice & 1);
        *chosen |= 1U << choice;
    }
    return count == 1 || (count > 1 && question->kind == QUIZ_SEVERAL);
}

static bool read_number(const char *line, double *number)
{
    char *end;
    *number = strtod(line, &end);
    return end != line && !end[strspn(end, " \t")] && isfinite(*number);
}

static bool understand(const char *line, const struct quiz_question *question,
                       struct answer *answer)
{
    char last = letter_of(question->count - 1);
    if (question->kind == QUIZ_NUMBER) {
        if (read_number(line, &answer->number))
            return true;
        puts("A number, please, such as 0.25 or 1e-3.");
    } else {
        if (read_letters(line, question, &answer->chosen))
            return true;
        printf("%s from a to %c, please%s.\n",
               question->kind == QUIZ_ONE ? "One letter" : "Letters", last,
               question->kind == QUIZ_ONE ? "" : ", such as ac");
    }
    return false;
}

static const char *const prompts[] = {
    [QUIZ_ONE] = "Your answer, a letter",
    [QUIZ_SEVERAL] = "All letters that are right",
    [QUIZ_NUMBER] = "Your answer, a number",
};

/* Asks until there is an answer. RIGHT means that there is one. */
static enum outcome read_answer(const struct quiz_question *question,
                                struct answer *answer)
{
    char *line = NULL;
    size_t room = 0;
    enum outcome outcome = WRONG;
    while (outcome == WRONG) {
        printf("%s (enter: skip, q: end): ", prompts[question->kind]);
        fflush(stdout);
        ssize_t length = getline(&line, &room, stdin);
        while (length > 0 && strchr(" \t\r\n", line[length - 1]))
            line[--length] = '\0';
        if (!isatty(STDIN_FILENO))
            puts(length > 0 ? line : "");
        if (length < 0 || strcmp(line, "q") == 0)
            outcome = ENDED;
        else if (length == 0)
            outcome = SKIPPED;
        else if (understand(line, question, answer))
            outcome = RIGHT;
    }
    free(line);
    return outcome;
}

/* "  a, wrong: the reason" */
static void explain(const struct quiz_choice *choice, const char *head, const char *table)
{
    char *text = text_format("%s %s", head, choice->reason);
    show(text, table, "  ");
    free(text);
}

static bool judge_choices(const struct quiz_question *question, unsigned chosen,
                          const char *table)
{
    unsigned right = 0;
    for (size_t i = 0; i < question->count; i++)
        right |= (unsigned)question->choices[i].right << i;
    puts(chosen == right ? "Right." : "Not right.");
    for (size_t i = 0; i < question->count; i++) {
        bool is_right = right >> i & 1, was_chosen = chosen >> i & 1;
        if (question->kind == QUIZ_ONE && !was_chosen)
            continue;
        char *head = text_format("%c is %s.", letter_of(i), is_right ? "right" : "wrong");
        explain(&question->choices[i], head, table);
        free(head);
    }
    return chosen == right;
}

static bool judge_number(const struct quiz_question *question, double number,
                         const char *table)
{
    for (size_t i = 0; i < question->count; i++) {
        const struct quiz_choice *choice = &question->choices[i];
        if (quiz_is_number(question, choice, table, number)) {
            explain(choice, choice->right ? "Right." : "Not right.", table);
            return choice->right;
        }
    }
    puts("Not right.");
    return false;
}

static enum outcome ask(const struct quiz_question *question, const char *table)
{
    struct answer answer = {0};
    enum outcome outcome = read_answer(question, &answer);
    if (outcome != RIGHT)
        return outcome;
    bool right = question->kind == QUIZ_NUMBER
                     ? judge_number(question, answer.number, table)
                     : judge_choices(question, answer.chosen, table);
    return right ? RIGHT : WRONG;
}

/* Whether all numbers in a question are there; says so if not. */
static bool has_facts(const struct chapter_quiz *quiz,
                      const struct quiz_question *question)
{
    char *key = facts_missing(question->source, quiz->facts);
    if (key)
        printf("It needs numbers that the chapter's experiments compute; first run\n"
               "    make build/figures/%s/facts.tsv\n\n",
               quiz->chapter);
    free(key);
    return !key;
}

/* Asks one question. */
static enum outcome take(const struct workbook *workbook, struct chapter_quiz *quiz,
                         size_t number, const struct style *style)
{
    const struct quiz_question *question = &quiz->quiz.questions[number];
    printf("%sQuestion %zu of %zu:", style->bold, number + 1, quiz->quiz.count);
    char *title = facts_fill(question->title, quiz->facts), *plain = plain_text(title);
    printf(" %s%s\n\n", plain, style->plain);
    free(plain);
    free(title);
    if (!has_facts(quiz, question))
        return SKIPPED;
    show_question(question, quiz->facts);
    enum outcome outcome = ask(question, quiz->facts);
    puts("");
    if (outcome == RIGHT || outcome == WRONG)
        quizzes_remember(workbook, quiz, question, outcome == RIGHT);
    return outcome;
}

/* Asks what has not been answered right, or all; says how that went. */
static int take_quiz(const struct workbook *workbook, struct chapter_quiz *quiz, bool all,
                     const struct style *style)
{
    enum outcome outcome = SKIPPED;
    for (size_t i = 0; i < quiz->quiz.count && outcome != ENDED; i++)
        if (all || !quizzes_is_right(quiz, &quiz->quiz.questions[i]))
            outcome = take(workbook, quiz, i, style);
    size_t right = quizzes_count_right(quiz);
    printf("%zu of %zu right.", right, quiz->quiz.count);
    if (right < quiz->quiz.count)
        printf(" The others: build/descent quiz %ld\n", quizzes_number(quiz));
    else
        printf(" Once more: build/descent quiz --all %ld\n", quizzes_number(quiz));
    return right < quiz->quiz.count;
}

static error_t parse(int key, char *argument, struct argp_state *state)
{
    (void)argument;
    if (key != 'a')
        return ARGP_ERR_UNKNOWN;
    *(bool *)state->input = true;
    return 0;
}

int cmd_quiz(struct context *context, int argc, char **argv)
{
    static const struct argp_option options[] = {
        {"all", 'a', NULL, 0, "ask also what you have answered right before", 0}, {0}};
    static const struct argp own = {.options = options, .parser = parse};
    bool all = false;
    int code = 0;
    parse_arguments(context, argc, argv, "[CHAPTER]",
                    "Ask the questions of a chapter that you have not answered right "
                    "yet.\vWithout a chapter: how far you are.",
                    &own, &all);
    if (context->word_count > 1)
        error(EXIT_USAGE, 0, "name one chapter only, not '%s' too", context->words[1]);
    struct quizzes quizzes;
    quizzes_open(&quizzes, &context->workbook);
    struct style style = style_make(context->color);
    if (context->word_count == 1)
        code = take_quiz(&context->workbook, quizzes_find(&quizzes, context->words[0]),
                         all, &style);
    else
        quizzes_list(&quizzes, stdout);
    quizzes_close(&quizzes);
    return code;
}
