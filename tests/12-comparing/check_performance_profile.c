/* check_performance_profile.c: what must be true of exercise 12.2.
 *
 * Rounding: a quotient is off by u = 1.1e-16 of its size, a sum of 6 by a few u, and one
 * of 100,000 by at most 1e-11. */
#include "judge/judge.h"
#include <math.h>

enum { M = 4, W = 6, ALL = M * W, SWEEP = 60 };

static const double rounding = 1e-13;

/* On each workload that somebody solved, somebody is the best; nobody is better. Whoever
 * multiplies by the reciprocal of the best time rounds twice. */
static void somebody_is_the_best(const struct trace *yours)
{
    const double *ratio = judge_values(yours, "ratio", ALL);
    const double *time = judge_values(yours, "time", ALL);
    for (size_t w = 0; w < W; w++) {
        double least = INFINITY, best = INFINITY;
        for (size_t m = 0; m < M; m++) {
            least = fmin(least, ratio[m * W + w]);
            best = fmin(best, time[m * W + w]);
        }
        if (isfinite(best) && !(fabs(least - 1) <= rounding))
            judge_fail("workload %zu: your least ratio is %.9g; that of the best is 1", w,
                       least);
    }
}

static void units_do_not_matter(const struct trace *yours)
{
    const double *ratio = judge_values(yours, "ratio-with-ties", ALL);
    const double *other = judge_values(yours, "ratio-in-other-units", ALL);
    for (size_t i = 0; i < ALL; i++)
        judge_close("a ratio in another unit of time", other[i], ratio[i], 1e-12);
}

static void profile_climbs(const struct trace *yours)
{
    const double *profile = judge_values(yours, "profile", SWEEP);
    for (size_t i = 0; i < SWEEP; i++)
        if (!(profile[i] >= 0 && profile[i] <= 1 &&
              (i == 0 || profile[i] >= profile[i - 1])))
            judge_fail("row %zu: your profile is %.9g; it is a share that never falls", i,
                       profile[i]);
}

/* The shares 26/27, 29/45 and 89/270, by hand from the ratios. */
static void scores_as_published(const struct trace *yours)
{
    static const double expected[] = {0.96296296296296302, 0.64444444444444449,
                                      0.32962962962962961};
    const double *row = judge_values(yours, "row-of-the-table", 3);
    const double *score = judge_values(yours, "score-up-to-4", 3);
    for (size_t m = 0; m < 3; m++)
        judge_close("the score of a row of the published table", score[m],
                    expected[(size_t)row[m]], 1e-12);
}

const struct judge_test judge_tests[] = {
    {"ratios of times", 3, "ratios", rounding, 0, somebody_is_the_best},
    {"ties, and other units", 2, "ties", rounding, 0, units_do_not_matter},
    {"the profile", 2, "curve", rounding, rounding, profile_climbs},
    {"the score", 3, "scores", rounding, rounding, NULL},
    {"a table that was scored elsewhere", 2, "published", rounding, 0,
     scores_as_published},
    {"in place, one method, 100,000 workloads", 1, "edges", 1e-10, 0, NULL},
    {"what is refused", 2, "invalid", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
