/* cmd_handout.c: descent handout [--chapters LIST] [--exercises LIST] [--assignment F] */
#include "tool/assignment.h"
#include "tool/files.h"
#include "tool/handout.h"
#include "tool/tool.h"

#include <error.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arguments {
    const struct workbook *workbook;
    struct assignment assignment;
    const char *file, *name;
    time_t due;
    bool chosen;
};

static const struct argp_option options[] = {
    {"chapters", 'c', "LIST", 0, "hand out these, such as 1-3,6", 0},
    {"exercises", 'e', "LIST", 0, "hand out these, such as 3.2,3.4", 0},
    {"assignment", 'a', "FILE", 0, "hand out what an assignment file says", 0},
    {"name", 'n', "NAME", 0, "of the archives and the heading (default: Descent handout)",
     0},
    {"due", 'd', "DATE", 0, "for the heading, such as 2026-12-07T23:59+01:00", 0},
    {0}};

static void add_named(struct argp_state *state, const char *word)
{
    struct arguments *a = state->input;
    if (!assignment_add(&a->assignment, word))
        argp_error(state, "there is no '%s'; 'descent list' shows what there is", word);
}

/* A word of a list: "2", "3.2", or "1-3". */
static void add_word(struct argp_state *state, const char *word)
{
    int first, last, end = 0;
    bool is_range = sscanf(word, "%d-%d%n", &first, &last, &end) == 2 && !word[end];
    if (!is_range)
        add_named(state, word);
    for (int i = first; is_range && i <= last; i++) {
        char *chapter = text_format("%d", i);
        add_named(state, chapter);
        free(chapter);
    }
}

static void add_list(struct argp_state *state, char *list)
{
    char *rest = list;
    for (char *word; (word = strtok_r(rest, ", ", &rest));)
        add_word(state, word);
    ((struct arguments *)state->input)->chosen = true;
}

static error_t parse(int key, char *argument, struct argp_state *state)
{
    struct arguments *a = state->input;
    switch (key) {
    case 'c':
    case 'e':
        add_list(state, argument);
        return 0;
    case 'a':
        a->file = argument;
        return 0;
    case 'n':
        a->name = argument;
        return 0;
    case 'd':
        if (!assignment_read_due(&a->due, argument))
            argp_error(state, "'%s' is no date such as 2026-12-07T23:59+01:00", argument);
        return 0;
    }
    return ARGP_ERR_UNKNOWN;
}

/* What is assigned: the file says it, or the options do, or it is all. */
static void read_assignment(struct arguments *a)
{
    struct assignment *assignment = &a->assignment;
    if (a->file && a->chosen)
        error(EXIT_USAGE, 0, "name exercises or an assignment, not both");
    char *problem = a->file ? assignment_read(assignment, a->workbook, a->file) : NULL;
    if (problem)
        error(EXIT_USAGE, 0, "%s", problem);
    for (size_t i = 0; i < a->workbook->count && !a->file && !a->chosen; i++)
        assignment_add(assignment, a->workbook->exercises[i].id);
    if (a->name || !assignment->name) {
        free(assignment->name);
        assignment->name = strdup(a->name ? a->name : "Descent handout");
    }
    assignment->due = a->due ? a->due : assignment->due;
}

int cmd_handout(struct context *context, int argc, char **argv)
{
    static const struct argp own = {.options = options, .parser = parse};
    const struct workbook *workbook = &context->workbook;
    struct arguments a = {.workbook = workbook,
                          .assignment = {.workbook = workbook, .late_days = INFINITY}};
    parse_arguments(context, argc, argv, NULL,
                    "Write build/NAME.tar.xz and build/NAME.zip for a class: the "
                    "exercises, all that it takes to grade them, and the book, but no "
                    "solution. What an exercise calls comes with it.",
                    &own, &a);
    if (!workbook->has_solutions)
        error(EXIT_USAGE, 0, "this is a handout already");
    read_assignment(&a);
    char *made = handout_make(&a.assignment);
    printf("%s.tar.xz and .zip\n", made);
    free(made);
    assignment_free(&a.assignment);
    return 0;
}
