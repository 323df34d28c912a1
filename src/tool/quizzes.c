/* quizzes.c: chapters/NN-stem/quiz.md, and build/progress/quiz-NN-stem.json. */
#include "tool/quizzes.h"
#include "tool/files.h"
#include "tool/sections.h"

#include <errno.h>
#include <error.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>

static char *progress_path(const struct workbook *workbook, const char *chapter)
{
    return text_format("%s/build/progress/quiz-%s.json", workbook->root, chapter);
}

/* What the experiments wrote, or what a handout has of it; empty if neither is there. */
static char *read_facts(const struct workbook *workbook, const char *chapter)
{
    char *path = text_format(workbook->has_solutions ? "%s/build/figures/%s/facts.tsv"
                                                     : "%s/recorded/%s/facts.tsv",
                             workbook->root, chapter);
    char *table = file_read(path);
    free(path);
    return table ? table : text_format("%s", "");
}

static json_t *read_answers(const struct workbook *workbook, const char *chapter)
{
    char *path = progress_path(workbook, chapter), *text = file_read(path);
    json_t *answers = text ? json_loads(text, 0, NULL) : NULL;
    free(text);
    free(path);
    if (json_is_object(answers))
        return answers;
    json_decref(answers);
    return json_object();
}

static void open_one(struct chapter_quiz *quiz, const struct workbook *workbook,
                     const char *path)
{
    const char *name = path + strlen(workbook->root) + 1;
    const char *chapter = name + strlen("chapters/");
    quiz->chapter = text_format("%.*s", (int)strcspn(chapter, "/"), chapter);
    char *raw = file_read(path);
    if (!raw)
        error(EXIT_USAGE, errno, "cannot read %s", name);
    char *text = sections_by_title(raw, workbook->root);
    char *problem = quiz_read(&quiz->quiz, name, text);
    if (problem)
        error(EXIT_USAGE, 0, "%s", problem);
    free(text);
    free(raw);
    quiz->facts = read_facts(workbook, quiz->chapter);
    quiz->answers = read_answers(workbook, quiz->chapter);
}

void quizzes_open(struct quizzes *quizzes, const struct workbook *workbook)
{
    char *root = escape_pattern(workbook->root);
    char *pattern = text_format("%s/chapters/*/quiz.md", root);
    glob_t found = {0};
    glob(pattern, 0, NULL, &found);
    quizzes->count = found.gl_pathc;
    quizzes->of = calloc(found.gl_pathc + 1, sizeof *quizzes->of);
    if (!quizzes->of)
        error(EXIT_USAGE, 0, "out of memory");
    for (size_t i = 0; i < quizzes->count; i++)
        open_one(&quizzes->of[i], workbook, found.gl_pathv[i]);
    globfree(&found);
    free(pattern);
    free(root);
}

void quizzes_close(struct quizzes *quizzes)
{
    for (size_t i = 0; i < quizzes->count; i++) {
        quiz_free(&quizzes->of[i].quiz);
        json_decref(quizzes->of[i].answers);
        free(quizzes->of[i].facts);
        free(quizzes->of[i].chapter);
    }
    free(quizzes->of);
}

bool quizzes_is_right(const struct chapter_quiz *quiz,
                      const struct quiz_question *question)
{
    return json_is_true(json_object_get(quiz->answers, question->source));
}

size_t quizzes_count_right(const struct chapter_quiz *quiz)
{
    size_t right = 0;
    for (size_t i = 0; i < quiz->quiz.count; i++)
        right += quizzes_is_right(quiz, &quiz->quiz.questions[i]);
    return right;
}

/* Forgets questions that are no longer there. */
static void prune(struct chapter_quiz *quiz)
{
    json_t *kept = json_object();
    for (size_t i = 0; i < quiz->quiz.count; i++) {
        const char *source = quiz->quiz.questions[i].source;
        json_t *answer = json_object_get(quiz->answers, source);
        if (answer)
            json_object_set(kept, source, answer);
    }
    json_decref(quiz->answers);
    quiz->answers = kept;
}

void quizzes_remember(const struct workbook *workbook, struct chapter_quiz *quiz,
                      const struct quiz_question *question, bool right)
{
    json_object_set_new(quiz->answers, question->source, json_boolean(right));
    prune(quiz);
    char *folder = text_format("%s/build/progress", workbook->root);
    folder_make(folder);
    free(folder);
    char *path = progress_path(workbook, quiz->chapter);
    char *text = json_dumps(quiz->answers, JSON_INDENT(1));
    file_write(path, text);
    free(text);
    free(path);
}

long quizzes_number(const struct chapter_quiz *quiz)
{
    return strtol(quiz->chapter, NULL, 10);
}

void quizzes_list(const struct quizzes *quizzes, FILE *out)
{
    for (size_t i = 0; i < quizzes->count; i++)
        fprintf(out, "  %-2ld %-26s %zu of %zu right\n", quizzes_number(&quizzes->of[i]),
                quizzes->of[i].chapter, quizzes_count_right(&quizzes->of[i]),
                quizzes->of[i].quiz.count);
}

struct chapter_quiz *quizzes_find(const struct quizzes *quizzes, const char *word)
{
    char *end;
    long number = strtol(word, &end, 10);
    for (size_t i = 0; i < quizzes->count; i++)
        if (strcmp(word, quizzes->of[i].chapter) == 0 ||
            (*word && !*end && number == quizzes_number(&quizzes->of[i])))
            return &quizzes->of[i];
    fprintf(stderr, "descent: no chapter '%s' has a quiz. There are:\n", word);
    quizzes_list(quizzes, stderr);
    exit(EXIT_USAGE);
}
