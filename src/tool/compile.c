/* compile.c: compiles a submission and links it with its driver.
 *
 * Of what a submission defines, only the functions of its exercise can be called from
 * other files. So a helper cannot clash with a function of the tests, the library or C,
 * and nothing that measures can be replaced by what is measured.
 *
 * The command line begins with the words in build/practice/command, which the Makefile
 * writes, one a line; so compiler and flags are set in one place. */
#include "tool/compile.h"
#include "judge/text.h"
#include "run/run.h"
#include "tool/files.h"
#include "tool/object.h"

#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_WORDS = 64 };

static const struct limits compiler_limits = {
    .wall_seconds = 30,
    .cpu_seconds = 10,
    .memory_bytes = (size_t)1 << 30,
    .output_bytes = 1 << 16,
    .cut_output = true,
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

/* A path below the workbook is shorter and the same on every machine in its short
 * form. */
static char *short_path(const struct workbook *workbook, const char *path)
{
    size_t length = strlen(workbook->root);
    bool inside = strncmp(path, workbook->root, length) == 0 && path[length] == '/';
    return strdup(inside ? path + length + 1 : path);
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

/* What the object is called that has the rest; no exercise's name has a dash. */
static const char rest_name[] = "the-rest";

/* FOLDER/NAME.o, below the workbook's root. */
static char *object_path(const struct compilation *c, const char *name)
{
    char *path = text_format("%s/%s.o", c->folder, name);
    char *inside = short_path(c->workbook, path);
    free(path);
    return inside;
}

static void make_compile_line(struct line *line, const struct compilation *c,
                              const char *name, const char *source)
{
    add_flags(line, c->workbook, "command");
    add(line, strdup("-pipe"),
        false); /* a temporary file's name would show in messages */
    if (c->copies) {
        add(line, strdup("-MMD"), false); /* lists what it includes */
        char *copies = short_path(c->workbook, c->copies);
        add(line, text_format("-ffile-prefix-map=%s=exercises", copies), false);
        free(copies);
    }
    add(line, strdup("-c"), false);
    add(line, short_path(c->workbook, source), true);
    add(line, strdup("-o"), false);
    add(line, object_path(c, name), false);
    line->files[line->file_count++] = "src";
}

/* All names but those listed become the object's own. */
static void make_localize_line(struct line *line, const struct compilation *c,
                               const char *name, const char *functions)
{
    add(line, strdup("objcopy"), false);
    add(line, text_format("--keep-global-symbols=%s", functions), false);
    add(line, object_path(c, name), false);
    line->files[line->file_count++] = functions;
}

static void make_link_line(struct line *line, const struct compilation *c,
                           const char *driver)
{
    const struct workbook *workbook = c->workbook;
    const struct exercise *e = c->exercise;
    add_flags(line, workbook, "command");
    add(line, object_path(c, e->name), true);
    if (c->rest) {
        /* Of two functions with one name the first is linked. */
        add(line, strdup("-Wl,--allow-multiple-definition"), false);
        add(line, object_path(c, rest_name), true);
    }
    for (size_t i = 0; i < e->needs_count; i++)
        add(line, object_path(c, workbook_find(workbook, e->needs[i])->name), true);
    add_own(line, workbook,
            text_format("build/practice/tests/%s/cases_%s.o", e->chapter, e->name));
    add_own(line, workbook, strdup("build/practice/src/judge/driver.o"));
    add_own(line, workbook, strdup("build/practice/src/judge/driver_main.o"));
    add_own(line, workbook, strdup("build/practice/src/judge/driver_serve.o"));
    add_own(line, workbook, strdup("build/practice/src/judge/trace_write.o"));
    add_own(line, workbook, strdup("build/practice/libdescent.a"));
    add_flags(line, workbook, "libraries");
    add(line, strdup("-o"), false);
    add(line, short_path(workbook, driver), false);
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

/* Whether a part of the compiler was killed, most likely because memory ran out. A source
 * that makes it say so gains nothing but a second look. */
static bool was_killed(const struct run *run)
{
    return run->ending == ENDED_EXIT && strstr(run->output.bytes, "Killed");
}

/* Runs one command line; adds its messages to the text. */
static bool run_compiler(FILE *messages, const struct compilation *c, struct line *line)
{
    static const char *const env[] = {"PATH=/usr/local/bin:/usr/bin:/bin",
                                      "LC_ALL=C.UTF-8", "TMPDIR=/tmp", NULL};
    const char *readable[MAX_WORDS], *const writable[] = {c->folder, NULL};
    line->words[line->count] = NULL;
    make_absolute(readable, line, c->workbook->root);
    struct sandbox sandbox = {readable, writable, c->workbook->root};
    struct command command = {.argv = (const char *const *)line->words,
                              .env = env,
                              .directory = c->workbook->root,
                              .limits = compiler_limits,
                              .sandbox = c->sandboxed ? &sandbox : NULL};
    if (c->hurried) {
        command.limits.wall_seconds /= 2;
        command.limits.cpu_seconds /= 2;
    }
    struct run run;
    run_program(&run, &command);
    if (was_killed(&run)) {
        run_free(&run);
        run_program(&run, &command);
    }
    if (run.ending == ENDED_UNSTARTED)
        error(EXIT_USAGE, 0, "%s", run.output.bytes);
    text_clean(run.output.bytes, run.output.length);
    bool limited = run.ending != ENDED_EXIT && run.ending != ENDED_INTERRUPTED;
    bool done = run.ending == ENDED_EXIT && run.code == 0;
    fprintf(messages, "%s%s", run.output.bytes,
            limited ? "the compiler ran out of time, memory or output\n" : "");
    run_free(&run);
    for (size_t i = 0; i < line->file_count; i++)
        free((char *)readable[i]);
    for (size_t i = 0; i < line->count; i++)
        free(line->words[i]);
    return done;
}

/* What is not a plain file was not made by the compiler: a link may lead anywhere. */
static bool is_plain(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISREG(status.st_mode);
}

/* Whether all that the object defines for others is what it may. */
static bool check_object(FILE *messages, const struct compilation *c, const char *name,
                         const char *shown, const char *functions)
{
    char *path = text_format("%s/%s.o", c->folder, name);
    size_t length = 0;
    char *bytes = is_plain(path) ? file_read_bytes(path, &length) : NULL;
    char *names = file_read(functions);
    if (!names)
        error(EXIT_USAGE, 0, "cannot read %s; run 'make' first", functions);
    char *problem = object_problem(bytes ? bytes : "", length, names);
    if (problem)
        fprintf(messages, "%s: %s\n", shown, problem);
    bool fine = !problem;
    free(problem);
    free(names);
    free(bytes);
    free(path);
    return fine;
}

static bool begins(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* Whether a file is the system's, one of src/, or the copy of what is graded. */
static bool is_included_in_grading(const struct compilation *c, const char *file)
{
    char *path = file[0] == '/' ? text_format("%s", file)
                                : text_format("%s/%s", c->workbook->root, file);
    char *real = realpath(path, NULL), *root = realpath(c->workbook->root, NULL);
    const char *inside = real && root && begins(real, root) ? real + strlen(root) : "";
    bool is = (real && begins(real, "/usr/")) || begins(inside, "/src/") ||
              begins(inside, "/build/stage.");
    free(root);
    free(real);
    free(path);
    return is;
}

/* Outside the sandbox the compiler finds headers that would not be handed in. Its list is
 * that of make, "object: source header header", without the system's. */
static bool check_headers(FILE *messages, const struct compilation *c, const char *name,
                          const char *shown)
{
    char *path = text_format("%s/%s.d", c->folder, name), *text = file_read(path);
    char *rest = text ? strchr(text, ' ') : NULL, *other = NULL;
    for (char *word; rest && !other && (word = strtok_r(rest, " \\\n", &rest));)
        if (!is_included_in_grading(c, word))
            other = word;
    if (other)
        fprintf(messages, "%s: error: it includes %s, which is not handed in with it\n",
                shown, other);
    bool fine = text && !other;
    free(text);
    free(path);
    return fine;
}

/* Compiles a file whose functions are those of an exercise. A pipe or a device would make
 * the compiler wait; what cannot be a source is not shown to it. */
static bool compile(FILE *messages, const struct compilation *c, const char *name,
                    const struct exercise *e, const char *source)
{
    struct line line = {0}, localize = {0};
    char *shown = short_path(c->workbook, source);
    char *functions = workbook_functions(c->workbook, e);
    char *problem = source_problem(source, shown);
    if (problem)
        fprintf(messages, "%s\n", problem);
    bool done = !problem;
    if (done) {
        make_compile_line(&line, c, name, source);
        done = run_compiler(messages, c, &line) &&
               (!c->copies || check_headers(messages, c, name, shown));
    }
    if (done) {
        make_localize_line(&localize, c, name, functions);
        done = run_compiler(messages, c, &localize) &&
               check_object(messages, c, name, shown, functions);
    }
    free(problem);
    free(functions);
    free(shown);
    return done;
}

/* Compiles an exercise that this one calls: the student's, or else its stub. */
static bool compile_need(FILE *messages, const struct compilation *c, const char *id)
{
    const struct exercise *need = workbook_find(c->workbook, id);
    if (!need)
        error(EXIT_USAGE, 0, "exercise %s needs %s, which does not exist",
              c->exercise->id, id);
    char *source = workbook_submission(c->workbook, need, c->needs_folder);
    if (!file_exists(source)) {
        free(source);
        source = text_format("%s/%s.c", c->folder, need->name);
        char *stub = workbook_stub(c->workbook, need);
        file_write(source, stub);
        free(stub);
    }
    bool done = compile(messages, c, need->name, need, source);
    free(source);
    return done;
}

/* What the code calls and the linker does not find may be in what make has left out. */
static void check_library(const struct compilation *c)
{
    char *partial = text_format("%s/build/practice/partial", c->workbook->root);
    if (file_exists(partial))
        error(EXIT_USAGE, 0,
              "the code for exercise %s calls a function that is not built, if there is "
              "one of that name; run 'make' and grade again",
              c->exercise->id);
    free(partial);
}

char *compile_driver(char **messages, const struct compilation *c)
{
    size_t size;
    FILE *text = open_memstream(messages, &size);
    if (!text)
        error(EXIT_USAGE, 0, "out of memory");
    const struct exercise *e = c->exercise;
    bool done = compile(text, c, e->name, e, c->source) &&
                (!c->rest || compile(text, c, rest_name, e, c->rest));
    for (size_t i = 0; i < e->needs_count && done; i++)
        done = compile_need(text, c, e->needs[i]);
    char *driver = text_format("%s/driver", c->folder);
    if (done) {
        struct line line = {0};
        make_link_line(&line, c, driver);
        done = run_compiler(text, c, &line) && is_plain(driver);
        if (!done)
            check_library(c);
    }
    fclose(text);
    if (done)
        return driver;
    free(driver);
    return NULL;
}
