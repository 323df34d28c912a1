/* cmd_record.c: descent record FOLDER
 *
 * Writes what a handout has in place of solutions: the pristine stubs, with their hints,
 * and a record of the reference and the mistakes of each exercise with the public
 * seeds. */
#include "run/run.h"
#include "tool/files.h"
#include "tool/grade.h"
#include "tool/header.h"
#include "tool/tool.h"

#include <error.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct limits judge_limits = {
    .wall_seconds = 600,
    .cpu_seconds = 120,
    .memory_bytes = (size_t)4 << 30,
    .output_bytes = 1 << 16,
    .trace_bytes = 1,
    .file_bytes = 8 << 20,
};

static void write_text(const char *folder, const char *name, const char *text)
{
    char *path = text_format("%s/%s", folder, name);
    folder_make(folder);
    file_write(path, text);
    free(path);
}

void record_write(const struct workbook *workbook, const struct exercise *e,
                  const char *path, uint64_t seed, unsigned seeds, bool plotted)
{
    static const char *const env[] = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", NULL};
    char *judge =
        text_format("%s/build/judge/%s/%s", workbook->root, e->chapter, e->name);
    char *reference = workbook_traces(workbook, e, "reference");
    char *mistakes = workbook_traces(workbook, e, "mistakes");
    char *first = text_format("%" PRIu64, seed), *count = text_format("%u", seeds);
    plotted = plotted && e->plot;
    char *drawn = text_format("%.*s", plotted ? (int)strcspn(e->plot, " ") : 0, e->plot);
    const char *const argv[] = {judge,         "--record", path,
                                "--reference", reference,  "--mistakes",
                                mistakes,      "--seed",   first,
                                "--seeds",     count,      plotted ? "--plotted" : NULL,
                                drawn,         NULL};
    struct command command = {.argv = argv, .env = env, .limits = judge_limits};
    struct run run;
    run_program(&run, &command);
    if (run.ending != ENDED_EXIT || run.code != 0)
        error(EXIT_USAGE, 0, "%s does not work: %s", judge, run.output.bytes);
    run_free(&run);
    free(drawn);
    free(count);
    free(first);
    free(mistakes);
    free(reference);
    free(judge);
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

/* What a submission may define. */
static void record_functions(const struct workbook *workbook, const struct exercise *e,
                             const char *path)
{
    char *from = workbook_functions(workbook, e), *text = file_read(from);
    if (!text)
        error(EXIT_USAGE, 0, "cannot read %s; run 'make' first", from);
    file_write(path, text);
    free(text);
    free(from);
}

static void record_exercise(const struct workbook *workbook, const struct exercise *e,
                            const char *folder)
{
    char *recorded = text_format("%s/recorded/%s", folder, e->chapter);
    char *path = text_format("%s/%s.record", recorded, e->name);
    char *functions = text_format("%s/%s.functions", recorded, e->name);
    folder_make(recorded);
    record_stubs(workbook, e, folder);
    record_write(workbook, e, path, 1, PUBLIC_SEEDS, true);
    record_functions(workbook, e, functions);
    free(functions);
    free(path);
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
