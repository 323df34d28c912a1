/* cmd_practice.c: descent practice FOLDER ID … */
#include "tool/files.h"
#include "tool/plain.h"
#include "tool/recording.h"
#include "tool/tool.h"

#include <error.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The text of a file of the workbook. */
static char *read_own(const char *path)
{
    char *text = file_read(path);
    if (!text)
        error(EXIT_USAGE, 0, "cannot read %s; run 'make practice'", path);
    return text;
}

static json_t *list_hints(const struct exercise *e)
{
    json_t *hints = json_array();
    for (size_t i = 0; i < e->hint_count; i++) {
        char *text;
        size_t size;
        FILE *file = open_memstream(&text, &size);
        if (!file)
            error(EXIT_USAGE, 0, "out of memory");
        plain_fill(file, e->hints[i], "", SIZE_MAX);
        fclose(file);
        json_array_append_new(hints, json_string(text));
        free(text);
    }
    return hints;
}

static json_t *list_needs(const struct exercise *e)
{
    json_t *needs = json_array();
    for (size_t i = 0; i < e->needs_count; i++)
        json_array_append_new(needs, json_string(e->needs[i]));
    return needs;
}

/* The lines of a list that make has written. */
static json_t *list_functions(const struct workbook *workbook, const struct exercise *e)
{
    char *path = workbook_functions(workbook, e), *text = read_own(path), *rest = text;
    json_t *functions = json_array();
    for (char *line; (line = strtok_r(rest, "\n", &rest));)
        json_array_append_new(functions, json_string(line));
    free(text);
    free(path);
    return functions;
}

/* What the page knows of an exercise. */
static json_t *describe(const struct workbook *workbook, const struct exercise *e)
{
    char *path = text_format("%s/src/optim/%s.h", workbook->root, e->name);
    char *header = read_own(path), *stub = workbook_stub(workbook, e);
    json_t *object = json_pack(
        "{s:s, s:s, s:s, s:s, s:i, s:s, s:s, s:s, s:o, s:o, s:o}", "id", e->id, "title",
        e->title, "chapter", e->chapter, "name", e->name, "points", e->points, "plot",
        e->plot ? e->plot : "", "stub", stub, "header", header, "needs", list_needs(e),
        "hints", list_hints(e), "functions", list_functions(workbook, e));
    free(stub);
    free(header);
    free(path);
    return object;
}

static void write_exercise(const struct workbook *workbook, const struct exercise *e,
                           const char *folder)
{
    char *record = text_format("%s/%s.record", folder, e->name);
    char *path = text_format("%s/%s.json", folder, e->name);
    json_t *object = describe(workbook, e);
    char *text = json_dumps(object, JSON_INDENT(1));
    if (!text)
        error(EXIT_USAGE, 0, "exercise %s cannot be described", e->id);
    record_traces(workbook, e, record);
    file_write(path, text);
    json_decref(object);
    free(text);
    free(path);
    free(record);
}

int cmd_practice(struct context *context, int argc, char **argv)
{
    parse_arguments(context, argc, argv, "FOLDER ID",
                    "Write what the page for practice in a browser has of an exercise: "
                    "NAME.json and NAME.record. `make practice` calls it.",
                    NULL, NULL);
    if (context->word_count != 2)
        error(EXIT_USAGE, 0, "a folder and an exercise, please; see --help");
    const struct exercise *e =
        workbook_choose_one(&context->workbook, context->words + 1, 1);
    if (!context->workbook.has_solutions)
        error(EXIT_USAGE, 0, "this is a handout, without the references");
    folder_make(context->words[0]);
    write_exercise(&context->workbook, e, context->words[0]);
    return 0;
}
