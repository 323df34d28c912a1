/* cmd_mistakes.c: descent mistakes [--write FOLDER] [ID...]
 *
 * Shows an instructor the known mistakes of exercises: name, what the student hears, and
 * the edit of the solution that makes it. With --write it makes a program of each, for
 * the build: FOLDER/CHAPTER/NAME/NAME-MISTAKE.c, NAME-MISTAKE.says beside it, and
 * versions.c of them all. Files that are right already are left alone, so that only what
 * has changed is compiled. */
#include "tool/files.h"
#include "tool/mistakes.h"
#include "tool/tool.h"
#include "tool/versions.h"

#include <error.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_MISTAKES = 256 };

/* Where the mistakes of one exercise go. */
struct output {
    const struct exercise *exercise;
    char *folder; /* NULL to show them */
    size_t count;
    struct version versions[MAX_MISTAKES];
};

static void write_if_new(const char *path, const char *text)
{
    char *old = file_exists(path) ? file_read(path) : NULL;
    if (!old || strcmp(old, text) != 0)
        file_write(path, text);
    free(old);
}

static void write_one(const struct output *output, const char *name, const char *suffix,
                      const char *text)
{
    char *path = text_format("%s/%s.%s", output->folder, name, suffix);
    write_if_new(path, text);
    free(path);
}

static void take(void *context, const struct known_mistake *mistake)
{
    struct output *output = context;
    char *name = text_format("%s-%s", output->exercise->name, mistake->name);
    if (!output->folder) {
        printf("%s\n\n%s\n%s\n", name, mistake->says, mistake->edits);
        free(name);
        return;
    }
    if (output->count == MAX_MISTAKES)
        error(EXIT_USAGE, 0, "%s: more than %d mistakes", name, MAX_MISTAKES);
    write_one(output, name, "c", mistake->program);
    write_one(output, name, "says", mistake->says);
    output->versions[output->count++] =
        (struct version){name, text_format("%s", mistake->program)};
}

/* All of them in one program. */
static void write_versions(struct output *output)
{
    char *text;
    size_t size;
    FILE *program = open_memstream(&text, &size);
    if (!program)
        error(EXIT_USAGE, 0, "out of memory");
    versions_write(program, output->count, output->versions);
    fclose(program);
    write_one(output, "versions", "c", text);
    free(text);
    for (size_t i = 0; i < output->count; i++) {
        free(output->versions[i].name);
        free(output->versions[i].code);
    }
}

/* Reads a file below the root; the end of the program if it cannot. */
static char *read_own(const struct workbook *workbook, const char *name)
{
    char *path = text_format("%s/%s", workbook->root, name);
    char *text = file_read(path);
    if (!text)
        error(EXIT_USAGE, 0, "%s cannot be read", name);
    free(path);
    return text;
}

static void take_exercise(const struct workbook *workbook, struct output *output)
{
    const struct exercise *e = output->exercise;
    char *list_name = text_format("tests/%s/mistakes/%s", e->chapter, e->name);
    char *solution_name = text_format("solutions/%s/%s.c", e->chapter, e->name);
    char *list = read_own(workbook, list_name);
    char *solution = read_own(workbook, solution_name);
    char *problem =
        mistakes_read((struct named_text){list_name, list},
                      (struct named_text){solution_name, solution}, take, output);
    if (problem)
        error(EXIT_USAGE, 0, "%s", problem);
    free(solution);
    free(list);
    free(solution_name);
    free(list_name);
}

/* What was a mistake once must not be taken for one. */
static void forget_words(const char *folder)
{
    char *pattern = text_format("%s/*.says", folder);
    glob_t found = {0};
    glob(pattern, 0, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++)
        unlink(found.gl_pathv[i]);
    globfree(&found);
    free(pattern);
}

static void write_or_show(const struct workbook *workbook, const struct exercise *e,
                          const char *folder)
{
    struct output output = {.exercise = e};
    if (folder) {
        output.folder = text_format("%s/%s/%s", folder, e->chapter, e->name);
        folder_make(output.folder);
        forget_words(output.folder);
    } else {
        printf("Exercise %s, %s\n\n", e->id, e->title);
    }
    take_exercise(workbook, &output);
    if (output.count)
        write_versions(&output);
    free(output.folder);
}

static error_t parse(int key, char *argument, struct argp_state *state)
{
    if (key != 'w')
        return ARGP_ERR_UNKNOWN;
    *(const char **)state->input = argument;
    return 0;
}

static const struct argp_option options[] = {
    {"write", 'w', "FOLDER", 0, "make a program of each there (for the build)", 0}, {0}};

int cmd_mistakes(struct context *context, int argc, char **argv)
{
    static const struct argp own = {.options = options, .parser = parse};
    const char *folder = NULL;
    parse_arguments(context, argc, argv, "[ID...]",
                    "Show an instructor the known mistakes of exercises.", &own, &folder);
    const struct workbook *workbook = &context->workbook;
    if (!workbook->has_solutions)
        error(EXIT_USAGE, 0, "this workbook has no solutions, so no mistakes either");
    const struct exercise **chosen = calloc(workbook->count, sizeof *chosen);
    if (!chosen)
        error(EXIT_USAGE, 0, "out of memory");
    size_t n = workbook_choose(chosen, workbook, context->words, context->word_count);
    for (size_t i = 0; i < n; i++)
        write_or_show(workbook, chosen[i], folder);
    free(chosen);
    return 0;
}
