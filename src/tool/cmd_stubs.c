/* cmd_stubs.c: descent stubs [--check]
 *
 * Writes exercises/ from solutions/. The stub as it was last written is kept in build/stubs/:
 * a file in exercises/ that is not equal to it has been changed by its reader, and is left
 * alone. */
#include "tool/files.h"
#include "tool/tool.h"

#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arguments {
    struct context *context;
    bool check;
};

static error_t parse(int key, char *argument, struct argp_state *state)
{
    struct arguments *a = state->input;
    (void)argument;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = a->context;
        return 0;
    case 'c':
        a->check = true;
        return 0;
    }
    return ARGP_ERR_UNKNOWN;
}

static bool is_text(const char *path, const char *text)
{
    char *there = file_read(path);
    bool same = there && strcmp(there, text) == 0;
    free(there);
    return same;
}

static void write_into_folder(const char *path, const char *text)
{
    char *folder = text_format("%.*s", (int)(strrchr(path, '/') - path), path);
    folder_make(folder);
    file_write(path, text);
    free(folder);
}

/* Writes one stub where that loses nothing. False if exercises/ does not hold the stub. */
static bool write_stub(const struct workbook *workbook, const struct exercise *exercise,
                       bool check)
{
    char *stub = workbook_stub(workbook, exercise);
    char *path = workbook_submission(workbook, exercise, NULL);
    char *last_path = text_format("%s/build/stubs/%s/%s.c", workbook->root,
                                  exercise->chapter, exercise->name);
    char *last = file_read(last_path);
    bool same = is_text(path, stub);
    bool untouched = !file_exists(path) || (last && is_text(path, last));
    if (check && !same)
        printf(
            "exercises/%s/%s.c is not the stub of its solution; run 'make exercises'\n",
            exercise->chapter, exercise->name);
    else if (!check && !same && untouched)
        write_into_folder(path, stub);
    else if (!check && !same)
        printf(
            "exercises/%s/%s.c has been changed and was left alone; 'descent reset %s' "
            "starts it afresh\n",
            exercise->chapter, exercise->name, exercise->id);
    if (!check)
        write_into_folder(last_path, stub);
    free(last);
    free(last_path);
    free(path);
    free(stub);
    return same || (!check && untouched);
}

int cmd_stubs(struct context *context, int argc, char **argv)
{
    static const struct argp_option options[] = {
        {"check", 'c', NULL, 0, "write nothing; fail if a stub is not up to date", 0},
        {0}};
    const struct argp_child children[] = {{&common_argp, 0, NULL, 0}, {0}};
    const struct argp parser = {
        options,
        parse,
        NULL,
        "Write the stubs in exercises/ from the solutions, never over a changed file.",
        children,
        NULL,
        NULL};
    struct arguments a = {.context = context};
    argp_parse(&parser, argc, argv, 0, NULL, &a);
    const struct workbook *workbook = &context->workbook;
    if (!workbook->has_solutions)
        error(EXIT_USAGE, 0, "this workbook has no solutions to make stubs from");
    bool all = true;
    for (size_t i = 0; i < workbook->count; i++)
        all = write_stub(workbook, &workbook->exercises[i], a.check) && all;
    return a.check && !all ? 1 : 0;
}
