/* check_quadratic_tuning.c: what must be true of exercise 2.4.
 *
 * Rounding: the closed forms are a handful of roots, sums and quotients of positive
 * numbers, and L - μ, which is exact where it is small (L ≤ 2μ): 10 u = 1e-15. The
 * header allows 1e-12. tanh(log(κ)/4) is as good. */
#include "judge/judge.h"

#include <math.h>

enum { WIDE = 25, UNITS = 9, ENDS = 4, T = 60 };

static const double rounding = 1e-12;

/* Both ends of the spectrum at the returned rates: equally slow, and as slow as
 * claimed. */
static void ends_of_gradient_descent(const struct trace *yours)
{
    const double *mu = judge_values(yours, "mu", WIDE);
    const double *ell = judge_values(yours, "L", WIDE);
    const double *lr = judge_values(yours, "lr", WIDE);
    const double *rate = judge_values(yours, "rate", WIDE);
    for (size_t i = 0; i < WIDE; i++) {
        double flat = fabs(1 - lr[i] * mu[i]), steep = fabs(1 - lr[i] * ell[i]);
        if (!(fabs(flat - steep) <= 1e-11 && fabs(flat - rate[i]) <= 1e-11))
            judge_fail(
                "mu %.6g, L %.6g: at your learning rate %.9g a step leaves %.9g of "
                "the error along mu and %.9g along L; you say %.9g",
                mu[i], ell[i], lr[i], flat, steep, rate[i]);
    }
}

/* The discriminant b² - 4β of the heavy ball is 0 at both ends. With √β = ρ close to 1,
 * (1 - ρ)² is small and lr · μ with it; what is compared is of the order of 1. */
static void ends_of_the_heavy_ball(const struct trace *yours)
{
    const double *mu = judge_values(yours, "mu", WIDE);
    const double *ell = judge_values(yours, "L", WIDE);
    const double *lr = judge_values(yours, "lr", WIDE);
    const double *beta = judge_values(yours, "beta", WIDE);
    const double *rate = judge_values(yours, "rate", WIDE);
    for (size_t i = 0; i < WIDE; i++) {
        double flat = 1 + beta[i] - lr[i] * mu[i], steep = 1 + beta[i] - lr[i] * ell[i];
        if (!(fabs(flat * flat - 4 * beta[i]) <= 1e-11 &&
              fabs(steep * steep - 4 * beta[i]) <= 1e-11))
            judge_fail(
                "mu %.6g, L %.6g: with your lr %.9g and beta %.9g both ends of the "
                "spectrum should be critically damped, b² - 4β = 0, but it is "
                "%.3g at mu and %.3g at L",
                mu[i], ell[i], lr[i], beta[i], flat * flat - 4 * beta[i],
                steep * steep - 4 * beta[i]);
        judge_close("the rate, squared and over beta,", rate[i] * rate[i] / beta[i], 1,
                    rounding);
    }
}

/* In other units of f the curvatures are multiplied, the learning rate is divided, and
 * what has no unit stays. */
static void units_do_not_matter(const struct trace *yours)
{
    const double *unit = judge_values(yours, "unit", UNITS);
    const double *lr = judge_values(yours, "lr", UNITS);
    const double *beta = judge_values(yours, "beta", UNITS);
    const double *rate = judge_values(yours, "rate", UNITS);
    for (size_t i = 0; i < UNITS; i++) {
        const size_t k = UNITS / 2; /* there the unit is 1 */
        judge_close("lr times the unit of the curvatures", lr[i] * unit[i], lr[k],
                    rounding);
        judge_close("beta in other units", beta[i], beta[k], rounding);
        judge_close("the rate in other units", rate[i], rate[k], rounding);
    }
}

static void nothing_is_lost(const struct trace *yours)
{
    static const char *const names[][2] = {
        {"gradient-descent-lr", "gradient-descent-rate"},
        {"heavy-ball-lr", "heavy-ball-rate"}};
    const double *mu = judge_values(yours, "mu", ENDS);
    const double *ell = judge_values(yours, "L", ENDS);
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < ENDS; i++) {
            double lr = judge_values(yours, names[k][0], ENDS)[i];
            double rate = judge_values(yours, names[k][1], ENDS)[i];
            if (!isfinite(lr) || !isfinite(rate) || lr == 0 || rate == 0)
                judge_fail(
                    "mu %.6g, L %.6g: your %s has a learning rate or a rate that is "
                    "0, infinite or not a number: something on the way to it is "
                    "too large or too small for a double",
                    mu[i], ell[i], k ? "heavy ball" : "gradient descent");
        }
}

/* Gradient descent: ρ^t along μ, (-ρ)^t along L. An error of u in 1 - lr μ is one of t
 * u / ρ after t steps. */
static void powers(const struct trace *yours)
{
    double rate = *judge_values(yours, "rate", 1);
    const double *flat = judge_values(yours, "along-mu", T);
    const double *steep = judge_values(yours, "along-L", T);
    for (size_t t = 1; t <= T; t++) {
        double expected = pow(rate, (double)t);
        if (!(fabs(flat[t - 1] - expected) <= 1e-11 * expected &&
              fabs(fabs(steep[t - 1]) - expected) <= 1e-11 * expected))
            judge_fail(
                "t %zu: gradient descent at your learning rate has shrunk the error "
                "to %.9g along mu and %.9g along L; at your rate it is %.9g",
                t, flat[t - 1], steep[t - 1], expected);
    }
}

/* Heavy ball: (1 + (1 - ρ) t) ρ^t along μ and (1 + (1 + ρ) t) (-ρ)^t along L, from v =
 * 0. An error of u in β splits the double root by √u, which after t steps is an error
 * of t² u. */
static void powers_at_the_edge(const struct trace *yours)
{
    double rate = *judge_values(yours, "rate", 1);
    const double *flat = judge_values(yours, "along-mu", T);
    const double *steep = judge_values(yours, "along-L", T);
    for (size_t t = 1; t <= T; t++) {
        double n = (double)t, power = pow(rate, n);
        double expected = (1 + (1 - rate) * n) * power;
        double other = (1 + (1 + rate) * n) * power;
        if (!(fabs(flat[t - 1] - expected) <= 1e-10 * expected &&
              fabs(fabs(steep[t - 1]) - other) <= 1e-10 * other))
            judge_fail("t %zu: the heavy ball at your rates has shrunk the error to %.9g "
                       "along mu and %.9g along L; at the best rates, with your rho, it "
                       "would be %.9g and %.9g",
                       t, flat[t - 1], fabs(steep[t - 1]), expected, other);
    }
}

const struct judge_test judge_tests[] = {
    {"gradient descent, κ up to 10^12", 1, "gradient", rounding, 0,
     ends_of_gradient_descent},
    {"heavy ball, κ up to 200", 1, "kappas", rounding, 0, NULL},
    {"heavy ball, κ up to 10^12", 1, "heavy-ball", rounding, 0, ends_of_the_heavy_ball},
    {"twelve digits where L is close to μ", 1, "close", rounding, 0, NULL},
    {"one curvature: both are there in one step", 1, "round", rounding, 0, NULL},
    {"the unit of the curvatures does not matter", 1, "units", 0, 0, units_do_not_matter},
    {"curvatures near the ends of a double", 1, "ends-of-double", 0, 0, nothing_is_lost},
    {"gradient descent is as fast as you say", 1, "descend-gradient", 0, 0, powers},
    {"the heavy ball is as fast as you say", 1, "descend-heavy-ball", 0, 0,
     powers_at_the_edge},
    {"what is no spectrum is refused", 1, "invalid", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
