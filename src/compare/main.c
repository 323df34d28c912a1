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
#include "lab/tournament.h"

#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { VERSION = 2 }; /* of what a trial is; raise it when a method's results change */

/* How much of everything. */
struct plan {
    const char *directory;
    size_t shard, shards;
};

static struct tournament t;

_Noreturn static void fail(const char *what, const char *why)
{
    fprintf(stderr, "compare: %s: %s\n", what, why);
    exit(2);
}

/* One trial among all. */
struct unit {
    size_t workload, method, study, trial;
};

static struct unit unit_of(size_t i)
{
    const size_t trial = i % t.trials, study = i / t.trials % t.studies;
    const size_t rest = i / t.trials / t.studies;
    return (struct unit){t.first + rest / TOURNAMENT_METHODS, rest % TOURNAMENT_METHODS,
                         study, trial};
}

/* What decides about the result, in a line; and where it is kept. */
static void describe(const struct plan *plan, struct unit u, char line[400],
                     char path[400])
{
    const struct contestant *c = &contestants[u.method];
    real point[CONTEST_DIMS];
    contest_point(c, t.trials, u.study, u.trial, point);
    int used = snprintf(line, 400, "%d %d %s %s %zu %zu %zu", VERSION, t.small,
                        tournament_workloads[u.workload], c->name, u.study, t.points,
                        t.every[u.workload]);
    for (size_t j = 0; j < c->dims; j++)
        used += snprintf(line + used, 400 - (size_t)used, " %.9g", (double)point[j]);
    snprintf(path, 400, "%s/%s-%s-%zu-%zu", plan->directory,
             tournament_workloads[u.workload], c->name, u.study, u.trial);
}

static struct tournament_result *result_of(struct unit u)
{
    return &t.result[u.workload][u.method][u.study][u.trial];
}

/* Whether the result is there, for these settings, and whole. */
static bool read_result(const struct plan *plan, struct unit u)
{
    struct tournament_result *r = result_of(u);
    char line[400], path[400], found[400];
    describe(plan, u, line, path);
    FILE *file = fopen(path, "r");
    if (!file)
        return false;
    bool good = fgets(found, sizeof found, file) != NULL;
    found[strcspn(found, "\n")] = 0;
    good = good && strcmp(found, line) == 0 && fscanf(file, "%lf", &r->seconds) == 1;
    for (size_t k = 0; good && k < t.points; k++) {
        double value;
        good = fscanf(file, "%lf", &value) == 1;
        r->step[k] = (real)(k * t.every[u.workload]);
        r->value[k] = (real)value;
    }
    fclose(file);
    return good;
}

/* Written aside, and renamed when it is whole. */
static void write_result(const struct plan *plan, struct unit u)
{
    const struct tournament_result *r = result_of(u);
    char line[400], path[400], aside[420];
    describe(plan, u, line, path);
    snprintf(aside, sizeof aside, "%s.new", path);
    FILE *file = fopen(aside, "w");
    if (!file)
        fail(aside, strerror(errno));
    fprintf(file, "%s\n%.9g\n", line, r->seconds);
    for (size_t k = 0; k < t.points; k++)
        fprintf(file, "%.17g\n", (double)r->value[k]);
    const bool whole = !ferror(file);
    if (fclose(file) || !whole || rename(aside, path))
        fail(path, strerror(errno));
}

static void run(const struct plan *plan, struct task *task, struct unit u)
{
    enum descent_status status =
        tournament_trial(&t, task, u.workload, u.method, u.study, u.trial);
    if (status && status != DESCENT_ENAN)
        fail(tournament_workloads[u.workload], descent_strerror(status));
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

static void prepare(struct task *task, size_t workload)
{
    task_free(task);
    enum descent_status status = tournament_task(&t, workload, task);
    if (status)
        fail(tournament_workloads[workload], descent_strerror(status));
}

/* Runs what is missing of this shard. Returns how many trials of others are missing. */
static size_t run_all(const struct plan *plan)
{
    const size_t units = (t.end - t.first) * TOURNAMENT_METHODS * t.studies * t.trials;
    size_t *todo = calloc(units, sizeof *todo), mine = 0, others = 0;
    struct task task = {0};
    if (!todo)
        fail("memory", strerror(ENOMEM));
    for (size_t i = 0; i < units; i++) {
        if (read_result(plan, unit_of(i)))
            continue;
        if (i % plan->shards == plan->shard)
            todo[mine++] = i;
        else
            others++;
    }
    const double start = now();
    for (size_t k = 0; k < mine; k++) {
        const struct unit u = unit_of(todo[k]);
        if (k == 0 || unit_of(todo[k - 1]).workload != u.workload)
            prepare(&task, u.workload);
        say(k, mine, start, tournament_workloads[u.workload]);
        run(plan, &task, u);
    }
    if (mine)
        fputc('\n', stderr);
    task_free(&task);
    free(todo);
    return others;
}

static void print_scores(const tournament_times time, double tau_max)
{
    struct tournament_score score[TOURNAMENT_METHODS];
    printf("\n\nscore up to %g times the best, and 90 %% of resampled studies\n",
           tau_max);
    tournament_score(&t, time, tau_max, score);
    for (size_t m = 0; m < TOURNAMENT_METHODS; m++)
        printf("  %-12s %6.3f  %6.3f to %.3f\n", contestants[m].name, score[m].score,
               score[m].low, score[m].high);
}

static void print_times(double slack, bool seconds)
{
    static tournament_times time;
    tournament_measure(&t, slack, t.trials, seconds, time);
    printf("\n%s to the target, slack %g %%: the median of %zu studies (solved)\n\n%-12s",
           seconds ? "Seconds" : "Steps", 100 * slack, t.studies, "");
    for (size_t w = t.first; w < t.end; w++)
        printf("  %16s", tournament_workloads[w]);
    for (size_t m = 0; m < TOURNAMENT_METHODS; m++) {
        printf("\n%-12s", contestants[m].name);
        for (size_t w = t.first; w < t.end; w++) {
            size_t solved = 0;
            for (size_t s = 0; s < t.studies; s++)
                solved += isfinite(time[w][m][s]) ? 1 : 0;
            printf("  %12.4g (%zu)", tournament_median(&t, time[w][m], NULL), solved);
        }
    }
    print_scores(time, 2);
    print_scores(time, 4);
}

static void print_all(void)
{
    for (size_t w = t.first; w < t.end; w++)
        printf("%s: target %.4f\n", tournament_workloads[w],
               tournament_target(&t, w, 0.02));
    print_times(0.02, false);
    print_times(0.02, true);
    print_times(0.1, false);
}

static const char usage[] =
    "usage: compare [--small] [--workload NAME] [--shard I/N] DIRECTORY";

static void take_workload(const char *name)
{
    for (size_t w = 0; w < TOURNAMENT_WORKLOADS; w++)
        if (strcmp(tournament_workloads[w], name) == 0) {
            t.first = w;
            t.end = w + 1;
            return;
        }
    fail(name, "there are the workloads digits, zipf, pairs and language");
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
    bool small = false;
    for (int i = 1; i < argc; i++)
        small = small || strcmp(argv[i], "--small") == 0;
    tournament_plan(&t, small);
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--small") == 0)
            continue;
        if (strcmp(argv[i], "--shard") == 0 && i + 1 < argc)
            take_shard(plan, argv[++i]);
        else if (strcmp(argv[i], "--workload") == 0 && i + 1 < argc)
            take_workload(argv[++i]);
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
    struct plan plan = {.shards = 1};
    take_arguments(&plan, argc, argv);
    if (mkdir(plan.directory, 0777) && errno != EEXIST)
        fail(plan.directory, strerror(errno));
    const size_t missing = run_all(&plan);
    if (missing)
        printf("%zu trials of other shards are missing\n", missing);
    else
        print_all();
    return 0;
}
