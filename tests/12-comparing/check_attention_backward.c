/* check_attention_backward.c: what must be true of exercise 12.6.
 *
 * Rounding: sums of at most 6 products of normal numbers, three times in a row, are off
 * by some u = 1.1e-16 times 1000. With 120 places and 16 numbers 20 times that. The
 * difference quotients with h = 2^-16 are off by h² |f'''| / 6, below 1e-10 |f'''|, and
 * by u |f| / h, below 1e-9. */
#include "judge/slopes.h"

enum { T = 6, D = 4 };

static const double rounding = 1e-12;

static void gradients_are_slopes(const struct trace *yours)
{
    slopes_agree(yours, "dv-of-the-cost", "dv-by-differences", T * D, 1e-7);
    slopes_agree(yours, "dq-of-the-cost", "dq-by-differences", T * D, 1e-7);
    slopes_agree(yours, "dk-of-the-cost", "dk-by-differences", T * D, 1e-7);
}

/* Place 0 sees only itself, whatever its query is. */
static void first_query_has_none(const struct trace *yours)
{
    const double *dq = judge_values(yours, "dq", T * D);
    for (size_t i = 0; i < D; i++)
        if (!(fabs(dq[i]) <= 1e-12))
            judge_fail("your gradient of the first query is %.9g; it is 0, because its "
                       "weight is 1 whatever the query is",
                       dq[i]);
}

static void what_is_later_has_none(const struct trace *yours)
{
    static const char *const names[] = {"dq-of-a-place", "dk-of-a-place",
                                        "dv-of-a-place"};
    const size_t place = (size_t)*judge_values(yours, "the-place", 1);
    for (size_t a = 0; a < 3; a++) {
        const double *gradient = judge_values(yours, names[a], T * D);
        for (size_t t = 0; t < T; t++)
            for (size_t i = 0; i < D; i++)
                if ((t > place || (a == 0 && t < place)) && gradient[t * D + i] != 0)
                    judge_fail("only place %zu has a gradient of y; your %s of place %zu "
                               "is %.9g, and place %zu does not depend on it",
                               place, names[a], t, gradient[t * D + i], place);
    }
}

/* All keys moved alike move all scores of a row alike, so their gradients add up to what
 * the sum of each row of dS times q is: 0. */
static void keys_balance(const struct trace *yours)
{
    const double *dk = judge_values(yours, "dk", T * D);
    for (size_t i = 0; i < D; i++) {
        double sum = 0;
        for (size_t t = 0; t < T; t++)
            sum += dk[t * D + i];
        if (!(fabs(sum) <= 1e-11))
            judge_fail(
                "number %zu of your gradients of the keys adds up to %.9g; it must "
                "to 0, since moving all keys alike changes no weight",
                i, sum);
    }
}

const struct judge_test judge_tests[] = {
    {"the gradient of the values", 3, "values", rounding, rounding, NULL},
    {"the gradient of the queries", 3, "queries", rounding, rounding,
     first_query_has_none},
    {"the gradient of the keys", 3, "keys", rounding, rounding, keys_balance},
    {"a head without gaps between its rows", 1, "packed", rounding, rounding, NULL},
    {"a head among others; inputs untouched", 2, "neighbors", rounding, rounding, NULL},
    {"the gradients are slopes", 3, "differences", 0, 0, gradients_are_slopes},
    {"one place, and nothing that is later", 1, "one-place", rounding, rounding,
     what_is_later_has_none},
    {"one place, one number, weights of 1", 1, "edges", rounding, rounding, NULL},
    {"what a key hears from 40 places", 1, "back", rounding, rounding, NULL},
    {"120 places", 1, "many", 1e-11, 1e-11, NULL},
    {"shapes to refuse", 1, "invalid", 0, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
