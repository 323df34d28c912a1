/* check_weight_average.c: what must be true of exercise 8.6.
 *
 * Rounding: a mean of k vectors errs by k u of the largest, here below 20 u. The EWMA's
 * errors fade with β and add up to u / (1 - β), 100 u at most; the correction of the
 * first steps divides by 1 - β^t ≥ 0.1: 10 times as much. Means of numbers of both signs
 * may be small, whence an absolute part. */
#include "judge/judge.h"

#include <math.h>

enum { T = 60, N = 3, WINDOWS = 12 };

static const double rounding = 1e-12;

/* The average of equal vectors is that vector, from the first on. */
static void stays(const struct trace *yours)
{
    const double *theta = judge_values(yours, "theta", N);
    const double *queue = judge_values(yours, "queue", T * N);
    const double *ema = judge_values(yours, "ema", T * N);
    for (size_t i = 0; i < T * N; i++) {
        judge_close("the queue's mean of equal vectors", queue[i], theta[i % N],
                    rounding);
        judge_close("the EWMA of equal vectors", ema[i], theta[i % N], rounding);
    }
}

static void is_the_last(const struct trace *yours)
{
    const double *theta = judge_values(yours, "thetas", T * N);
    const double *queue = judge_values(yours, "queue", T * N);
    const double *ema = judge_values(yours, "ema", T * N);
    for (size_t i = 0; i < T * N; i++) {
        judge_close("the mean of the last one vector", queue[i], theta[i], rounding);
        judge_close("the EWMA with a beta of 0", ema[i], theta[i], rounding);
    }
}

/* The lag of a line is known to 2000 u k = 1e-11; what the start still weighs is β^2000,
 * at most e^(-2000 · 2/41) = 1e-42. */
static void lag_and_noise(const struct trace *yours)
{
    const double *k = judge_values(yours, "window", WINDOWS);
    const double *lag = judge_values(yours, "lag-of-queue-and-ema", 2 * WINDOWS);
    const double *noise = judge_values(yours, "noise-of-queue-and-ema", 2 * WINDOWS);
    for (size_t i = 0; i < WINDOWS; i++) {
        double behind = (k[i] - 1) / 2;
        if (!(fabs(lag[2 * i] - behind) <= 1e-9 && fabs(lag[2 * i + 1] - behind) <= 1e-9))
            judge_fail("window %g: the queue lags by %.9g steps and the EWMA by %.9g; "
                       "both should by %g",
                       k[i], lag[2 * i], lag[2 * i + 1], behind);
        judge_close("the variance that the queue leaves", noise[2 * i], 1 / k[i], 1e-9);
        judge_close("the variance that the EWMA leaves", noise[2 * i + 1], 1 / k[i],
                    1e-9);
    }
}

const struct judge_test judge_tests[] = {
    {"both averages of one parameter", 1, "series", rounding, rounding, NULL},
    {"both averages of a noisy drift", 2, "drift", rounding, rounding, NULL},
    {"equal vectors", 1, "constant", rounding, 0, stays},
    {"a window of 1, a beta of 0", 1, "last-only", rounding, 0, is_the_last},
    {"NaN, and when it is forgotten", 2, "nan", rounding, rounding, NULL},
    {"the same lag, the same noise", 3, "agree", 1e-9, 1e-9, lag_and_noise},
    {"the beta of windows from 0 to 2^31", 1, "betas", 1e-12, 0, NULL},
    {"reading changes nothing; nothing to read", 2, "reading", rounding, rounding, NULL},
    {"two that take turns; nothing allocated", 1, "turns", rounding, rounding, NULL},
    {"100,000 parameters; 20,000 vectors", 1, "large", rounding, rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
