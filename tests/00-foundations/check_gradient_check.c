/* check_gradient_check.c: what must be true of exercise 0.1.
 *
 * A central difference with h = ε^(1/3) has an error of h²|f'''|/6 ≈ 6e-12 |f'''| that
 * all who use this h share, and one of rounding, below ε|f|/h ≈ 4e-11 |f|, that they do
 * not. The values are below 40 for 5 parameters: 2e-9. With 1500 parameters |f| is some
 * 5000: 1e-6. On a straight line nothing is rounded but the two points and the
 * quotient: 4e-16. The check of a right gradient leaves the first of the two, a few
 * 1e-11. */
#include "judge/judge.h"

#include <math.h>

enum { SIZES = 8, NOISE = 20 };

static const double rounding = 1e-12;

/* Both sides at the same distance, of the size that the header asks for. */
static void both_sides(const struct trace *yours)
{
    const double *theta = judge_values(yours, "theta", SIZES);
    const double *right = judge_values(yours, "step", SIZES);
    const double *left = judge_values(yours, "step-to-the-left", SIZES);
    const double *d = judge_values(yours, "d", SIZES);
    const double *g = judge_values(yours, "g", SIZES);
    for (size_t i = 0; i < SIZES; i++) {
        judge_close("your step to the right", right[i],
                    6.0554544523933429e-6 * fmax(fabs(theta[i]), 1e-8), 1e-8);
        judge_close("your step to the left", left[i], right[i], 1e-8);
        judge_close("your difference", d[i], g[i], 1e-7);
    }
}

static void small_error(const struct trace *yours)
{
    const double error = *judge_values(yours, "error-of-a-right-gradient", 1);
    if (!(error >= 0 && error <= 1e-8))
        judge_fail("you find an error of %.3g in a gradient that is right", error);
}

static void finds_it(const struct trace *yours)
{
    const double *where = judge_values(yours, "wrong-coordinate", 6);
    const double *worst = judge_values(yours, "worst", 6);
    for (size_t k = 0; k < 6; k++)
        if (worst[k] != where[k])
            judge_fail("coordinate %g of a gradient is wrong; you say %g", where[k],
                       worst[k]);
}

static void no_alarm(const struct trace *yours)
{
    const double *error = judge_values(yours, "error-that-rounding-explains", NOISE);
    for (size_t k = 0; k < NOISE; k++)
        if (error[k] != 0)
            judge_fail("you report an error of %.3g that is no more than the rounding of "
                       "the values",
                       error[k]);
}

const struct judge_test judge_tests[] = {
    {"the step of a coordinate", 1, "steps", rounding, 0, NULL},
    {"parameters from a ten-millionth to ten millions", 1, "sizes", 1e-7, 0, both_sides},
    {"a straight line, to the last digit", 1, "line", 4e-16, 0, NULL},
    {"a right gradient", 1, "right", 2e-9, 2e-9, small_error},
    {"a wrong gradient, and which coordinate", 2, "wrong", 1e-5, 0, finds_it},
    {"what rounding explains is no error", 1, "noise", 0, 0, no_alarm},
    {"NaN, infinities, bad scales", 2, "bad", 1e-7, 0, NULL},
    {"θ comes back bit by bit; 2n + 1 calls; 0 and 1500 parameters", 1, "contract", 0,
     1e-5, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
