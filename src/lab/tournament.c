/* tournament.c: tuned trials, times to targets, scores with intervals.
 *
 *     study:  t = min over its trials of the time to the target
 *     method: r_mw = median t_mw / min over m' of median t_m'w,  S_m = mean profile
 *
 * Invariant: what a trial gives depends on its settings alone; but seconds do not. */
#include "lab/tournament.h"
#include "lab/sorting.h"
#include "optim/performance_profile.h"
#include "optim/time_to_target.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { RESAMPLES = 1000 };

const char *const tournament_workloads[TOURNAMENT_WORKLOADS] = {"digits", "zipf", "pairs",
                                                                "language"};

void tournament_plan(struct tournament *t, bool small)
{
    static const size_t every[2][TOURNAMENT_WORKLOADS] = {{25, 10, 20, 20},
                                                          {10, 5, 5, 5}};
    memset(t, 0, sizeof *t);
    t->small = small;
    t->seed = 1001;
    t->end = TOURNAMENT_WORKLOADS;
    t->studies = TOURNAMENT_STUDIES;
    t->trials = TOURNAMENT_TRIALS;
    t->points = small ? 17 : TOURNAMENT_POINTS;
    memcpy(t->every, every[small], sizeof t->every);
}

/* The small text is scored on a few windows only: that would take most of the time. */
static enum descent_status language(struct task *task, bool small)
{
    const struct gpt_config large = {0, 32, 32, 2, 2, 8}, tiny = {0, 16, 16, 2, 1, 8};
    enum descent_status status = task_language(task, small ? tiny : large);
    if (!status && small)
        task->corpus.valid_length = 1024;
    return status;
}

enum descent_status tournament_task(const struct tournament *t, size_t w,
                                    struct task *task)
{
    struct zipf_config zipf = zipf_defaults();
    if (t->small) {
        zipf.rows = 2048;
        zipf.features = 48;
        zipf.classes = 96;
    }
    return w == 0   ? task_digits(task, 32, 32)
           : w == 1 ? task_zipf(task, zipf, 64)
           : w == 2 ? task_pairs(task, 32, 8, t->small ? 16 : 64)
                    : language(task, t->small);
}

enum descent_status tournament_trial(struct tournament *t, struct task *task, size_t w,
                                     size_t m, size_t study, size_t trial)
{
    struct tournament_result *r = &t->result[w][m][study][trial];
    real point[CONTEST_DIMS];
    enum descent_status status =
        contest_point(&contestants[m], t->trials, study, trial, point);
    if (status)
        return status;
    return contest_trial(task, &contestants[m], point, t->seed + study,
                         t->every[w] * (t->points - 1), t->every[w], r->step, r->value,
                         &r->seconds);
}

double tournament_median(const struct tournament *t, const double *time,
                         const size_t *study)
{
    double sorted[TOURNAMENT_STUDIES] = {0};
    for (size_t s = 0; s < t->studies; s++)
        sorted[s] = time[study ? study[s] : s];
    sort_ascending(t->studies, sorted);
    return median_of_sorted(t->studies, sorted);
}

/* The best score that a study has in the end. */
static double best_end(const struct tournament *t, size_t w, size_t m, size_t study)
{
    double best = INFINITY;
    for (size_t k = 0; k < t->trials; k++)
        best = fmin(best, (double)t->result[w][m][study][k].value[t->points - 1]);
    return best;
}

double tournament_target(const struct tournament *t, size_t w, double slack)
{
    double end[TOURNAMENT_STUDIES] = {0};
    size_t adamw = 0;
    while (strcmp(contestants[adamw].name, "adamw") != 0)
        adamw++;
    for (size_t s = 0; s < t->studies; s++)
        end[s] = best_end(t, w, adamw, s);
    return (1 + slack) * tournament_median(t, end, NULL);
}

static double study_time(const struct tournament *t, const struct tournament_result *r,
                         double target, size_t trials, bool seconds)
{
    double best = INFINITY;
    for (size_t k = 0; k < trials; k++) {
        const double steps =
            (double)time_to_target(t->points, r[k].step, r[k].value, (real)target, 0);
        best = fmin(best, seconds ? steps * r[k].seconds : steps);
    }
    return best;
}

void tournament_measure(const struct tournament *t, double slack, size_t trials,
                        bool seconds, tournament_times time)
{
    for (size_t w = t->first; w < t->end; w++) {
        const double target = tournament_target(t, w, slack);
        for (size_t m = 0; m < TOURNAMENT_METHODS; m++)
            for (size_t s = 0; s < t->studies; s++)
                time[w][m][s] =
                    study_time(t, t->result[w][m][s], target, trials, seconds);
    }
}

void tournament_ratios(const struct tournament *t, const tournament_times time,
                       const size_t *study, real *ratio)
{
    const size_t count = t->end - t->first;
    for (size_t m = 0; m < TOURNAMENT_METHODS; m++)
        for (size_t w = t->first; w < t->end; w++)
            ratio[m * count + w - t->first] =
                (real)tournament_median(t, time[w][m], study);
    performance_ratios(TOURNAMENT_METHODS, count, ratio, ratio);
}

static void score(const struct tournament *t, const tournament_times time,
                  const size_t *study, double tau_max, double *scores)
{
    const size_t count = t->end - t->first;
    real ratio[TOURNAMENT_METHODS * TOURNAMENT_WORKLOADS];
    tournament_ratios(t, time, study, ratio);
    for (size_t m = 0; m < TOURNAMENT_METHODS; m++)
        scores[m] = (double)performance_score(count, ratio + m * count, (real)tau_max);
}

void tournament_score(const struct tournament *t, const tournament_times time,
                      double tau_max, struct tournament_score *result)
{
    static double drawn[TOURNAMENT_METHODS][RESAMPLES];
    double scores[TOURNAMENT_METHODS];
    size_t study[TOURNAMENT_STUDIES];
    struct rng rng = rng_seed(1);
    for (size_t r = 0; r < RESAMPLES; r++) {
        for (size_t s = 0; s < t->studies; s++)
            study[s] = rng_below(&rng, t->studies);
        score(t, time, study, tau_max, scores);
        for (size_t m = 0; m < TOURNAMENT_METHODS; m++)
            drawn[m][r] = scores[m];
    }
    score(t, time, NULL, tau_max, scores);
    for (size_t m = 0; m < TOURNAMENT_METHODS; m++) {
        sort_ascending(RESAMPLES, drawn[m]);
        result[m] = (struct tournament_score){scores[m], drawn[m][RESAMPLES / 20],
                                              drawn[m][RESAMPLES - 1 - RESAMPLES / 20]};
    }
}
