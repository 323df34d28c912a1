/* check_attention.c: what must be true of exercise 12.5.
 *
 * Rounding: a score is a sum of 5 products of normal numbers, off by a few u = 1.1e-16 of
 * its size, and a weight relatively by as much as its score absolutely: 1e-14. Scores of
 * 60² · 5 / √5 = 1e4 make that 1e-11. */
#include "judge/judge.h"
#include <math.h>

enum { T = 7, D = 5, BEFORE = 3 };

static const double rounding = 1e-13;

static void rows_are_shares(const struct trace *yours)
{
    const double *weight = judge_values(yours, "weight", T * T);
    for (size_t t = 0; t < T; t++) {
        double sum = 0;
        for (size_t j = 0; j < T; j++) {
            const double w = weight[t * T + j];
            if (j > t ? w != 0 : !(w > 0))
                judge_fail("place %zu gives place %zu the weight %.9g; it is 0 for later "
                           "places, and above 0 for all others",
                           t, j, w);
            sum += w;
        }
        if (!(fabs(sum - 1) <= 1e-12))
            judge_fail("the weights of place %zu add up to %.9g; they are shares of 1", t,
                       sum);
    }
}

static void the_future_has_no_influence(const struct trace *yours)
{
    const double *before = judge_values(yours, "first-y-before", BEFORE * D);
    const double *after =
        judge_values(yours, "first-y-with-another-future", 4 * BEFORE * D);
    for (size_t c = 0; c < 4; c++)
        for (size_t i = 0; i < BEFORE * D; i++)
            if (!(fabs(after[c * BEFORE * D + i] - before[i]) <= 1e-12))
                judge_fail("when only later places change, y of place %zu changes from "
                           "%.9g to %.9g",
                           i / D, before[i], after[c * BEFORE * D + i]);
}

static void equal_keys_share_alike(const struct trace *yours)
{
    const double *weight = judge_values(yours, "weight-of-equal-keys", T * T);
    const double *v = judge_values(yours, "v-of-a-single-place", D);
    const double *y = judge_values(yours, "y-of-a-single-place", D);
    for (size_t t = 0; t < T; t++)
        for (size_t j = 0; j <= t; j++)
            judge_close("a weight where all keys are equal", weight[t * T + j],
                        1 / ((double)t + 1), 1e-12);
    for (size_t i = 0; i < D; i++)
        judge_close("y of a single place, which looks at itself only", y[i], v[i], 1e-12);
}

const struct judge_test judge_tests[] = {
    {"the weights", 3, "weights", rounding, 0, rows_are_shares},
    {"the means", 2, "means", rounding, rounding, NULL},
    {"a head without gaps between its rows", 1, "packed", rounding, rounding, NULL},
    {"a head among others; inputs untouched", 1, "neighbors", rounding, rounding, NULL},
    {"nothing that comes later", 2, "later", rounding, rounding,
     the_future_has_no_influence},
    {"large scores", 2, "large", 1e-9, 1e-10, NULL},
    {"equal keys, one place, one number", 1, "known", rounding, rounding,
     equal_keys_share_alike},
    {"what the last place looks at", 1, "look", rounding, 0, NULL},
    {"200 places", 1, "many", 1e-12, 1e-12, NULL},
    {"shapes to refuse", 1, "invalid", 0, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
