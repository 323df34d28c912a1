/* check_adamw.c: what must be true of exercise 6.3.
 *
 * Rounding: m and v are averages, whose errors fade: a few u = 1.1e-16 over 1 - β, 100 u
 * at most of their size. But m is a sum with signs and may be small against its terms,
 * whence an absolute part. A step moves θ by about lr ≤ 0.05, so that 100 steps with an
 * error of 100 u of lr each make 500 u of a θ of the order of 1. 1 - β^t, a difference,
 * is small in the first steps, 0.01 at least for these β₂: another 100 u. */
#include "judge/judge.h"

#include <math.h>

enum { T = 100, N = 3, RESTS = 16 };

static const double rounding = 1e-12;
static const char *const thetas[2] = {"theta-times-lr", "theta-alone"};

/* The share that a step takes off, by the convention: 0 is times lr, 1 alone. */
static double share(const struct trace *yours, size_t d)
{
    double decay = *judge_values(yours, "decay", 1);
    return d == 0 ? *judge_values(yours, "lr", 1) * decay : decay;
}

/* From one step to the next the factor is 1 - s w, whatever came before. */
static void shrinks_by_its_share(const struct trace *yours)
{
    const double *start = judge_values(yours, "start", N);
    const double *schedule = judge_values(yours, "schedule", T);
    for (size_t d = 0; d < 2; d++) {
        const double *theta = judge_values(yours, thetas[d], T * N);
        for (size_t i = 0; i < T * N; i++) {
            double before = i < N ? start[i] : theta[i - N];
            double factor = 1 - schedule[i / N] * share(yours, d);
            if (!(fabs(theta[i] - factor * before) <= 1e-14 * fabs(before)))
                judge_fail("%s, t %zu: without a gradient a step must leave %.9g of the "
                           "parameter, but yours leaves %.9g",
                           thetas[d], i / N + 1, factor, theta[i] / before);
        }
    }
}

/* m̂ / √v̂ is the sign of the gradient in the first step, and the decay is that of the
 * start. */
static void sign_and_share(const struct trace *yours)
{
    double lr = *judge_values(yours, "lr", 1);
    const double *start = judge_values(yours, "start", N);
    const double *g = judge_values(yours, "gradient", N);
    for (size_t d = 0; d < 2; d++)
        for (size_t i = 0; i < N; i++)
            judge_close("theta after one step", judge_values(yours, thetas[d], N)[i],
                        start[i] - copysign(lr, g[i]) - share(yours, d) * start[i],
                        rounding);
}

/* The unit cancels from m̂ / √v̂, and the decay has none. Squares of numbers in other
 * units round in other ways, at every step. */
static void units_do_not_matter(const struct trace *yours)
{
    const double *unit = judge_values(yours, "unit", N);
    const double *theta = judge_values(yours, "theta", T * N);
    for (size_t t = 0; t < T; t++)
        for (size_t i = 1; i < N; i++)
            if (!(fabs(theta[t * N + i] - theta[t * N]) <= 1e-11))
                judge_fail("t %zu: with gradients of %g theta is %.9g, with the same "
                           "times %g it is %.9g; the decay must not depend on the size "
                           "of the gradients",
                           t + 1, unit[0], theta[t * N], unit[i] / unit[0],
                           theta[t * N + i]);
}

/* Adam by the book, from the given gradients. */
static void is_adam(const struct trace *yours)
{
    double lr = *judge_values(yours, "lr", 1);
    double beta1 = *judge_values(yours, "beta1", 1);
    double beta2 = *judge_values(yours, "beta2", 1);
    const double *start = judge_values(yours, "start", N);
    const double *g = judge_values(yours, "gradients", T * N);
    const double *theta = judge_values(yours, "theta", T * N);
    for (size_t i = 0; i < N; i++) {
        double m = 0, v = 0, expected = start[i];
        for (size_t t = 1; t <= T; t++) {
            double slope = g[(t - 1) * N + i];
            m += (1 - beta1) * (slope - m);
            v += (1 - beta2) * (slope * slope - v);
            double mean = m / (1 - pow(beta1, (double)t));
            double square = v / (1 - pow(beta2, (double)t));
            expected -= lr * mean / (sqrt(square) + 1e-8);
            if (!(fabs(theta[(t - 1) * N + i] - expected) <= 1e-11))
                judge_fail("t %zu, theta[%zu]: without decay this is Adam, which is at "
                           "%.9g; yours is at %.9g",
                           t, i, expected, theta[(t - 1) * N + i]);
        }
    }
}

/* θ ends where a steady direction of 1 lets it rest: 1000 steps leave less than
 * 0.95^1000 = 1e-22 of the way, and θ is at most 1 / 0.05. */
static void steps_end_there(const struct trace *yours)
{
    const double *rest = judge_values(yours, "rest-of-direction-1", RESTS);
    const double *end = judge_values(yours, "end-of-a-walk-in-direction-1", RESTS);
    for (size_t i = 0; i < RESTS; i++)
        judge_close("where a parameter rests in the direction 1", rest[i], end[i], 1e-9);
}

/* One more step changes the mean square no more: (1 - w)² q + lr² is q again. */
static void noise_changes_nothing(const struct trace *yours)
{
    const double *lr = judge_values(yours, "lr", RESTS);
    const double *w = judge_values(yours, "w", RESTS);
    const double *size = judge_values(yours, "resting-size", RESTS);
    for (size_t i = 0; i < RESTS; i++) {
        double square = size[i] * size[i];
        double next = (1 - w[i]) * (1 - w[i]) * square + lr[i] * lr[i];
        if (!(fabs(next - square) <= 1e-9 * lr[i] * lr[i] + rounding * square))
            judge_fail("w %.6g, lr %.6g: a mean square of %.9g is %.9g one step later, "
                       "so it is not at rest",
                       w[i], lr[i], square, next);
    }
}

const struct judge_test judge_tests[] = {
    {"a first step", 1, "first-step", rounding, 0, sign_and_share},
    {"one parameter in a valley", 1, "valley", rounding, rounding, NULL},
    {"both conventions", 1, "conventions", rounding, rounding, NULL},
    {"without a gradient only the decay is left", 1, "no-gradient", rounding, 0,
     shrinks_by_its_share},
    {"the size of the gradients does not matter", 1, "units", rounding, rounding,
     units_do_not_matter},
    {"schedules and learning rates that change", 2, "schedules", rounding, rounding,
     NULL},
    {"without decay it is Adam", 1, "no-decay", rounding, rounding, is_adam},
    {"huge, tiny, zero and NaN gradients; no parameters", 1, "edges", rounding, 0, NULL},
    {"20,000 steps", 1, "long", 1e-10, 1e-10, NULL},
    {"two that take turns; nothing allocated, g kept; 100,000 parameters", 1, "contract",
     rounding, rounding, NULL},
    {"where a steady direction comes to rest", 2, "rest", rounding, rounding,
     steps_end_there},
    {"how large noise keeps a parameter", 1, "noise", 1e-9, 0, noise_changes_nothing},
    {"rest without decay, direction or learning rate", 1, "rest-edges", rounding, 0,
     NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
