/* cmd_batch.c: descent batch [--assignment FILE] [--results DIR] DIR [ID...] */
#include "judge/text.h"
#include "run/run.h"
#include "tool/batch.h"
#include "tool/course.h"
#include "tool/files.h"
#include "tool/gradebook.h"
#include "tool/ready.h"
#include "tool/results.h"
#include "tool/tool.h"

#include <errno.h>
#include <error.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct arguments {
    struct grading grading;
    struct course course;
    const char *assignment;
    char *results;
    time_t due;
    size_t shard, shards;
};

enum { KEY_UNSAFE = 256, KEY_BUDGET, KEY_COUNT, KEY_DUE, KEY_SHARD };

static const struct argp_option options[] = {
    {"assignment", 'a', "FILE", 0, "what is assigned; see docs/assignment.md", 0},
    {"results", 'r', "DIR", 0, "where the results go (default: beside the submissions)",
     0},
    {"seed", 's', "N", 0,
     "seed of the tests' inputs (default: a fresh one for each submission)", 0},
    {"jobs", 'J', "N", 0, "submissions graded at once (default: one a processor)", 0},
    {"count", KEY_COUNT, "WHICH", 0,
     "which submission of a student counts: last (default), best or first", 0},
    {"due", KEY_DUE, "TIME", 0,
     "what comes later is late, such as 2026-12-07T23:59+01:00", 0},
    {"shard", KEY_SHARD, "I/N", 0, "grade only the I-th part of N of the class", 0},
    {"budget", KEY_BUDGET, "SECONDS", 0,
     "for all exercises of a submission that do not pass (default: 60); after that each "
     "gets little time",
     0},
    {"unsafe-no-sandbox", KEY_UNSAFE, NULL, 0,
     "do not use the sandbox: only for code that you trust", 0},
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
    case 'a':
        a->assignment = argument;
        return 0;
    case 'r':
        a->results = strdup(argument);
        return 0;
    case 's':
        a->grading.seed = parse_seed(state, argument);
        return 0;
    case 'J':
        a->grading.jobs =
            (unsigned)parse_number(state, argument, "the number of jobs", 999);
        return 0;
    case KEY_COUNT:
        a->course.counting = parse_counting(state, argument);
        return 0;
    case KEY_DUE:
        a->due = parse_due(state, argument);
        return 0;
    case KEY_SHARD:
        parse_shard(a, state, argument);
        return 0;
    case KEY_BUDGET:
        a->grading.budget = (double)parse_number(state, argument, "the budget", 86400);
        return 0;
    case KEY_UNSAFE:
        a->grading.sandboxed = false;
        return 0;
    }
    return ARGP_ERR_UNKNOWN;
}

/* The chapters' names, which no submission has. */
static void read_roster(struct course *course, const struct workbook *workbook,
                        const char *folder)
{
    char **chapters = calloc(workbook->count, sizeof *chapters);
    if (!chapters)
        error(EXIT_USAGE, 0, "out of memory");
    for (size_t i = 0; i < workbook->count; i++)
        chapters[i] = workbook->exercises[i].chapter;
    roster_read(&course->roster, folder, chapters, workbook->count);
    free(chapters);
}

/* "class" and "class/" have their results in "class.results". */
static char *default_results(const struct arguments *a)
{
    if (a->shards == 1)
        return text_format("%s.results", a->course.roster.folder);
    return text_format("%s.results-%zu-of-%zu", a->course.roster.folder, a->shard,
                       a->shards);
}

/* Among the submissions they would be taken for one. */
static void open_results(const struct arguments *a)
{
    results_open(a->results);
    char *path = realpath(a->results, NULL);
    const char *folder = a->course.roster.folder;
    size_t length = strlen(folder);
    if (path && strncmp(path, folder, length) == 0 && strchr("/", path[length]))
        error(EXIT_USAGE, 0, "the results must not lie in the folder of the submissions");
    free(path);
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
    struct batch batch = {.grading = a->grading,
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

/* The folder's name, if it can be an assignment's. */
static char *class_name(const char *folder)
{
    enum { LONGEST = 60 };
    char *path = realpath(folder, NULL), *slash = path ? strrchr(path, '/') : NULL;
    char *name = strdup(slash && slash[1] && slash[1] != '.' ? slash + 1 : "class");
    text_clean(name, strlen(name));
    if (strlen(name) > LONGEST || strpbrk(name, "\n\t"))
        strcpy(name, "class");
    free(path);
    return name;
}

/* What is assigned: the file says it, or the words after the folder do. */
static void read_assignment(struct arguments *a, const struct context *context)
{
    const struct workbook *workbook = &context->workbook;
    const char *folder = context->words[0];
    char *const *words = context->words + 1;
    size_t count = context->word_count - 1;
    struct assignment *assignment = &a->course.assignment;
    if (a->assignment && count > 0)
        error(EXIT_USAGE, 0, "name exercises or an assignment, not both");
    if (a->assignment) {
        char *problem = assignment_read(assignment, workbook, a->assignment);
        if (problem)
            error(EXIT_USAGE, 0, "%s", problem);
    } else {
        char *name = class_name(folder);
        assignment_choose(assignment, workbook, name, words, count);
        free(name);
    }
    assignment->due = a->due ? a->due : assignment->due;
    if (!a->grading.seed)
        a->grading.seed = assignment->seed;
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
    struct arguments a = {.grading = {.workbook = workbook,
                                      .sandboxed = true,
                                      .budget = 60,
                                      .jobs = (unsigned)sysconf(_SC_NPROCESSORS_ONLN)},
                          .shard = 1,
                          .shards = 1};
    parse_arguments(context, argc, argv, "DIR [ID...]",
                    "Grade a folder of submissions: a folder or an archive a student, or "
                    "what Moodle, Canvas or Gradescope let you download.\vWhat is graded "
                    "already is graded again only if it has changed; so after an "
                    "interruption the same command goes on.",
                    &own, &a);
    if (context->word_count == 0)
        error(EXIT_USAGE, 0, "name the folder of the submissions");
    read_assignment(&a, context);
    check_seed(&a.grading);
    ready_check_room(&a.grading);
    ready_check_sandbox(&a.grading, "--unsafe-no-sandbox");
    read_roster(&a.course, workbook, context->words[0]);
    course_choose(&a.course, a.shard - 1, a.shards);
    a.results = a.results ? a.results : default_results(&a);
    open_results(&a);
    a.course.results = a.results;
    char *path = text_format("%s/assignment.json", a.results);
    assignment_write(&a.course.assignment, path);
    course_adjust(&a.course);
    free(path);
    int code = grade_class(&a);
    course_free(&a.course);
    free(a.results);
    return code;
}
