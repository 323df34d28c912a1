/* cmd_batch.c: descent batch [--assignment FILE] [--results DIR] DIR [ID...] */
#include "run/run.h"
#include "tool/batch.h"
#include "tool/course.h"
#include "tool/enroll.h"
#include "tool/files.h"
#include "tool/gradebook.h"
#include "tool/options.h"
#include "tool/ready.h"
#include "tool/regrade.h"
#include "tool/tool.h"
#include "tool/workers.h"

#include <errno.h>
#include <error.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arguments {
    struct common common;
    struct course course;
    time_t due;
    size_t shard, shards;
};

enum { KEY_COUNT = KEY_OWN, KEY_DUE, KEY_SHARD };

static const struct argp_option options[] = {
    {OPTION_ASSIGNMENT},
    {OPTION_RESULTS},
    {OPTION_SEED(" (default: a fresh one for each submission)")},
    {OPTION_JOBS("submissions")},
    {"count", KEY_COUNT, "WHICH", 0,
     "which submission of a student counts: last (default), best or first", 0},
    {"due", KEY_DUE, "TIME", 0,
     "what comes later is late, such as 2026-12-07T23:59+01:00", 0},
    {"shard", KEY_SHARD, "I/N", 0, "grade only the I-th part of N of the class", 0},
    {OPTION_BUDGET("submission")},
    {OPTION_UNSAFE},
    {0}};

static enum counting parse_counting(struct argp_state *state, const char *text)
{
    for (enum counting i = COUNT_LAST; i <= COUNT_FIRST; i++)
        if (strcmp(text, counting_name(i)) == 0)
            return i;
    argp_error(state, "what counts must be last, best or first, not '%s'", text);
    return COUNT_LAST;
}

static time_t parse_due(struct argp_state *state, const char *text)
{
    time_t due = 0;
    if (!assignment_read_due(&due, text))
        argp_error(state, "the time must be one like 2026-12-07T23:59+01:00, not '%s'",
                   text);
    return due;
}

static void parse_shard(struct arguments *a, struct argp_state *state, const char *text)
{
    char tail;
    if (sscanf(text, "%zu/%zu%c", &a->shard, &a->shards, &tail) != 2 || a->shard < 1 ||
        a->shard > a->shards || a->shards > 10000)
        argp_error(state, "the part must be one like 1/4, not '%s'", text);
}

static error_t parse(int key, char *argument, struct argp_state *state)
{
    struct arguments *a = state->input;
    switch (key) {
    case KEY_COUNT:
        a->course.counting = parse_counting(state, argument);
        return 0;
    case KEY_DUE:
        a->due = parse_due(state, argument);
        return 0;
    case KEY_SHARD:
        parse_shard(a, state, argument);
        return 0;
    }
    return options_parse(key, argument, state, &a->common);
}

/* "class" and "class/" have their results in "class.results". */
static char *default_results(const struct arguments *a)
{
    if (a->shards == 1)
        return text_format("%s.results", a->course.roster.folder);
    return text_format("%s.results-%zu-of-%zu", a->course.roster.folder, a->shard,
                       a->shards);
}

/* What the person who waits should know. */
static void say(const struct tally *tally)
{
    if (tally->faults > 0)
        fprintf(stderr, "descent: %zu could not be graded on this machine: %s\n",
                tally->faults, tally->fault);
    if (tally->interrupted)
        fprintf(stderr, "descent: interrupted; the same command goes on\n");
    if (tally->stopped)
        fprintf(stderr,
                "descent: stopped, because nothing could be graded any more; mend "
                "that, and the same command goes on\n");
    printf("%zu graded now, %zu in all\n", tally->graded, tally->units);
}

static int grade_class(struct arguments *a)
{
    struct course *course = &a->course;
    struct batch batch = {.grading = a->common.grading,
                          .exercises = course->assignment.exercises,
                          .count = course->assignment.count,
                          .roster = &course->roster,
                          .wanted = course->wanted,
                          .counts = counting_name(course->counting),
                          .results = course->results};
    struct tally tally;
    batch_run(&tally, &batch);
    say(&tally);
    int code = gradebook_write(course);
    bool whole = tally.faults == 0 && !tally.interrupted && !tally.stopped;
    free(tally.fault);
    return whole ? code : EXIT_USAGE;
}

static void check_seed(const struct grading *grading)
{
    if (grading->seed && grading->seed <= PUBLIC_SEEDS)
        error(EXIT_USAGE, 0,
              "handouts have the answers to the seeds 1 to %d, so a submission may, too; "
              "take another seed",
              PUBLIC_SEEDS);
}

int cmd_batch(struct context *context, int argc, char **argv)
{
    static const struct argp own = {.options = options, .parser = parse};
    const struct workbook *workbook = &context->workbook;
    struct arguments a = {.common.grading = {.workbook = workbook,
                                             .sandboxed = true,
                                             .budget = 60,
                                             .jobs = workers_default()},
                          .shard = 1,
                          .shards = 1};
    parse_arguments(context, argc, argv, "DIR [ID...]",
                    "Grade a folder of submissions: a folder or an archive a student, or "
                    "what Moodle, Canvas or Gradescope let you download.\vWhat is graded "
                    "already is graded again only if it has changed; so after an "
                    "interruption the same command goes on.",
                    &own, &a);
    enroll_assign(&a.course, context, a.common.assignment);
    if (a.due)
        a.course.assignment.due = a.due;
    if (!a.common.grading.seed)
        a.common.grading.seed = a.course.assignment.seed;
    check_seed(&a.common.grading);
    ready_check_room(&a.common.grading);
    ready_check_sandbox(&a.common.grading, "--unsafe-no-sandbox");
    enroll_students(&a.course, context);
    course_choose(&a.course, a.shard - 1, a.shards);
    a.common.results = a.common.results ? a.common.results : default_results(&a);
    enroll_results(&a.course, a.common.results);
    regrade_check(a.common.results);
    char *path = text_format("%s/assignment.json", a.common.results);
    assignment_write(&a.course.assignment, path);
    course_adjust(&a.course);
    free(path);
    int code = grade_class(&a);
    course_free(&a.course);
    free(a.common.results);
    return code;
}
