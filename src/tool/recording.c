/* recording.c: writes what a handout has in place of solutions. */
#include "tool/recording.h"
#include "tool/files.h"
#include "tool/grade.h"
#include "tool/header.h"
#include "tool/judging.h"

#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void write_text(const char *folder, const char *name, const char *text)
{
    char *path = text_format("%s/%s", folder, name);
    folder_make(folder);
    file_write(path, text);
    free(path);
}

void record_traces(const struct workbook *workbook, const struct exercise *e,
                   const char *path)
{
    char *reference = workbook_traces(workbook, e, "reference");
    char *mistakes = workbook_traces(workbook, e, "mistakes");
    char *seeds = text_format("%d", PUBLIC_SEEDS);
    char *drawn = text_format("%.*s", e->plot ? (int)strcspn(e->plot, " ") : 0, e->plot);
    const char *const options[] = {"--record",
                                   path,
                                   "--reference",
                                   reference,
                                   "--mistakes",
                                   mistakes,
                                   "--seed",
                                   "1",
                                   "--seeds",
                                   seeds,
                                   e->plot ? "--plotted" : NULL,
                                   drawn,
                                   NULL};
    if (!judge_run(workbook, e, options))
        error(EXIT_USAGE, 0, "interrupted");
    free(drawn);
    free(seeds);
    free(mistakes);
    free(reference);
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

/* A list that make has written. */
static void record_list(const struct workbook *workbook, const struct exercise *e,
                        const char *kind, const char *recorded)
{
    char *from = text_format("%s/build/practice/%s/%s/%s", workbook->root, kind,
                             e->chapter, e->name);
    char *text = file_read(from), *name = text_format("%s.%s", e->name, kind);
    if (!text)
        error(EXIT_USAGE, 0, "cannot read %s; run 'make handout'", from);
    write_text(recorded, name, text);
    free(name);
    free(text);
    free(from);
}

void record_exercise(const struct workbook *workbook, const struct exercise *e,
                     const char *folder)
{
    char *recorded = text_format("%s/recorded/%s", folder, e->chapter);
    char *path = text_format("%s/%s.record", recorded, e->name);
    record_stubs(workbook, e, folder);
    record_list(workbook, e, "functions", recorded);
    record_list(workbook, e, "linked", recorded);
    record_traces(workbook, e, path);
    free(path);
    free(recorded);
}
