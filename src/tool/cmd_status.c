/* cmd_status.c: descent status [--passed], descent list */
#include "tool/files.h"
#include "tool/progress.h"
#include "tool/quizzes.h"
#include "tool/tool.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BAR = 40 };

static void print_bar(json_int_t points, json_int_t most)
{
    int filled = (int)(BAR * points / most);
    printf("[");
    for (int i = 0; i < BAR; i++)
        fputs(i < filled ? "#" : "-", stdout);
    printf("] %d of %d points\n", (int)points, (int)most);
}

static error_t parse(int key, char *argument, struct argp_state *state)
{
    (void)argument;
    if (key != 'p')
        return ARGP_ERR_UNKNOWN;
    *(bool *)state->input = true;
    return 0;
}

/* Names the exercises that pass, by their files below exercises/; says which do not. */
static void print_passed(const struct workbook *workbook)
{
    const char *before = "Not passing yet: ";
    for (size_t i = 0; i < workbook->count; i++) {
        const struct exercise *e = &workbook->exercises[i];
        json_t *record = progress_now(workbook, e);
        if (report_passed(record)) {
            printf("%s/%s\n", e->chapter, e->name);
        } else {
            fprintf(stderr, "%s%s", before, e->id);
            before = ", ";
        }
        json_decref(record);
    }
    if (*before == ',')
        fputs("\n", stderr);
}

/* How many questions of the quizzes were answered right, and which quiz is next. */
static void print_quizzes(const struct workbook *workbook)
{
    struct quizzes quizzes;
    size_t right = 0, all = 0;
    const char *next = NULL;
    quizzes_open(&quizzes, workbook);
    for (size_t i = 0; i < quizzes.count; i++) {
        const struct chapter_quiz *quiz = &quizzes.of[i];
        size_t here = quizzes_count_right(quiz);
        if (here < quiz->quiz.count && !next)
            next = quiz->chapter;
        right += here;
        all += quiz->quiz.count;
    }
    if (all > 0)
        printf("Quizzes: %zu of %zu questions right", right, all);
    if (next)
        printf("; go on with: build/descent quiz %ld", strtol(next, NULL, 10));
    if (all > 0)
        puts("");
    quizzes_close(&quizzes);
}

static int print_status(const struct workbook *workbook, const struct style *style)
{
    const struct exercise *next = NULL;
    json_int_t points = 0, most = 0;
    for (size_t i = 0; i < workbook->count; i++) {
        const struct exercise *e = &workbook->exercises[i];
        json_t *record = progress_now(workbook, e);
        const char *status = json_string_value(json_object_get(record, "status"));
        json_int_t earned = json_integer_value(json_object_get(record, "points"));
        if (!report_passed(record) && !next)
            next = e;
        points += earned;
        most += e->points;
        report_line(e, status, earned, style);
        json_decref(record);
    }
    print_bar(points, most);
    print_quizzes(workbook);
    report_next(next);
    return next ? 1 : 0;
}

int cmd_status(struct context *context, int argc, char **argv)
{
    static const struct argp_option options[] = {
        {"passed", 'p', NULL, 0, "only the names of the exercises that pass", 0}, {0}};
    static const struct argp own = {.options = options, .parser = parse};
    bool passed = false;
    parse_arguments(context, argc, argv, NULL, "Show how far you are, and what is next.",
                    &own, &passed);
    struct style style = style_make(context->color);
    progress_refresh(&context->workbook);
    if (!passed)
        return print_status(&context->workbook, &style);
    print_passed(&context->workbook);
    return 0;
}

int cmd_list(struct context *context, int argc, char **argv)
{
    parse_arguments(context, argc, argv, NULL, "List the exercises.", NULL, NULL);
    const struct workbook *workbook = &context->workbook;
    const char *chapter = "";
    for (size_t i = 0; i < workbook->count; i++) {
        const struct exercise *e = &workbook->exercises[i];
        if (strcmp(chapter, e->chapter) != 0)
            printf("%s\n", e->chapter);
        chapter = e->chapter;
        char *file = text_format("exercises/%s/%s.c", e->chapter, e->name);
        printf("  %-5s %2d points  %-42s %s", e->id, e->points, file, e->title);
        for (size_t j = 0; j < e->needs_count; j++)
            printf("%s%s", j ? ", " : ", after ", e->needs[j]);
        puts("");
        free(file);
    }
    return 0;
}
