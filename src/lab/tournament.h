/** @file tournament.h
 *  @brief All methods on all workloads, tuned alike: the trials, and what comes of them.
 *  @ingroup lab */
#ifndef DESCENT_TOURNAMENT_H
#define DESCENT_TOURNAMENT_H

#include "lab/contest.h"
#include "lab/task.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** @addtogroup lab
 *  @{ */

#define TOURNAMENT_WORKLOADS 4 ///< Digits, Zipf, pairs, language.
#define TOURNAMENT_METHODS 9   ///< All contestants.
#define TOURNAMENT_STUDIES 5   ///< Most studies.
#define TOURNAMENT_TRIALS 5    ///< Most trials in a study.
#define TOURNAMENT_POINTS 41   ///< Most scores of a trial.

/** What a trial gave. */
struct tournament_result {
    double seconds;                ///< For a step.
    real step[TOURNAMENT_POINTS];  ///< At which it was scored.
    real value[TOURNAMENT_POINTS]; ///< The scores; NaN behind one that is not finite.
};

/** A time, or a ratio of times, of each study. */
typedef double tournament_times[TOURNAMENT_WORKLOADS][TOURNAMENT_METHODS]
                               [TOURNAMENT_STUDIES];

/** A tournament. Each method has some studies on each workload: a study is as many trials
 *  with points of the Halton sequence, all with one seed; the quickest counts. */
struct tournament {
    bool small;                         ///< Smaller workloads, and fewer steps.
    uint64_t seed;                      ///< Of the first study.
    size_t first;                       ///< The first workload that takes part.
    size_t end;                         ///< Behind the last one.
    size_t studies;                     ///< Of a method on a workload.
    size_t trials;                      ///< In a study.
    size_t points;                      ///< Scores in a trial.
    size_t every[TOURNAMENT_WORKLOADS]; ///< Steps from one score to the next.
    struct tournament_result result[TOURNAMENT_WORKLOADS][TOURNAMENT_METHODS]
                                   [TOURNAMENT_STUDIES][TOURNAMENT_TRIALS]; ///< All.
};

/** A score, and between which bounds it lies if the studies are resampled. */
struct tournament_score {
    double score; ///< From the median of all studies.
    double low;   ///< 5 % of the resamples are below.
    double high;  ///< 5 % of the resamples are above.
};

/** The names of the workloads. */
extern const char *const tournament_workloads[TOURNAMENT_WORKLOADS];

/** Plans a tournament, with all workloads and seed 1001.
 *  @param[out] t      overwritten; nothing is allocated
 *  @param      small  for the book's figure, instead of for hours */
void tournament_plan(struct tournament *t, bool small);

/** Prepares a workload.
 *  @param      t     planned
 *  @param      w     below #TOURNAMENT_WORKLOADS
 *  @param[out] task  overwritten; release it with task_free()
 *  @return as of the workload's function in task.h */
enum descent_status tournament_task(const struct tournament *t, size_t w,
                                    struct task *task);

/** Runs one trial, and keeps what it gave.
 *  @param t      planned
 *  @param task   tournament_task() of the workload
 *  @param w      the workload
 *  @param m      the method, an index of contestants[]
 *  @param study  below t->studies
 *  @param trial  below t->trials
 *  @return as contest_trial(); DESCENT_ENAN means that it diverged, which is a result */
enum descent_status tournament_trial(struct tournament *t, struct task *task, size_t w,
                                     size_t m, size_t study, size_t trial);

/** The target of a workload: what AdamW reaches in a typical study, the median of the
 *  best final scores, and a little more.
 *  @param t      with all results
 *  @param w      the workload
 *  @param slack  how much more, as a share of the score: 0.02
 *  @return the target */
double tournament_target(const struct tournament *t, size_t w, double slack);

/** The times to all targets: those of each study's quickest trial; infinite if none gets
 *  there.
 *  @param      t        with all results
 *  @param      slack    as of tournament_target()
 *  @param      trials   how many trials count, the first of each study
 *  @param      seconds  in seconds; otherwise in steps
 *  @param[out] time     for each workload, method and study */
void tournament_measure(const struct tournament *t, double slack, size_t trials,
                        bool seconds, tournament_times time);

/** The median over some studies.
 *  @param t      planned
 *  @param time   of each study
 *  @param study  t->studies indices: of all studies, or resampled; NULL for all
 *  @return infinite if half of them are */
double tournament_median(const struct tournament *t, const double *time,
                         const size_t *study);

/** The ratios of exercise 12.2, of the medians.
 *  @param      t      planned
 *  @param      time   of tournament_measure()
 *  @param      study  as of tournament_median()
 *  @param[out] ratio  for each method (end - first) ratios */
void tournament_ratios(const struct tournament *t, const tournament_times time,
                       const size_t *study, real *ratio);

/** The scores of exercise 12.2, with intervals. Studies of one number have one seed, so
 *  they are resampled together for all methods and workloads, as the pairs of exercise
 *  12.4.
 *  @param      t        planned
 *  @param      time     of tournament_measure()
 *  @param      tau_max  τ_max, above 1
 *  @param[out] score    of each method */
void tournament_score(const struct tournament *t, const tournament_times time,
                      double tau_max, struct tournament_score *score);

/** @} */

#endif
