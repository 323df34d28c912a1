/* grade.c: from a student's file to a verdict.
 *
 * Invariant: what a submission says can change its own entry in the result only. It is
 * compiled and run elsewhere; here we read the compiler's exit code and the judge's
 * JSON. */
#include "tool/grade.h"
#include "judge/text.h"
#include "run/run.h"
#include "tool/compile.h"
#include "tool/files.h"
#include "tool/fingerprint.h"
#include "tool/judging.h"
#include "tool/plot.h"

#include <errno.h>
#include <error.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

uint64_t fresh_seed(const struct workbook *workbook)
{
    uint32_t bits;
    if (getrandom(&bits, sizeof bits, 0) != sizeof bits)
        error(EXIT_USAGE, errno, "no random numbers");
    return workbook->has_solutions ? PUBLIC_SEEDS + 1 + bits % 999999
                                   : 1 + bits % PUBLIC_SEEDS;
}

static char *traces(const struct grading *g, const struct exercise *e, const char *kind)
{
    return g->record ? strdup(g->record) : workbook_traces(g->workbook, e, kind);
}

/* Runs the judge of the exercise on a driver; its report, NULL if it was interrupted, or
 * the end of the program. */
static json_t *judge_driver(const struct grading *g, const struct exercise *e,
                            const char *driver)
{
    char *reference = traces(g, e, "reference"), *mistakes = traces(g, e, "mistakes");
    char *seed = text_format("%" PRIu64, g->seed);
    /* Practice waits for one endless loop only. Code handed in is run on, so that a loop
     * does not cost the points of all the tests after it. */
    const char *patience = g->folder && !g->hurried ? "3" : "1";
    const char *seconds = g->hurried ? "3" : "20";
    const char *const options[] = {"--student",
                                   driver,
                                   "--reference",
                                   reference,
                                   "--mistakes",
                                   mistakes,
                                   "--seed",
                                   seed,
                                   "--patience",
                                   patience,
                                   "--seconds",
                                   seconds,
                                   g->sandboxed ? "--sandbox" : NULL,
                                   g->workbook->root,
                                   NULL};
    char *output = judge_run(g->workbook, e, options);
    json_t *report = output ? json_loads(output, 0, NULL) : NULL;
    if (output && !report)
        error(EXIT_USAGE, 0, "the judge of exercise %s does not report: %s", e->id,
              output);
    free(output);
    free(reference);
    free(mistakes);
    free(seed);
    return report;
}

/* The report of an exercise of which nothing was run. */
static json_t *unjudged(const char *status, const char *messages)
{
    return json_pack("{s:s, s:[], s:n, s:n, s:n, s:s, s:i, s:s, s:s}", "status", status,
                     "tests", "diagnosis", "second", "near", "output", "", "output_lines",
                     0, "output_case", "", "messages", messages);
}

/* Where one grading finds the code and does its work. */
struct place {
    char *stage;  /* our own folder */
    char *folder; /* laid out like exercises/ */
    char *source; /* the code under test */
    char *made;   /* in the stage; the compiler writes there and nowhere else */
};

/* The text of a submission; NULL with errno set. In exercises/ a link of the student's
 * own choice is followed. */
static char *read_submission(const struct grading *g, const struct exercise *e)
{
    char *path = g->folder ? text_format("%s/%s.c", e->chapter, e->name)
                           : workbook_submission(g->workbook, e, NULL);
    char *text = g->folder ? file_read_beneath(g->folder, path) : file_read(path);
    int reason = errno;
    free(path);
    errno = reason;
    return text;
}

/* Copies a submission to the stage, if it can be read. */
static void stage_file(const char *stage, const struct grading *g,
                       const struct exercise *e)
{
    char *text = read_submission(g, e);
    if (!text)
        return;
    char *folder = text_format("%s/%s", stage, e->chapter);
    char *path = workbook_submission(g->workbook, e, stage);
    folder_make(folder);
    file_write(path, text);
    free(path);
    free(folder);
    free(text);
}

static void stage_files(const struct place *place, const struct grading *g,
                        const struct exercise *e)
{
    stage_file(place->stage, g, e);
    for (size_t i = 0; i < e->needs_count; i++) {
        const struct exercise *need = workbook_find(g->workbook, e->needs[i]);
        if (need)
            stage_file(place->stage, g, need);
    }
}

/* A submission is compiled as a copy that has no neighbors: in practice a header of one's
 * own does not help, because it would not be handed in; and what is said is said of what
 * was read, even if the file changes meanwhile. */
static struct place take_place(const struct grading *g, const struct exercise *e)
{
    struct place place = {0};
    char *prefix = text_format("%s/build/stage", g->workbook->root);
    place.stage = folder_make_own(prefix);
    place.made = text_format("%s/made", place.stage);
    folder_make(place.made);
    free(prefix);
    if (g->source) {
        place.folder = text_format("%s/solutions", g->workbook->root);
        place.source = strdup(g->source);
    } else {
        stage_files(&place, g, e);
        place.folder = strdup(place.stage);
        place.source = workbook_submission(g->workbook, e, place.stage);
    }
    return place;
}

static void leave_place(struct place *place)
{
    folder_remove_own(place->stage);
    free(place->folder);
    free(place->source);
    free(place->made);
}

/* Why a file could not be copied to the stage. */
static char *staging_problem(bool *absent, const struct grading *g,
                             const struct exercise *e, const char *name)
{
    char *text = read_submission(g, e);
    int reason = errno;
    char *path = workbook_submission(g->workbook, e, g->folder);
    *absent = !text && reason == ENOENT && (g->folder || !file_exists(path));
    char *problem = text ? text_format("%s changed while it was read", name)
                    : *absent || !g->folder ? source_problem(path, name)
                                            : file_problem(name, reason);
    free(path);
    free(text);
    return problem;
}

/* Why a file cannot be compiled at all; NULL if it can. */
static char *find_problem(bool *absent, const struct grading *g,
                          const struct place *place, const struct exercise *e,
                          const char *name)
{
    *absent = false;
    return g->source || file_exists(place->source) ? source_problem(place->source, name)
                                                   : staging_problem(absent, g, e, name);
}

/* What stands in the way of an exercise that this one calls, in practice; code handed in
 * is then judged like code that lacks it. */
static char *find_needs_problem(const struct grading *g, const struct place *place,
                                const struct exercise *e)
{
    char *problem = NULL;
    for (size_t i = 0; i < e->needs_count && !g->folder && !g->source && !problem; i++) {
        const struct exercise *need = workbook_find(g->workbook, e->needs[i]);
        char *staged = workbook_submission(g->workbook, need, place->stage);
        char *name = text_format("exercises/%s/%s.c", need->chapter, need->name);
        bool absent = file_exists(staged);
        if (!absent)
            problem = staging_problem(&absent, g, need, name);
        if (absent) {
            free(problem);
            problem = NULL;
        }
        free(name);
        free(staged);
    }
    return problem;
}

/* The stage's name is a random one: it goes, so that two gradings read the same. What was
 * copied from exercises/ is said to be there. */
static char *without_stage(const char *text, const struct place *place,
                           const struct grading *g)
{
    const char *by = g->folder || g->source ? "" : "exercises/";
    size_t root = strlen(g->workbook->root) + 1;
    char *copy = strdup(text ? text : "");
    char *made = text_format("%s/", place->made),
         *stage = text_format("%s/", place->stage),
         *base = text_format("%s/", g->workbook->root); /* from the linker's debug data */
    if (!copy)
        error(EXIT_USAGE, 0, "out of memory");
    text_replace(copy, made, "");
    text_replace(copy, made + root, "");
    text_replace(copy, stage, by);
    text_replace(copy, stage + root, by);
    text_replace(copy, base, "");
    free(base);
    free(stage);
    free(made);
    return copy;
}

static void set_text(json_t *report, const char *key, const char *text,
                     const struct place *place, const struct grading *g)
{
    char *cut = without_stage(text, place, g);
    json_object_set_new(report, key, json_string(cut));
    free(cut);
}

static bool has_status(const json_t *report, const char *status)
{
    return strcmp(json_string_value(json_object_get(report, "status")), status) == 0;
}

/* The driver of a student's own file stays in build/drivers/, to be run by hand. */
static void keep_driver(const struct grading *g, const struct exercise *e,
                        const char *driver)
{
    char *folder = text_format("%s/build/drivers/%s", g->workbook->root, e->chapter);
    char *path = text_format("%s/%s", folder, e->name);
    folder_make(folder);
    if (rename(driver, path))
        error(EXIT_USAGE, errno, "cannot write %s", path);
    free(path);
    free(folder);
}

/* Draws the run of a driver that fails over the reference's, if it got so far. */
static void draw(const struct grading *g, const struct exercise *e, const char *driver,
                 const char *folder)
{
    struct plot plot;
    char words[VERDICT_MAX_WORDS], *temporary;
    char *problem = plot_read(&plot, g->workbook, e, g->seed);
    const char *sandbox = g->sandboxed ? g->workbook->root : NULL;
    if (!problem && plot_take(&plot, words, driver, sandbox)) {
        FILE *output = file_begin(g->plot, &temporary);
        if (plot_draw(&plot, "svg size 720,450 dynamic", folder, output))
            file_finish(output, temporary, g->plot);
        else
            file_abandon(output, temporary);
    }
    plot_free(&plot);
    free(problem);
}

/* What is built only counts as not started. */
static json_t *compile_and_judge(const struct grading *g, const struct exercise *e,
                                 const struct place *place, bool build_only)
{
    struct compilation compilation = {.workbook = g->workbook,
                                      .exercise = e,
                                      .source = place->source,
                                      .rest = g->rest,
                                      .needs_folder = place->folder,
                                      .copies =
                                          g->folder || g->source ? NULL : place->stage,
                                      .folder = place->made,
                                      .sandboxed = g->sandboxed,
                                      .hurried = g->hurried};
    char *messages = NULL;
    char *driver = compile_driver(&messages, &compilation);
    json_t *report = !driver      ? unjudged("build-error", messages)
                     : build_only ? unjudged("not-started", "")
                                  : judge_driver(g, e, driver);
    set_text(report, "messages", messages, place, g);
    set_text(report, "output", json_string_value(json_object_get(report, "output")),
             place, g);
    if (report && driver && !g->source && g->plot && has_status(report, "fail"))
        draw(g, e, driver, place->made);
    if (driver && !g->folder && !g->source)
        keep_driver(g, e, driver);
    free(driver);
    free(messages);
    return report;
}

static json_int_t sum_points(const json_t *tests)
{
    json_int_t sum = 0;
    size_t i;
    json_t *test;
    json_array_foreach(tests, i, test) sum +=
        json_integer_value(json_object_get(test, "points"));
    return sum;
}

/* What came of a submission may be our machine's fault: no disk, no processes left, a
 * compiler that was killed, a broken kit. Then the stub fails too, which is known to
 * compile and to meet a todo. */
static void check_machine(const struct grading *g, const struct exercise *e,
                          bool build_only)
{
    struct grading known = *g;
    struct place place = {0};
    char *prefix = text_format("%s/build/stage", g->workbook->root);
    char *stub = workbook_stub(g->workbook, e);
    place.stage = folder_make_own(prefix);
    place.folder = strdup(place.stage);
    place.made = text_format("%s/made", place.stage);
    place.source = text_format("%s/%s.c", place.stage, e->name);
    folder_make(place.made);
    file_write(place.source, stub);
    known.source = place.source;
    known.rest = NULL;
    json_t *report = compile_and_judge(&known, e, &place, build_only);
    const char *status = json_string_value(json_object_get(report, "status"));
    const char *words = json_string_value(json_object_get(report, "messages"));
    if (report && !run_interrupted() && !has_status(report, "not-started"))
        error(EXIT_USAGE, 0,
              "exercise %s cannot be graded on this machine: its stub fails too, with a "
              "%s%s%.300s",
              e->id, status, *words ? ": " : "", words);
    json_decref(report);
    leave_place(&place);
    free(prefix);
    free(stub);
}

/* Whether the machine may have caused this. In practice a crash is believed. */
static bool is_doubtful(const struct grading *g, const json_t *report)
{
    size_t i;
    json_t *test;
    if (has_status(report, "build-error") ||
        (g->folder && (has_status(report, "crash") || has_status(report, "timeout"))))
        return true;
    json_array_foreach(json_object_get(report, "tests"), i, test)
    {
        const char *verdict = json_string_value(json_object_get(test, "verdict"));
        if (strcmp(verdict, "nothing-run") == 0)
            return true;
    }
    return false;
}

/* Where only an exercise that this one calls is not started, this one fails. */
static void tell_apart(json_t *report, const struct exercise *e)
{
    size_t i;
    json_t *test;
    if (!has_status(report, "not-started"))
        return;
    json_array_foreach(json_object_get(report, "tests"), i, test)
    {
        const char *words = json_string_value(json_object_get(test, "message"));
        for (size_t j = 0; j < e->needs_count; j++) {
            char *name = text_format("(exercise %s)", e->needs[j]);
            if (strstr(words, name))
                json_object_set_new(report, "status", json_string("fail"));
            free(name);
        }
    }
}

json_t *grade_one(const struct grading *g, const struct exercise *e)
{
    struct place place = take_place(g, e);
    char *name = text_format("%s/%s.c", e->chapter, e->name);
    bool absent;
    char *problem = find_problem(&absent, g, &place, e, name);
    char *needs = problem ? NULL : find_needs_problem(g, &place, e);
    json_t *report = problem || needs ? unjudged(absent ? "not-started" : "build-error",
                                                 needs ? needs : "")
                                      : compile_and_judge(g, e, &place, false);
    char *own = fingerprint_own(g->workbook, e);
    char *hash = fingerprint(own, g->workbook, e, place.folder);
    free(own);
    leave_place(&place);
    if (report && !problem && !needs && !g->source && is_doubtful(g, report))
        check_machine(g, e, has_status(report, "build-error"));
    free(needs);
    if (run_interrupted() || !report) {
        json_decref(report);
        free(hash);
        free(problem);
        free(name);
        return NULL;
    }
    tell_apart(report, e);
    json_t *result = json_pack(
        "{s:s, s:s, s:s, s:O, s:I, s:i, s:s, s:s, s:s}", "id", e->id, "title", e->title,
        "chapter", e->chapter, "status", json_object_get(report, "status"), "points",
        sum_points(json_object_get(report, "tests")), "max_points", e->points, "file",
        name, "problem", problem ? problem : "", "hash", hash);
    if (!result || json_object_update_missing(result, report))
        error(EXIT_USAGE, 0, "exercise %s: its report cannot be written", e->id);
    json_decref(report);
    free(hash);
    free(problem);
    free(name);
    return result;
}
