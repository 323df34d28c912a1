/* cmd_export.c: descent export FORMAT RESULTS */
#include "tool/export.h"
#include "tool/files.h"
#include "tool/tool.h"

#include <error.h>
#include <stdlib.h>
#include <string.h>

struct arguments {
    struct gradebook gradebook;
    const char *output;
};

enum { KEY_COLUMN = 256, KEY_NUMBERS };

static const struct argp_option options[] = {
    {"output", 'o', "PATH", 0, "the file to write (default: standard output)", 0},
    {"column", KEY_COLUMN, "NAME", 0,
     "what the platform calls the assignment (default: its name)", 0},
    {"numbers", KEY_NUMBERS, "WHOSE", 0,
     "for canvas, what the students' numbers are: canvas (default), sis or login", 0},
    {0}};

static const struct format {
    const char *name;
    export_class *write;
} formats[] = {
    {"canvas", export_canvas},
    {"moodle", export_moodle},
    {"moodle-worksheet", export_worksheet},
    {"junit", export_junit},
};
enum { FORMATS = sizeof formats / sizeof *formats };

static enum numbering parse_numbering(struct argp_state *state, const char *text)
{
    static const char *const names[] = {"canvas", "sis", "login"};
    for (enum numbering i = NUMBER_CANVAS; i <= NUMBER_LOGIN; i++)
        if (strcmp(text, names[i]) == 0)
            return i;
    argp_error(state, "the numbers must be canvas, sis or login, not '%s'", text);
    return NUMBER_CANVAS;
}

static error_t parse(int key, char *argument, struct argp_state *state)
{
    struct arguments *a = state->input;
    switch (key) {
    case 'o':
        a->output = argument;
        return 0;
    case KEY_COLUMN:
        a->gradebook.column = argument;
        return 0;
    case KEY_NUMBERS:
        a->gradebook.numbering = parse_numbering(state, argument);
        return 0;
    }
    return ARGP_ERR_UNKNOWN;
}

static const struct format *find_format(const char *name)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (strcmp(name, formats[i].name) == 0)
            return &formats[i];
    error(EXIT_USAGE, 0, "there is no format '%s'; see 'descent export --help'", name);
    return NULL;
}

/* Says who is missing. Returns the exit code. */
static int say_open(const struct gradebook *gradebook)
{
    size_t i, open = 0;
    json_t *row;
    json_array_foreach(json_object_get(gradebook->json, "students"), i, row)
    {
        open += !gradebook_has_total(row);
    }
    if (open > 0)
        fprintf(stderr,
                "descent: %zu without a total; the notes in the gradebook say why\n",
                open);
    return open > 0;
}

static void write_class(const struct arguments *a, export_class *write)
{
    char *temporary = NULL;
    FILE *file = a->output ? file_begin(a->output, &temporary) : stdout;
    write(file, &a->gradebook);
    if (a->output)
        file_finish(file, temporary, a->output);
}

int cmd_export(struct context *context, int argc, char **argv)
{
    static const struct argp own = {.options = options, .parser = parse};
    struct arguments a = {0};
    parse_arguments(
        context, argc, argv, "FORMAT RESULTS",
        "Write a class's totals in the format of another program.\vFORMAT is canvas, "
        "moodle, moodle-worksheet or junit; RESULTS is the folder that "
        "'descent batch' has written. Students without a total are left out, and then "
        "the "
        "exit code is 1.",
        &own, &a);
    if (context->word_count != 2)
        error(EXIT_USAGE, 0, "name the format and the folder of the results");
    const struct format *format = find_format(context->words[0]);
    gradebook_read(&a.gradebook, context->words[1]);
    write_class(&a, format->write);
    int code = say_open(&a.gradebook);
    gradebook_free(&a.gradebook);
    return code;
}
