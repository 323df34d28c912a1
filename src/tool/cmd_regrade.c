/* cmd_regrade.c: descent regrade [--write] RESULTS */
#include "tool/batch.h"
#include "tool/changes.h"
#include "tool/course.h"
#include "tool/files.h"
#include "tool/options.h"
#include "tool/ready.h"
#include "tool/regrade.h"
#include "tool/results.h"
#include "tool/tool.h"
#include "tool/workers.h"

#include <error.h>
#include <stdio.h>
#include <stdlib.h>

struct arguments {
    struct common common;
    bool writes;
};

static const struct argp_option options[] = {
    {"write", 'w', NULL, 0, "write what is shown, and keep the old results", 0},
    {OPTION_JOBS("submissions")},
    {OPTION_UNSAFE},
    {0}};

static error_t parse(int key, char *argument, struct argp_state *state)
{
    struct arguments *a = state->input;
    if (key != 'w')
        return options_parse(key, argument, state, &a->common);
    a->writes = true;
    return 0;
}

static void check_results(const char *results)
{
    char *path = text_format("%s/assignment.json", results);
    if (!file_exists(path))
        error(EXIT_USAGE, 0,
              "%s holds no results of a batch; name the folder that 'descent batch' has "
              "written, such as class.results",
              results);
    free(path);
}

/* Grades what is out of date, next to the old results. Returns whether all of it could be
 * graded. */
static bool grade_again(struct tally *tally, const struct course *course,
                        const struct grading *grading, const char *pending)
{
    struct batch batch = {.grading = *grading,
                          .exercises = course->assignment.exercises,
                          .count = course->assignment.count,
                          .roster = &course->roster,
                          .wanted = course->wanted,
                          .results = course->results,
                          .pending = pending};
    batch_run(tally, &batch);
    if (tally->faults > 0)
        fprintf(stderr, "descent: %zu could not be graded on this machine: %s\n",
                tally->faults, tally->fault);
    if (tally->interrupted || tally->stopped)
        fprintf(stderr, "descent: interrupted; the same command goes on\n");
    free(tally->fault);
    return tally->faults == 0 && !tally->interrupted && !tally->stopped;
}

/* How many of a course's results there are that wait to be put in place. */
static size_t count_pending(const struct course *course, const char *pending)
{
    size_t count = 0;
    for (size_t i = 0; i < course->roster.count; i++) {
        for (size_t j = 0; j < course->assignment.count; j++) {
            char *path =
                text_format("%s/%s/%s", pending, course->roster.submissions[i].key,
                            course->assignment.exercises[j].exercise->id);
            count += file_exists(path);
            free(path);
        }
    }
    return count;
}

/* What changes, in words, to be freed. */
static char *describe(const struct course *course, const char *pending, size_t *totals)
{
    char *text;
    size_t size;
    struct course after = *course;
    after.pending = pending;
    FILE *file = open_memstream(&text, &size);
    if (!file)
        error(EXIT_USAGE, 0, "out of memory");
    *totals = 0;
    for (size_t i = 0; i < course->roster.count; i = course_next(course, i))
        *totals += changes_write(file, course, &after, i);
    fclose(file);
    return text;
}

static int regrade(const struct course *course, const struct arguments *a)
{
    struct tally tally;
    char *pending = regrade_pending(course->results);
    folder_make(pending);
    bool whole = grade_again(&tally, course, &a->common.grading, pending);
    size_t totals, count = count_pending(course, pending);
    char *changes = describe(course, pending, &totals);
    int code = whole ? 0 : EXIT_USAGE;
    fputs(changes, stdout);
    printf("%zu results are out of date; graded again, they change %zu totals\n", count,
           totals);
    if (!whole)
        printf("Nothing was written.\n");
    else if (count > 0 && a->writes)
        code = regrade_write(course, changes);
    else if (count > 0)
        printf("Nothing was written; 'descent regrade --write %s' does.\n",
               course->results);
    if (whole && count == 0)
        folder_remove(pending);
    free(changes);
    free(pending);
    return code;
}

int cmd_regrade(struct context *context, int argc, char **argv)
{
    static const struct argp own = {.options = options, .parser = parse};
    struct arguments a = {.common.grading = {.workbook = &context->workbook,
                                             .sandboxed = true,
                                             .jobs = workers_default()}};
    parse_arguments(context, argc, argv, "RESULTS",
                    "After a test was changed: grade again what it changes, with the "
                    "seeds of before, and show whose points become others, and why. "
                    "RESULTS is the folder that 'descent batch' has written. Nothing in "
                    "it changes without --write.",
                    &own, &a);
    if (context->word_count != 1)
        error(EXIT_USAGE, 0, "name the folder of the results");
    const char *results = context->words[0];
    struct course course;
    check_results(results);
    ready_check_room(&a.common.grading);
    ready_check_sandbox(&a.common.grading, "--unsafe-no-sandbox");
    results_open(results);
    course_reopen(&course, &context->workbook, results);
    if (regrade_finish(&course))
        printf("This ended a regrade that was interrupted while it wrote.\n");
    int code = regrade(&course, &a);
    course_free(&course);
    return code;
}
