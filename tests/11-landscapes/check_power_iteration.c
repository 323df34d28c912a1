/* check_power_iteration.c: what must be true of exercise 11.3.
 *
 * A tolerance of 1e-9 on the residual with gaps of half of the eigenvalue puts the value
 * within 1e-18 and the vector within 2e-9 of the truth, so that rounding decides about
 * the value. How many products that takes may differ by one with other rounding. */
#include "judge/judge.h"

#include <math.h>

enum { N = 8 };

/* The returned vector belongs to the returned value as well as it says. */
static void residual_is_met(const struct trace *yours)
{
    const double *v = judge_values(yours, "v", N);
    const double *product = judge_values(yours, "H-times-v", N);
    const double value = *judge_values(yours, "value", 1);
    const double said = *judge_values(yours, "residual", 1);
    double squares = 0, length = 0;
    for (size_t i = 0; i < N; i++) {
        squares += (product[i] - value * v[i]) * (product[i] - value * v[i]);
        length += v[i] * v[i];
    }
    judge_close("the length of your v", sqrt(length), 1, 1e-12);
    if (!(sqrt(squares) <= 1e-5 * (1 + 1e-6) * value))
        judge_fail("‖Hv - value v‖ of what you return is %.4g, which is more than the "
                   "tolerance 1e-5 of the value %.6g",
                   sqrt(squares), value);
    judge_close("your residual", said, sqrt(squares), 1e-5);
}

static void top_is_largest(const struct trace *yours)
{
    const double *value = judge_values(yours, "top-value", 3);
    const double *largest = judge_values(yours, "largest", 3);
    for (size_t k = 0; k < 3; k++)
        judge_close("your largest eigenvalue", value[k], largest[k], 1e-9);
}

const struct judge_test judge_tests[] = {
    {"the eigenvalue of largest size", 1, "dominant", 1e-8, 1e-8, NULL},
    {"a negative one", 1, "negative", 1e-8, 1e-8, NULL},
    {"with a shift", 2, "shifted", 1e-8, 1e-8, NULL},
    {"two eigenvalues that are close", 3, "close", 2e-2, 1e-3, residual_is_met},
    {"too few products", 1, "limited", 1e-9, 1e-9, NULL},
    {"one negative eigenvalue, the others 0", 1, "one-negative", 1e-9, 1e-9, NULL},
    {"the largest, whatever its sign", 2, "top", 1e-7, 1e-7, top_is_largest},
    {"a tie, and the matrix 0", 1, "tie", 1e-9, 1e-9, NULL},
    {"what is refused", 1, "refused", 0, 1e-9, NULL},
    {"100,000 parameters; nothing allocated", 1, "many", 1e-9, 1e-9, NULL},
    {"the error, product by product", 1, "digits", 1e-3, 1e-3, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
