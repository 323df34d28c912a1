/* main.c: compares the optimizers of the book on its workloads.
 *
 *     compare [--small] [--workload NAME] [--shard I/N] DIRECTORY
 *
 * Each method has some studies on each workload, each study some trials with settings
 * from the Halton sequence, all with the study's seed. A trial is a file in DIRECTORY,
 * written whole: a run that was stopped goes on, and a file whose settings are no longer
 * those of the trial is made again. With --shard I/N only every N-th trial is run; the
 * files of all shards together are those of one run. When all are there, the tables are
 * printed.
 *
 * Invariant: what a trial gives depends on its settings alone; but seconds do not. */
#include "lab/contest.h"
#include "optim/performance_profile.h"
#include "optim/time_to_target.h"

#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum {
    WORKLOADS = 3,
    METHODS = 9,
    STUDIES = 5,
    TRIALS = 5,
    POINTS = 41,
    RESAMPLES = 500
};
enum { VERSION = 1 }; /* of what a trial is; raise it when a method's results change */

static const char *const workloads[WORKLOADS] = {"digits", "zipf", "language"};

/* How much of everything. */
struct plan {
    const char *directory;
    bool small;
    size_t studies, trials, points;
    size_t every[WORKLOADS];
    size_t shard, shards;
    size_t first, end; /* of the workloads */
};

struct result {
    double seconds; /* for a step */
    real step[POINTS], value[POINTS];
};

static struct result results[WORKLOADS][METHODS][STUDIES][TRIALS];

_Noreturn static void fail(const char *what, const char *why)
{
    fprintf(stderr, "compare: %s: %s\n", what, why);
    exit(2);
}

static void make_task(struct task *task, const struct plan *plan, size_t w)
{
    const struct gpt_config large = {0, 32, 32, 2, 2, 8}, tiny = {0, 16, 16, 2, 1, 8};
    enum descent_status status = w == 0 ? task_digits(task, 32, 32)
                                 : w == 1
                                     ? task_zipf(task, 64)
                                     : task_language(task, plan->small ? tiny : large);
    if (status)
        fail(workloads[w], descent_strerror(status));
}

/* One trial among all. */
struct unit {
    size_t workload, method, study, trial;
};

static struct unit unit_of(const struct plan *plan, size_t i)
{
    const size_t trial = i % plan->trials, study = i / plan->trials % plan->studies;
    const size_t rest = i / plan->trials / plan->studies;
    return (struct unit){plan->first + rest / METHODS, rest % METHODS, study, trial};
}

/* What decides about the result, in a line; and where it is kept. */
static void describe(const struct plan *plan, struct unit u, char line[400],
                     char path[400], real point[CONTEST_DIMS])
{
    const struct contestant *c = &contestants[u.method];
    contest_point(c, plan->trials, u.study, u.trial, point);
    int used = snprintf(line, 400, "%d %d %s %s %zu %zu %zu", VERSION, plan->small,
                        workloads[u.workload], c->name, u.study, plan->points,
                        plan->every[u.workload]);
    for (size_t j = 0; j < c->dims; j++)
        used += snprintf(line + used, 400 - (size_t)used, " %.9g", (double)point[j]);
    snprintf(path, 400, "%s/%s-%s-%zu-%zu", plan->directory, workloads[u.workload],
             c->name, u.study, u.trial);
}

static struct result *result_of(struct unit u)
{
    return &results[u.workload][u.method][u.study][u.trial];
}

/* Whether the result is there, for these settings, and whole. */
static bool read_result(const struct plan *plan, struct unit u)
{
    struct result *r = result_of(u);
    char line[400], path[400], found[400];
    real point[CONTEST_DIMS];
    describe(plan, u, line, path, point);
    FILE *file = fopen(path, "r");
    if (!file)
        return false;
    bool good = fgets(found, sizeof found, file) != NULL;
    found[strcspn(found, "\n")] = 0;
    good = good && strcmp(found, line) == 0 && fscanf(file, "%lf", &r->seconds) == 1;
    for (size_t k = 0; good && k < plan->points; k++) {
        double value;
        good = fscanf(file, "%lf", &value) == 1;
        r->step[k] = (real)(k * plan->every[u.workload]);
        r->value[k] = (real)value;
    }
    fclose(file);
    return good;
}

/* Written aside, and renamed when it is whole. */
static void write_result(const struct plan *plan, struct unit u)
{
    const struct result *r = result_of(u);
    char line[400], path[400], aside[420];
    real point[CONTEST_DIMS];
    describe(plan, u, line, path, point);
    snprintf(aside, sizeof aside, "%s.new", path);
    FILE *file = fopen(aside, "w");
    if (!file)
        fail(aside, strerror(errno));
    fprintf(file, "%s\n%.9g\n", line, r->seconds);
    for (size_t k = 0; k < plan->points; k++)
        fprintf(file, "%.17g\n", (double)r->value[k]);
    const bool whole = !ferror(file);
    if (fclose(file) || !whole || rename(aside, path))
        fail(path, strerror(errno));
}

static void run(const struct plan *plan, struct task *task, struct unit u)
{
    struct result *r = result_of(u);
    char line[400], path[400];
    real point[CONTEST_DIMS];
    describe(plan, u, line, path, point);
    const size_t every = plan->every[u.workload];
    enum descent_status status =
        contest_trial(task, &contestants[u.method], point, 1000 + u.study,
                      every * (plan->points - 1), every, r->step, r->value, &r->seconds);
    if (status && status != DESCENT_ENAN)
        fail(line, descent_strerror(status));
    write_result(plan, u);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void say(size_t done, size_t all, double start, const char *name)
{
    const double each = done ? (now() - start) / (double)done : 0;
    fprintf(stderr, "\r%4zu of %zu trials, about %.0f s left; %-10s", done, all,
            each * (double)(all - done), name);
}

/* Runs what is missing of this shard. Returns how many trials of others are missing. */
static size_t run_all(const struct plan *plan)
{
    const size_t units =
        (plan->end - plan->first) * METHODS * plan->studies * plan->trials;
    size_t *todo = calloc(units, sizeof *todo), mine = 0, others = 0;
    struct task task = {0};
    if (!todo)
        fail("memory", strerror(ENOMEM));
    for (size_t i = 0; i < units; i++) {
        if (read_result(plan, unit_of(plan, i)))
            continue;
        if (i % plan->shards == plan->shard)
            todo[mine++] = i;
        else
            others++;
    }
    const double start = now();
    for (size_t k = 0; k < mine; k++) {
        const struct unit u = unit_of(plan, todo[k]);
        if (k == 0 || unit_of(plan, todo[k - 1]).workload != u.workload) {
            task_free(&task);
            make_task(&task, plan, u.workload);
        }
        say(k, mine, start, workloads[u.workload]);
        run(plan, &task, u);
    }
    if (mine)
        fputc('\n', stderr);
    task_free(&task);
    free(todo);
    return others;
}

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(size_t n, const double *x)
{
    double sorted[STUDIES];
    memcpy(sorted, x, n * sizeof *x);
    qsort(sorted, n, sizeof *sorted, ascending);
    const double high = sorted[n / 2], low = sorted[(n - 1) / 2];
    return low == high ? low : (low + high) / 2;
}

/* The best score that a study has in the end. */
static double best_end(const struct plan *plan, size_t w, size_t m, size_t study)
{
    double best = INFINITY;
    for (size_t t = 0; t < plan->trials; t++)
        best = fmin(best, (double)results[w][m][study][t].value[plan->points - 1]);
    return best;
}

/* What AdamW reaches in a typical study, and a little more: `slack` is a share of it. */
static double target_of(const struct plan *plan, size_t w, double slack)
{
    double end[STUDIES] = {0};
    size_t adamw = 0;
    while (strcmp(contestants[adamw].name, "adamw") != 0)
        adamw++;
    for (size_t s = 0; s < plan->studies; s++)
        end[s] = best_end(plan, w, adamw, s);
    return (1 + slack) * median(plan->studies, end);
}

/* The time of a study: that of its best trial, in steps or in seconds. */
static double study_time(const struct plan *plan, size_t w, size_t m, size_t study,
                         double target, bool seconds)
{
    double best = INFINITY;
    for (size_t t = 0; t < plan->trials; t++) {
        const struct result *r = &results[w][m][study][t];
        const double steps =
            (double)time_to_target(plan->points, r->step, r->value, (real)target, 0);
        best = fmin(best, seconds ? steps * r->seconds : steps);
    }
    return best;
}

/* Scores of all methods, from the median over the given studies. */
static void score(const struct plan *plan, double time[WORKLOADS][METHODS][STUDIES],
                  const size_t *study, double tau_max, double *scores)
{
    const size_t count = plan->end - plan->first;
    real table[METHODS * WORKLOADS];
    for (size_t w = plan->first; w < plan->end; w++)
        for (size_t m = 0; m < METHODS; m++) {
            double picked[STUDIES] = {0};
            for (size_t s = 0; s < plan->studies; s++)
                picked[s] = time[w][m][study[s]];
            table[m * count + w - plan->first] = (real)median(plan->studies, picked);
        }
    performance_ratios(METHODS, count, table, table);
    for (size_t m = 0; m < METHODS; m++)
        scores[m] = (double)performance_score(count, table + m * count, (real)tau_max);
}

/* The scores, and between which bounds 90 % of them lie if the studies are resampled. */
static void print_scores(const struct plan *plan,
                         double time[WORKLOADS][METHODS][STUDIES], double tau_max)
{
    static double drawn[METHODS][RESAMPLES];
    double scores[METHODS];
    size_t study[STUDIES];
    struct rng rng = rng_seed(1);
    for (size_t r = 0; r < RESAMPLES; r++) {
        for (size_t s = 0; s < plan->studies; s++)
            study[s] = rng_below(&rng, plan->studies);
        score(plan, time, study, tau_max, scores);
        for (size_t m = 0; m < METHODS; m++)
            drawn[m][r] = scores[m];
    }
    for (size_t s = 0; s < plan->studies; s++)
        study[s] = s;
    score(plan, time, study, tau_max, scores);
    for (size_t m = 0; m < METHODS; m++) {
        qsort(drawn[m], RESAMPLES, sizeof **drawn, ascending);
        printf("  %-12s %6.3f  %6.3f to %.3f\n", contestants[m].name, scores[m],
               drawn[m][RESAMPLES / 20], drawn[m][RESAMPLES - 1 - RESAMPLES / 20]);
    }
}

static void print_times(const struct plan *plan, double slack, bool seconds)
{
    static double time[WORKLOADS][METHODS][STUDIES];
    printf("\n%s to the target, slack %g %%: the median of %zu studies (solved)\n\n%-12s",
           seconds ? "Seconds" : "Steps", 100 * slack, plan->studies, "");
    for (size_t w = plan->first; w < plan->end; w++)
        printf("  %16s", workloads[w]);
    for (size_t m = 0; m < METHODS; m++) {
        printf("\n%-12s", contestants[m].name);
        for (size_t w = plan->first; w < plan->end; w++) {
            const double target = target_of(plan, w, slack);
            size_t solved = 0;
            for (size_t s = 0; s < plan->studies; s++) {
                time[w][m][s] = study_time(plan, w, m, s, target, seconds);
                solved += isfinite(time[w][m][s]) ? 1 : 0;
            }
            printf("  %12.4g (%zu)", median(plan->studies, time[w][m]), solved);
        }
    }
    for (double tau_max = 2; tau_max < 5; tau_max += 2) {
        printf("\n\nscore up to %g times the best, and 90 %% of resampled studies\n",
               tau_max);
        print_scores(plan, time, tau_max);
    }
}

static void print_all(const struct plan *plan)
{
    for (size_t w = plan->first; w < plan->end; w++)
        printf("%s: target %.4f\n", workloads[w], target_of(plan, w, 0.02));
    print_times(plan, 0.02, false);
    print_times(plan, 0.02, true);
    print_times(plan, 0.1, false);
}

static const char usage[] =
    "usage: compare [--small] [--workload NAME] [--shard I/N] DIRECTORY";

static void take_workload(struct plan *plan, const char *name)
{
    for (size_t w = 0; w < WORKLOADS; w++)
        if (strcmp(workloads[w], name) == 0) {
            plan->first = w;
            plan->end = w + 1;
            return;
        }
    fail(name, "there are the workloads digits, zipf and language");
}

static void take_shard(struct plan *plan, const char *shard)
{
    char rest;
    if (sscanf(shard, "%zu/%zu%c", &plan->shard, &plan->shards, &rest) != 2 ||
        plan->shard < 1 || plan->shard > plan->shards)
        fail(shard, "a shard is I/N, with I from 1 to N");
    plan->shard--;
}

static void take_arguments(struct plan *plan, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--small") == 0)
            plan->small = true;
        else if (strcmp(argv[i], "--shard") == 0 && i + 1 < argc)
            take_shard(plan, argv[++i]);
        else if (strcmp(argv[i], "--workload") == 0 && i + 1 < argc)
            take_workload(plan, argv[++i]);
        else if (argv[i][0] != '-' && !plan->directory)
            plan->directory = argv[i];
        else
            fail(argv[i], usage);
    }
    if (!plan->directory)
        fail("no directory", usage);
}

int main(int argc, char **argv)
{
    struct plan plan = {.shards = 1, .end = WORKLOADS};
    take_arguments(&plan, argc, argv);
    plan.studies = plan.small ? 2 : STUDIES;
    plan.trials = plan.small ? 3 : TRIALS;
    plan.points = plan.small ? 11 : POINTS;
    const size_t small[WORKLOADS] = {20, 8, 10}, whole[WORKLOADS] = {25, 10, 20};
    memcpy(plan.every, plan.small ? small : whole, sizeof plan.every);
    if (mkdir(plan.directory, 0777) && errno != EEXIST)
        fail(plan.directory, strerror(errno));
    const size_t missing = run_all(&plan);
    if (missing)
        printf("%zu trials of other shards are missing\n", missing);
    else
        print_all(&plan);
    return 0;
}
