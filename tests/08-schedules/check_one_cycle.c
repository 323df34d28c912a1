/* check_one_cycle.c: what must be true of exercise 8.2.
 *
 * Rounding: a share errs by some u = 1.1e-16 of itself and u T/(T - p) of what is
 * subtracted; here T < 5 (T - p). The rates are between 0 and `peak` ≤ 1.5, so errors are
 * absolute. The last rate of the defaults is 250,000 times smaller than the peak, so it
 * has u · 250,000 = 3e-11 of itself. */
#include "judge/judge.h"

#include <math.h>

enum { PLOTTED = 90, PUBLISHED = 10 };

static const double rounding = 1e-12;

/* Up to the peak, down, level after the end; the ends as asked for. */
static void up_and_down(const struct trace *yours, const char *name)
{
    double total = *judge_values(yours, "total", 1),
           peak = *judge_values(yours, "peak", 1);
    double top = *judge_values(yours, "rise", 1) * total;
    double first = peak / *judge_values(yours, "start_div", 1);
    double last = first / *judge_values(yours, "final_div", 1);
    const double *rate = judge_values(yours, name, PLOTTED);
    judge_close("the first rate", rate[0], first, rounding);
    for (size_t i = 1; i < PLOTTED; i++) {
        double t = (double)(i + 1);
        if (t >= total)
            judge_close("the rate from the last step on", rate[i], last, 1e-10);
        else if (t < top ? !(rate[i] > rate[i - 1])
                         : t - 1 >= top && !(rate[i] < rate[i - 1]))
            judge_fail("the peak is at %.4g; step %g has the rate %.9g after %.9g", top,
                       t, rate[i], rate[i - 1]);
        if (!(rate[i] <= peak * (1 + rounding)))
            judge_fail("step %g has the rate %.9g, above the peak of %.9g", t, rate[i],
                       peak);
    }
}

static void waves(const struct trace *yours)
{
    up_and_down(yours, "rate");
}

static void straight(const struct trace *yours)
{
    up_and_down(yours, "rate-along-lines");
    const double *rate = judge_values(yours, "rate-along-lines", PLOTTED);
    double top = *judge_values(yours, "rise", 1) * *judge_values(yours, "total", 1);
    for (size_t i = 2; (double)(i + 1) < top; i++)
        judge_close("a step of the rise", rate[i] - rate[i - 1], rate[1] - rate[0],
                    1e-10);
}

/* The published rates are those of a peak of 25. */
static void as_published(const struct trace *yours)
{
    static const double expected[] = {1, 13, 25, 21.5, 18, 14.5, 11, 7.5, 4, 0.5};
    double unit = *judge_values(yours, "peak", 1) / 25;
    const double *rate = judge_values(yours, "rate-published", PUBLISHED);
    for (size_t i = 0; i < PUBLISHED; i++)
        judge_close("the rate, in PyTorch's OneCycleLR,", rate[i], unit * expected[i],
                    rounding);
}

static void far_below(const struct trace *yours)
{
    judge_close("the first rate", *judge_values(yours, "first-rate", 1), 1.0 / 25,
                rounding);
    judge_close("the last rate", *judge_values(yours, "last-rate", 1), 1.0 / 250000,
                1e-10);
    judge_close("the rate after it", *judge_values(yours, "rate-after", 1), 1.0 / 250000,
                1e-10);
}

/* The momentum goes down where the rate goes up: their shares add up to 1. */
static void mirrored(const struct trace *yours)
{
    double low = *judge_values(yours, "beta_low", 1);
    double high = *judge_values(yours, "beta_high", 1);
    double total = *judge_values(yours, "total", 1);
    const double *beta = judge_values(yours, "beta", PLOTTED);
    judge_close("the first momentum", beta[0], high, rounding);
    for (size_t i = 0; i < PLOTTED; i++) {
        if (!(beta[i] >= low - rounding && beta[i] <= high + rounding))
            judge_fail("step %zu has the momentum %.9g, outside %.9g to %.9g", i + 1,
                       beta[i], low, high);
        if ((double)(i + 1) >= total)
            judge_close("the momentum from the last step on", beta[i], high, rounding);
    }
}

const struct judge_test judge_tests[] = {
    {"a whole cycle along cosines", 2, "cycle", rounding, rounding, waves},
    {"a whole cycle along lines", 1, "lines", rounding, rounding, straight},
    {"a published cycle", 1, "published", rounding, 0, as_published},
    {"the last rate by default", 1, "defaults", 1e-10, 0, far_below},
    {"the momentum goes the other way", 1, "momentum", rounding, 0, mirrored},
    {"no rise, nothing but rise, one step", 2, "borders", rounding, rounding, NULL},
    {"2^52 steps", 1, "beyond-32-bits", rounding, rounding, NULL},
    {"shapes out of range are refused", 1, "invalid", rounding, rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
