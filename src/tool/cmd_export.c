/* cmd_export.c: descent export FORMAT RESULTS, descent export KIT [ID...], or descent
 * export QUIZ [CHAPTER...] */
#include "tool/export.h"
#include "tool/export_kit.h"
#include "tool/export_quiz.h"
#include "tool/files.h"
#include "tool/tool.h"

#include <error.h>
#include <stdlib.h>
#include <string.h>

struct arguments {
    struct gradebook gradebook;
    const char *output, *assignment;
};

enum { KEY_COLUMN = 256, KEY_NUMBERS };

static const struct argp_option options[] = {
    {"output", 'o', "PATH", 0,
     "the file to write (default: standard output); for gradescope and autolab a folder, "
     "if there is more than one student",
     0},
    {"assignment", 'a', "FILE", 0,
     "for github and autograder, what is assigned; see docs/assignment.md", 0},
    {"column", KEY_COLUMN, "NAME", 0,
     "what the platform calls the assignment (default: its name)", 0},
    {"numbers", KEY_NUMBERS, "WHOSE", 0,
     "for canvas, what the students' numbers are: canvas (default), sis or login", 0},
    {0}};

/* One of the four. */
static const struct format {
    const char *name;
    export_class *class;
    export_student *student;
    export_kit *kit;
    export_quizzes_write *quiz;
} formats[] = {
    {"canvas", export_canvas, NULL, NULL, NULL},
    {"moodle", export_moodle, NULL, NULL, NULL},
    {"moodle-worksheet", export_worksheet, NULL, NULL, NULL},
    {"junit", export_junit, NULL, NULL, NULL},
    {"gradescope", NULL, export_gradescope, NULL, NULL},
    {"autolab", NULL, export_autolab, NULL, NULL},
    {"autograder", NULL, NULL, export_autograder, NULL},
    {"github", NULL, NULL, export_github, NULL},
    {"moodle-quiz", NULL, NULL, NULL, export_moodle_quiz},
    {"gift", NULL, NULL, NULL, export_gift},
    {"qti", NULL, NULL, NULL, export_qti},
    {"canvas-quiz", NULL, NULL, NULL, export_canvas_quiz},
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
    case 'a':
        a->assignment = argument;
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
        open += !gradebook_has_points(row);
    }
    if (open > 0)
        fprintf(stderr,
                "descent: %zu without a total; the notes in the gradebook say why\n",
                open);
    return open > 0;
}

/* A file that is there whole or not at all, or standard output. */
struct output {
    const char *path; /* or NULL */
    char *temporary;
    FILE *file;
};

static FILE *output_begin(struct output *output, const char *path)
{
    output->path = path;
    output->file = path ? file_begin(path, &output->temporary) : stdout;
    return output->file;
}

static void output_finish(struct output *output)
{
    if (output->path)
        file_finish(output->file, output->temporary, output->path);
}

/* A file each in a folder, or the only one's. */
static void write_students(const struct arguments *a, export_student *write)
{
    size_t i;
    struct output output;
    json_t *row, *rows = json_object_get(a->gradebook.json, "students");
    bool single = json_array_size(rows) == 1;
    if (!single && !a->output)
        error(EXIT_USAGE, 0, "there are many students; name a folder with --output");
    if (!single)
        folder_make(a->output);
    json_array_foreach(rows, i, row)
    {
        const char *key = json_string_value(json_object_get(row, "submission"));
        char *path = text_format("%s/%s.json", a->output ? a->output : "", key);
        if (gradebook_has_points(row)) {
            write(output_begin(&output, single ? a->output : path), &a->gradebook, row);
            output_finish(&output);
        }
        free(path);
    }
}

static int export_results(struct arguments *a, const struct format *format,
                          const char *path)
{
    struct output output;
    gradebook_read(&a->gradebook, path);
    if (format->student) {
        write_students(a, format->student);
    } else {
        format->class(output_begin(&output, a->output), &a->gradebook);
        output_finish(&output);
    }
    int code = say_open(&a->gradebook);
    gradebook_free(&a->gradebook);
    return code;
}

static int write_kit(const struct arguments *a, export_kit *write,
                     const struct context *context)
{
    struct output output;
    struct assignment assignment;
    char *const *words = context->words + 1;
    size_t count = context->word_count - 1;
    if (a->assignment && count > 0)
        error(EXIT_USAGE, 0, "name exercises or an assignment, not both");
    char *problem = a->assignment
                        ? assignment_read(&assignment, &context->workbook, a->assignment)
                        : NULL;
    if (problem)
        error(EXIT_USAGE, 0, "%s", problem);
    if (!a->assignment)
        assignment_choose(&assignment, &context->workbook, "Descent", words, count);
    write(output_begin(&output, a->output), &assignment);
    output_finish(&output);
    assignment_free(&assignment);
    return 0;
}

static int write_quizzes(const struct arguments *a, export_quizzes_write *write,
                         const struct context *context)
{
    struct output output;
    struct quizzes quizzes;
    struct export_quizzes shown;
    quizzes_open(&quizzes, &context->workbook);
    export_quizzes_open(&shown, &context->workbook, &quizzes, context->words + 1,
                        context->word_count - 1);
    write(output_begin(&output, a->output), &shown);
    output_finish(&output);
    export_quizzes_close(&shown);
    quizzes_close(&quizzes);
    return 0;
}

int cmd_export(struct context *context, int argc, char **argv)
{
    static const struct argp own = {.options = options, .parser = parse};
    struct arguments a = {0};
    parse_arguments(
        context, argc, argv, "FORMAT RESULTS\nKIT [ID...]\nQUIZ [CHAPTER...]",
        "Write a class's totals, or a quiz, in the format of another program, or what "
        "grades there.\v"
        "FORMAT is canvas, moodle, moodle-worksheet, junit, gradescope or autolab; "
        "RESULTS is the folder that 'descent batch' has written. Students without a "
        "total "
        "are left out, and then the exit code is 1. KIT is autograder (the archive for "
        "Gradescope) or github (a workflow). QUIZ is moodle-quiz, gift, qti or "
        "canvas-quiz; what it writes has the answers. See docs/export.md.",
        &own, &a);
    if (context->word_count == 0)
        error(EXIT_USAGE, 0, "name a format; see 'descent export --help'");
    const struct format *format = find_format(context->words[0]);
    if (format->kit)
        return write_kit(&a, format->kit, context);
    if (format->quiz)
        return write_quizzes(&a, format->quiz, context);
    if (context->word_count != 2)
        error(EXIT_USAGE, 0, "name the format and the folder of the results");
    return export_results(&a, format, context->words[1]);
}
