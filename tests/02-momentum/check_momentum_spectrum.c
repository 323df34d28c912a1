/* check_momentum_spectrum.c: what must be true of exercise 2.5.
 *
 * Rounding: b and b² - 4β have errors of a few u = 1.1e-16. A root of D = b² - 4β has
 * that divided by √D. The grids come so close to D = 0 that this is 1e-11, to 4e-10,
 * for one seed in 1e7. At the border itself nothing but rounding is left of D, up to
 * 4e-15 where b is near 4 and less where it is small, and the radius has its root:
 * 1e-7 of it, at most. */
#include "judge/judge.h"

#include <math.h>

enum { PLOTTED = 121, BETAS = 40, RUNS = 24, STEEP = 2, UNDERDAMPED = 0 };

static const double rounding = 1e-11;

/* Two eigenvalues with the product β and the sum b; the radius r is the larger
 * modulus. If they are conjugate, r² = β; if they are real, the other one is β / r,
 * and both have the sign of b. So whatever the regime, r determines |b| or β. */
static void sum_and_product(const struct trace *yours, size_t n)
{
    const double *lr = judge_values(yours, "lr", n);
    const double *beta = judge_values(yours, "beta", n);
    const double *h = judge_values(yours, "h", n);
    const double *radius = judge_values(yours, "radius", n);
    const double *regime = judge_values(yours, "regime", n);
    for (size_t i = 0; i < n; i++) {
        double b = fabs(1 + beta[i] - lr[i] * h[i]), r = radius[i];
        if (regime[i] == UNDERDAMPED && !(fabs(r * r - beta[i]) <= rounding))
            judge_fail(
                "lr %.6g, beta %.6g, h %.6g: you say under-damped, and then the two "
                "eigenvalues are conjugate and their product is beta; but the square "
                "of your radius %.9g is %.9g",
                lr[i], beta[i], h[i], r, r * r);
        if (regime[i] != UNDERDAMPED && !(fabs(r + beta[i] / r - b) <= 10 * rounding))
            judge_fail(
                "lr %.6g, beta %.6g, h %.6g: two real eigenvalues with the product "
                "beta, the larger of modulus %.9g, add up to %.9g; but the trace of "
                "the matrix is %.9g",
                lr[i], beta[i], h[i], r, r + beta[i] / r, b);
        if (!(r * r >= beta[i] * (1 - rounding)))
            judge_fail("lr %.6g, beta %.6g, h %.6g: the larger of two numbers with the "
                       "product beta is at least its root %.9g, but your radius is %.9g",
                       lr[i], beta[i], h[i], sqrt(beta[i]), r);
    }
}

/* Also: the method converges for 0 < ηh < 2(1 + β), and for no other. */
static void spectrum_over_curvatures(const struct trace *yours)
{
    sum_and_product(yours, PLOTTED);
    const double *lr = judge_values(yours, "lr", PLOTTED);
    const double *beta = judge_values(yours, "beta", PLOTTED);
    const double *h = judge_values(yours, "h", PLOTTED);
    const double *radius = judge_values(yours, "radius", PLOTTED);
    for (size_t i = 1; i < PLOTTED; i++) {
        bool converges = lr[i] * h[i] < 2 * (1 + beta[i]);
        if (!(converges ? radius[i] < 1 : radius[i] >= 1))
            judge_fail(
                "lr %.6g, beta %.6g, h %.6g: the method %s, but your radius is %.9g",
                lr[i], beta[i], h[i], converges ? "converges" : "diverges", radius[i]);
    }
}

static void spectrum_over_betas(const struct trace *yours)
{
    sum_and_product(yours, BETAS);
}

/* The column has powers of ten: what else may be wrong is for the other tests to say. */
static void does_not_overflow(const struct trace *yours)
{
    const double *power = judge_values(yours, "power-of-ten-of-radius", STEEP);
    const double *h = judge_values(yours, "h", STEEP);
    for (size_t i = 0; i < STEEP; i++)
        if (isinf(power[i]))
            judge_fail(
                "h %.6g: your radius is infinite, but it is close to the modulus of "
                "lr h: something on the way to it is too large for a double",
                h[i]);
}

/* The smaller root has faded to 0.8^400 or so of the larger one; the form's sum
 * cancels at most two digits. */
static void as_measured(const struct trace *yours)
{
    const double *factor = judge_values(yours, "factor-of-a-run", RUNS);
    const double *radius = judge_values(yours, "radius", RUNS);
    const double *beta = judge_values(yours, "beta", RUNS);
    const double *lr = judge_values(yours, "lr", RUNS);
    const double *h = judge_values(yours, "h", RUNS);
    for (size_t i = 0; i < RUNS; i++)
        if (!(fabs(radius[i] - factor[i]) <= 1e-9))
            judge_fail("lr %.6g, beta %.6g, h %.6g: in a run of the heavy ball the error "
                       "shrinks by %.9g a step, but your radius is %.9g",
                       lr[i], beta[i], h[i], factor[i], radius[i]);
}

const struct judge_test judge_tests[] = {
    {"from flat to diverging curvatures", 2, "curvatures", rounding, 0,
     spectrum_over_curvatures},
    {"from no momentum to nearly all", 2, "betas", rounding, 0, spectrum_over_betas},
    {"critical damping, and a little to both sides of it", 1, "borders", 3e-7, 0, NULL},
    {"critical up to the header's threshold, and no further", 1, "threshold", rounding, 0,
     NULL},
    {"the radius is what a run shows", 1, "runs", 0, 0, as_measured},
    {"no curvature, no momentum, no step; enormous and tiny", 1, "edges", rounding, 0,
     NULL},
    {"curvatures whose squares are too large for a double", 1, "steep", rounding, 0,
     does_not_overflow},
    {"arguments out of range", 1, "invalid", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
