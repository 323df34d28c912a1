/* check_infonce.c: what must be true of exercise 9.4.
 *
 * Rounding: logits up to 10 with errors of u = 1.1e-16 each of their size: 1e-13. Logits
 * of 4000 · 4 / 0.2 = 1e5: the loss is off by 1e-10 absolutely, and p by as much
 * relatively. */
#include "judge/slopes.h"

enum { N = 6 };

static const double rounding = 1e-13;

/* Rows sum to 0; pulls to the positive; and the diagonal is still. */
static void rows_balance(const struct trace *yours)
{
    const double *ds = judge_values(yours, "ds", N * N);
    const double *positive = judge_values(yours, "positive", N);
    for (size_t i = 0; i < N; i++) {
        double sum = 0;
        for (size_t k = 0; k < N; k++) {
            const double slope = ds[i * N + k];
            sum += slope;
            if (k == i                     ? slope != 0
                : k == (size_t)positive[i] ? !(slope < 0)
                                           : !(slope > 0))
                judge_fail("row %zu, column %zu: your gradient is %.9g; it is 0 on the "
                           "diagonal, negative for the positive, positive for others",
                           i, k, slope);
        }
        if (!(fabs(sum) <= 1e-12))
            judge_fail("row %zu of your gradient adds up to %.9g; it must to 0, since "
                       "moving a whole row changes nothing",
                       i, sum);
    }
}

static void gradient_is_the_slope(const struct trace *yours)
{
    slopes_agree(yours, "ds-of-the-loss", "ds-by-differences", N * N, 1e-8);
}

static void moved_rows_cost_the_same(const struct trace *yours)
{
    const double before = *judge_values(yours, "loss-before", 1);
    judge_close("the loss with one row moved",
                *judge_values(yours, "loss-of-a-moved-row", 1), before, 1e-11);
    judge_close("the loss of equal similarities",
                *judge_values(yours, "loss-of-equal", 1), log(N - 1), 1e-11);
}

const struct judge_test judge_tests[] = {
    {"loss and gradient", 3, "loss", rounding, rounding, rows_balance},
    {"similarities of ±10,000, low temperatures", 3, "large", 1e-9, 1e-9, NULL},
    {"nobody looks at the diagonal", 2, "diagonal", rounding, rounding, NULL},
    {"the gradient is the slope of the loss", 2, "differences", 0, 0,
     gradient_is_the_slope},
    {"one pair, equal similarities, a moved row", 1, "edges", 1e-11, 1e-11,
     moved_rows_cost_the_same},
    {"300 embeddings; inputs untouched", 1, "many", 1e-12, 1e-15, NULL},
    {"temperatures, positives and similarities to refuse", 2, "invalid", rounding, 0,
     NULL},
    {"the loss against the temperature", 1, "temperatures", 1e-12, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
