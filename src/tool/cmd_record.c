/* cmd_record.c: descent record FOLDER
 *
 * Writes what a handout has in place of solutions: the pristine stubs, with their hints,
 * and the traces of the references and of the wrong versions for each public seed. */
#include "judge/run.h"
#include "tool/files.h"
#include "tool/grade.h"
#include "tool/header.h"
#include "tool/tool.h"

#include <errno.h>
#include <error.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct limits driver_limits = {
    .wall_seconds = 60,
    .cpu_seconds = 60,
    .memory_bytes = (size_t)1 << 30,
    .output_bytes = 1 << 16,
    .trace_bytes = 8u << 20,
    .file_bytes = 1 << 20,
};

/* Runs a program of ours. Its output, or the end of the program if it fails. */
static void run_ours(struct run *run, const char *const *argv)
{
    static const char *const env[] = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8",
                                      "OPENBLAS_NUM_THREADS=1", NULL};
    struct command command = {.argv = argv, .env = env, .limits = driver_limits};
    run_program(run, &command);
}

static void write_text(const char *folder, const char *name, const char *text)
{
    char *path = text_format("%s/%s", folder, name);
    folder_make(folder);
    file_write(path, text);
    free(path);
}

/* Writes FOLDER/SEED/CASE.trace for each public seed. A wrong version may fail at a case:
 * then there is no such file, and no diagnosis rests on it. */
static void record_case(const char *folder, const char *driver, const char *name)
{
    for (int seed = 1; seed <= PUBLIC_SEEDS; seed++) {
        char *seed_text = text_format("%d", seed);
        char *seed_folder = text_format("%s/%d", folder, seed);
        char *file = text_format("%s.trace", name);
        const char *const argv[] = {driver, name, seed_text, NULL};
        struct run run;
        run_ours(&run, argv);
        if (run.ending == ENDED_EXIT && run.code == 0)
            write_text(seed_folder, file, run.trace.bytes);
        run_free(&run);
        free(file);
        free(seed_folder);
        free(seed_text);
    }
}

/* Records all cases that the judge or the plot uses. */
static void record_driver(const struct workbook *workbook, const struct exercise *e,
                          const char *folder, const char *driver)
{
    char *judge =
        text_format("%s/build/judge/%s/%s", workbook->root, e->chapter, e->name);
    const char *const argv[] = {judge, "--list", NULL};
    struct run run;
    run_ours(&run, argv);
    if (run.ending != ENDED_EXIT || run.code != 0)
        error(EXIT_USAGE, 0, "%s does not work: %s", judge, run.output.bytes);
    char *rest = run.output.bytes;
    for (char *name; (name = strtok_r(rest, "\n", &rest));)
        record_case(folder, driver, name);
    if (e->plot) {
        char *name = text_format("%.*s", (int)strcspn(e->plot, " "), e->plot);
        record_case(folder, driver, name);
        free(name);
    }
    run_free(&run);
    free(judge);
}

static void record_wrong(const struct workbook *workbook, const struct exercise *e,
                         const char *folder)
{
    char *pattern =
        text_format("%s/build/wrong/%s/%s/*.says", workbook->root, e->chapter, e->name);
    glob_t found = {0};
    glob(pattern, 0, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        const char *words_path = found.gl_pathv[i];
        int length = (int)(strlen(words_path) - strlen(".says"));
        char *driver = text_format("%.*s", length, words_path);
        char *traces = text_format("%s/%s", folder, strrchr(driver, '/') + 1);
        char *words = file_read(words_path);
        if (!words)
            error(EXIT_USAGE, errno, "cannot read %s", words_path);
        write_text(folder, strrchr(words_path, '/') + 1, words);
        record_driver(workbook, e, traces, driver);
        free(words);
        free(traces);
        free(driver);
    }
    globfree(&found);
    free(pattern);
}

/* Writes FOLDER/KIND/CHAPTER/NAME.c. */
static void write_stub(const char *folder, const char *kind, const struct exercise *e,
                       const char *stub)
{
    char *to = text_format("%s/%s/%s", folder, kind, e->chapter);
    char *file = text_format("%s.c", e->name);
    write_text(to, file, stub);
    free(file);
    free(to);
}

/* The stub for the student to fill in, and the pristine one that the tool reads. */
static void record_stubs(const struct workbook *workbook, const struct exercise *e,
                         const char *folder)
{
    char *reference = workbook_reference(workbook, e);
    char *source = file_read(reference);
    char *pristine = source ? header_make_stub(source, e->id, STUB_PRISTINE) : NULL;
    if (!pristine)
        error(EXIT_USAGE, 0, "%s cannot be made into a stub", reference);
    char *stub = workbook_stub(workbook, e);
    write_stub(folder, "stubs", e, pristine);
    write_stub(folder, "exercises", e, stub);
    free(stub);
    free(pristine);
    free(source);
    free(reference);
}

static void record_exercise(const struct workbook *workbook, const struct exercise *e,
                            const char *folder)
{
    char *recorded = text_format("%s/recorded/%s/%s", folder, e->chapter, e->name);
    char *reference = text_format("%s/reference", recorded);
    char *wrong = text_format("%s/wrong", recorded);
    char *driver =
        text_format("%s/build/reference/%s/%s", workbook->root, e->chapter, e->name);
    record_stubs(workbook, e, folder);
    record_driver(workbook, e, reference, driver);
    record_wrong(workbook, e, wrong);
    free(driver);
    free(wrong);
    free(reference);
    free(recorded);
}

int cmd_record(struct context *context, int argc, char **argv)
{
    parse_arguments(context, argc, argv, "FOLDER",
                    "Write what a handout has in place of solutions.", NULL, NULL);
    const struct workbook *workbook = &context->workbook;
    if (context->word_count != 1)
        error(EXIT_USAGE, 0, "name the folder to write to");
    if (!workbook->has_solutions)
        error(EXIT_USAGE, 0, "this workbook has no solutions to record");
    for (size_t i = 0; i < workbook->count; i++)
        record_exercise(workbook, &workbook->exercises[i], context->words[0]);
    return 0;
}
