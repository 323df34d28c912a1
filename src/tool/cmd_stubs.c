/* cmd_stubs.c: descent stubs [--check]
 *
 * Writes exercises/ from solutions/. The stub as it was last written is kept in
 * build/stubs/: a file in exercises/ that is not equal to it has been changed by its
 * reader, and is left alone. */
#include "tool/files.h"
#include "tool/tool.h"

#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static error_t parse(int key, char *argument, struct argp_state *state)
{
    (void)argument;
    if (key != 'c')
        return ARGP_ERR_UNKNOWN;
    *(bool *)state->input = true;
    return 0;
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

/* Writes one stub where that loses nothing. False if exercises/ does not hold the
 * stub. */
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
    static const struct argp own = {.options = options, .parser = parse};
    bool check = false;
    parse_arguments(
        context, argc, argv, NULL,
        "Write the stubs in exercises/ from the solutions, never over a changed file.",
        &own, &check);
    const struct workbook *workbook = &context->workbook;
    if (!workbook->has_solutions)
        error(EXIT_USAGE, 0, "this workbook has no solutions to make stubs from");
    bool all = true;
    for (size_t i = 0; i < workbook->count; i++)
        all = write_stub(workbook, &workbook->exercises[i], check) && all;
    return check && !all ? 1 : 0;
}
