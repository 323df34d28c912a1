/* check_restart.c: what must be true of exercise 2.6.
 *
 * Rounding: f is a quadratic about 0 with L = 1, so a step makes relative errors of a
 * few u = 1.1e-16, and a walk of 160 steps is a product of as many linear maps, none
 * of which makes an error grow faster than the largest component: 160 · 10 u in units
 * of that. A component that has shrunk far below the others, by 1e-20 or so, is of no
 * interest: hence the absolute part. Whether to restart is decided by comparisons that
 * are closer than rounding about once in 1e12 steps. In the long run errors live for
 * 1 / √(lr h) = 1000 steps and more, and are added up over as many: 1e6 · 10 u. */
#include "judge/judge.h"

#include <math.h>

enum { T = 160, N = 3, NEVER = 0, FUNCTION = 1 };

static const double rounding = 1e-10, shrunk = 1e-12;

static double value_at(const double *h, const double *theta)
{
    double value = 0;
    for (size_t i = 0; i < N; i++)
        value += h[i] * theta[i] * theta[i] / 2;
    return value;
}

/* Every point is a gradient step down from where the gradient was asked for. */
static void steps_go_down(const struct trace *yours)
{
    double lr = *judge_values(yours, "lr", 1);
    const double *h = judge_values(yours, "curvature", N);
    const double *theta = judge_values(yours, "theta", T * N);
    const double *asked = judge_values(yours, "asked", T * N);
    for (size_t i = 0; i < T * N; i++) {
        double expected = asked[i] - lr * h[i % N] * asked[i];
        if (!(fabs(theta[i] - expected) <= shrunk))
            judge_fail("t %zu: you asked for the gradient at %.9g; lr times the gradient "
                       "from there, theta[%zu] is %.9g, but yours is %.9g",
                       i / N + 1, asked[i], i % N, expected, theta[i]);
    }
}

/* Where the next gradient was asked for, against where it should be: at x_t after a
 * restart, and otherwise ahead by a factor that the steps since the restart determine. */
static void momentum_grows(const struct trace *yours)
{
    const double *theta = judge_values(yours, "theta", T * N);
    const double *asked = judge_values(yours, "asked", T * N);
    const double *start = judge_values(yours, "start", N);
    const double *restarted = judge_values(yours, "restarted", T);
    const double *a = judge_values(yours, "a", T);
    double before = 1;
    for (size_t t = 0; t + 1 < T; t++) {
        double now = 2 / (1 + sqrt(1 + 4 / (before * before)));
        double momentum = restarted[t] != 0 ? 0 : now * (1 / before - 1);
        now = restarted[t] != 0 ? 1 : now;
        if (!(fabs(a[t] - now) <= shrunk))
            judge_fail("t %zu: a must be %.9g, but yours is %.9g", t + 1, now, a[t]);
        for (size_t i = 0; i < N; i++) {
            double x = theta[t * N + i], last = t ? theta[(t - 1) * N + i] : start[i];
            double ahead = x + momentum * (x - last);
            if (!(fabs(asked[(t + 1) * N + i] - ahead) <= shrunk))
                judge_fail(
                    "t %zu: %s the next gradient is wanted at %.9g, %.6g times the "
                    "last step ahead of theta[%zu]; you asked for it at %.9g",
                    t + 1, restarted[t] != 0 ? "after a restart" : "", ahead, momentum, i,
                    asked[(t + 1) * N + i]);
        }
        before = now;
    }
    steps_go_down(yours);
}

/* f(x_t) ≤ 2 L ‖x_0‖² / (t + 1)²: what the theory promises, L = 1 (Beck and Teboulle
 * 2009, theorem 4.4). */
static void accelerates(const struct trace *yours)
{
    momentum_grows(yours);
    const double *h = judge_values(yours, "curvature", N);
    const double *theta = judge_values(yours, "theta", T * N);
    const double *start = judge_values(yours, "start", N);
    double square = 0;
    for (size_t i = 0; i < N; i++)
        square += start[i] * start[i];
    for (size_t t = 1; t <= T; t++) {
        double value = value_at(h, theta + (t - 1) * N);
        double bound = 2 * square / ((double)(t + 1) * (double)(t + 1));
        if (!(value <= bound))
            judge_fail("t %zu: f is %.6g, but the method guarantees %.6g", t, value,
                       bound);
    }
}

static void restarts_when_f_rises(const struct trace *yours)
{
    const double *h = judge_values(yours, "curvature", N);
    const double *theta = judge_values(yours, "theta", T * N);
    const double *restarted = judge_values(yours, "restarted", T);
    for (size_t t = 1; t < T; t++) {
        double now = value_at(h, theta + t * N), last = value_at(h, theta + (t - 1) * N);
        if ((now > last) != (restarted[t] != 0) && fabs(now - last) > 1e-12 * last)
            judge_fail("t %zu: f went from %.9g to %.9g, and you %s", t + 1, last, now,
                       restarted[t] != 0 ? "restart" : "go on");
    }
    momentum_grows(yours);
}

static void restarts_when_misled(const struct trace *yours)
{
    const double *h = judge_values(yours, "curvature", N);
    const double *theta = judge_values(yours, "theta", T * N);
    const double *asked = judge_values(yours, "asked", T * N);
    const double *start = judge_values(yours, "start", N);
    const double *restarted = judge_values(yours, "restarted", T);
    for (size_t t = 0; t < T; t++) {
        double uphill = 0, size = 0;
        for (size_t i = 0; i < N; i++) {
            double last = t ? theta[(t - 1) * N + i] : start[i];
            double part = h[i] * asked[t * N + i] * (theta[t * N + i] - last);
            uphill += part;
            size += fabs(part);
        }
        if ((uphill > 0) != (restarted[t] != 0) && fabs(uphill) > 1e-10 * size)
            judge_fail("t %zu: the step times the gradient at y is %.6g, and you %s",
                       t + 1, uphill, restarted[t] != 0 ? "restart" : "go on");
    }
    momentum_grows(yours);
}

/* In finer units f, its gradient and its curvatures grow and the learning rate
 * shrinks; in other units of the parameters everything is multiplied. The walk is the
 * same, restarts and all. */
static void units_do_not_matter(const struct trace *yours)
{
    static const char *const names[] = {"theta-when-f-is-scaled",
                                        "theta-when-theta-is-scaled"};
    const double *theta = judge_values(yours, "theta", T * N);
    for (size_t k = 0; k < 2; k++) {
        const double *other = judge_values(yours, names[k], T * N);
        for (size_t i = 0; i < T * N; i++)
            if (!(fabs(other[i] - theta[i]) <= shrunk))
                judge_fail(
                    "t %zu, theta[%zu]: %.9g, but %.9g when %s is measured in other "
                    "units",
                    i / N + 1, i % N, theta[i], other[i], k ? "theta" : "f");
    }
}

const struct judge_test judge_tests[] = {
    {"the value goes down in decades", 2, "valley", 0, 1e-7, NULL},
    {"no restarts: accelerated descent", 2, "never", rounding, shrunk, accelerates},
    {"restarts when the value rises", 2, "by-value", rounding, shrunk,
     restarts_when_f_rises},
    {"restarts when the step goes up the gradient", 3, "by-gradient", rounding, shrunk,
     restarts_when_misled},
    {"the calls in a step", 1, "calls", rounding, 0, NULL},
    {"units do not matter", 1, "units", 0, 0, units_do_not_matter},
    {"one parameter, on ordinary, huge and tiny slopes", 1, "alone", rounding, shrunk,
     NULL},
    {"20000 steps", 1, "long", 1e-9, 1e-9, NULL},
    {"a plain, NaN, no step, no parameters", 1, "edges", rounding, 0, NULL},
    {"two that take turns; nothing allocated, g kept; 100,000 parameters", 1, "contract",
     rounding, rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
