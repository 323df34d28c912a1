/* compile.c: compiles a submission and links it with its driver.
 *
 * The command line begins with the words in build/practice/command, which the Makefile
 * writes, one a line; so compiler and flags are set in one place. */
#include "tool/compile.h"
#include "judge/run.h"
#include "judge/text.h"
#include "tool/files.h"

#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_WORDS = 64 };

static const struct limits compiler_limits = {
    .wall_seconds = 60,
    .cpu_seconds = 20,
    .memory_bytes = (size_t)2 << 30,
    .output_bytes = 1 << 16,
    .trace_bytes = 1,
    .file_bytes = 64u << 20,
};

/* The command line, and which of its words are files to be shown to the compiler. */
struct line {
    char *words[MAX_WORDS];
    const char *files[MAX_WORDS];
    size_t count, file_count;
};

static void add(struct line *line, char *word, bool is_file)
{
    if (line->count + 1 == MAX_WORDS)
        error(EXIT_USAGE, 0, "the compiler's command line is too long");
    line->words[line->count++] = word;
    if (is_file)
        line->files[line->file_count++] = word;
}

static void add_flags(struct line *line, const struct workbook *workbook,
                      const char *name)
{
    char *path = text_format("%s/build/practice/%s", workbook->root, name);
    char *text = file_read(path), *rest = text;
    if (!text)
        error(EXIT_USAGE, 0, "cannot read %s; run 'make' first", path);
    for (char *word; (word = strtok_r(rest, "\n", &rest));)
        add(line, strdup(word), false);
    free(text);
    free(path);
}

/* A path below the workbook is shorter and the same on every machine in its short form. */
static char *short_path(const struct workbook *workbook, const char *path)
{
    size_t length = strlen(workbook->root);
    bool inside = strncmp(path, workbook->root, length) == 0 && path[length] == '/';
    return strdup(inside ? path + length + 1 : path);
}

static void add_sources(struct line *line, const struct compilation *c)
{
    add(line, short_path(c->workbook, c->source), true);
    if (c->rest) {
        /* Of two functions with one name the first is linked. */
        add(line, strdup("-Wl,--allow-multiple-definition"), false);
        add(line, short_path(c->workbook, c->rest), true);
    }
    for (size_t i = 0; i < c->exercise->needs_count; i++) {
        const struct exercise *need = workbook_find(c->workbook, c->exercise->needs[i]);
        if (!need)
            error(EXIT_USAGE, 0, "exercise %s needs %s, which does not exist",
                  c->exercise->id, c->exercise->needs[i]);
        char *path = workbook_submission(c->workbook, need, c->needs_folder);
        add(line, short_path(c->workbook, path), true);
        free(path);
    }
}

/* A file of the workbook's own; without it nothing can be graded, and that is not the
 * student's fault. */
static void add_own(struct line *line, const struct workbook *workbook, char *path)
{
    char *whole = text_format("%s/%s", workbook->root, path);
    if (!file_exists(whole))
        error(EXIT_USAGE, 0, "%s does not exist; run 'make' first", path);
    free(whole);
    add(line, path, true);
}

static void make_line(struct line *line, const struct compilation *c, char *output)
{
    add_flags(line, c->workbook, "command");
    add_sources(line, c);
    const struct workbook *workbook = c->workbook;
    add_own(line, workbook,
            text_format("build/practice/tests/%s/cases_%s.o", c->exercise->chapter,
                        c->exercise->name));
    add_own(line, workbook, strdup("build/practice/src/judge/driver.o"));
    add_own(line, workbook, strdup("build/practice/src/judge/trace_write.o"));
    add_own(line, workbook, strdup("build/practice/libdescent.a"));
    add_flags(line, workbook, "libraries");
    add(line, strdup("-o"), false);
    add(line, output, false);
    line->words[line->count] = NULL;
    line->files[line->file_count++] = "src";
    line->files[line->file_count] = NULL;
}

/* The sandbox wants absolute paths. */
static void make_absolute(const char *absolute[MAX_WORDS], const struct line *line,
                          const char *root)
{
    for (size_t i = 0; i < line->file_count; i++)
        absolute[i] = line->files[i][0] == '/'
                          ? text_format("%s", line->files[i])
                          : text_format("%s/%s", root, line->files[i]);
    absolute[line->file_count] = NULL;
}

static bool run_compiler(char **messages, const struct compilation *c,
                         const struct line *line, const char *folder)
{
    static const char *const env[] = {"PATH=/usr/local/bin:/usr/bin:/bin",
                                      "LC_ALL=C.UTF-8", "TMPDIR=/tmp", NULL};
    const char *readable[MAX_WORDS], *const writable[] = {folder, NULL};
    make_absolute(readable, line, c->workbook->root);
    struct sandbox sandbox = {.readable = readable, .writable = writable};
    struct command command = {.argv = (const char *const *)line->words,
                              .env = env,
                              .directory = c->workbook->root,
                              .limits = compiler_limits,
                              .sandbox = c->sandboxed ? &sandbox : NULL};
    struct run run;
    run_program(&run, &command);
    text_clean(run.output.bytes);
    bool done = run.ending == ENDED_EXIT && run.code == 0;
    bool limited = run.ending != ENDED_EXIT && run.ending != ENDED_UNKNOWN;
    *messages =
        text_format("%s%s", run.output.bytes,
                    limited ? "the compiler ran out of time, memory or output\n" : "");
    run_free(&run);
    for (size_t i = 0; i < line->file_count; i++)
        free((char *)readable[i]);
    return done;
}

bool compile_driver(char **messages, const struct compilation *c)
{
    /* The compiler writes into a folder of its own, so that two gradings at once do not
     * meet, and nothing else there is writable for it. */
    char *folder = text_format("%s.XXXXXX", c->output);
    if (!mkdtemp(folder))
        error(EXIT_USAGE, 0, "cannot make a folder beside %s", c->output);
    char *made = text_format("%s/driver", folder);
    struct line line = {0};
    make_line(&line, c, strdup(made));
    bool done = run_compiler(messages, c, &line, folder) && rename(made, c->output) == 0;
    for (size_t i = 0; i < line.count; i++)
        free(line.words[i]);
    folder_remove(folder);
    free(made);
    free(folder);
    return done;
}
