/* test_backtracking.c: gradient descent that finds its own step. */
#include "optim/backtracking.h"
#include "support.h"

#include <math.h>
#include <string.h>

/* ½ Σ w_i x_i² with L the largest w. */
static real bowl(size_t n, const real *x, real *g, void *context)
{
    const real *w = context;
    real sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += w[i] * x[i] * x[i] / 2;
        if (g)
            g[i] = w[i] * x[i];
    }
    return sum;
}

static struct backtracking start(size_t n, objective_fn *f, void *context, real *x)
{
    struct backtracking b;
    ck_assert_int_eq(backtracking_init(&b, n, f, context, x, backtracking_defaults()),
                     DESCENT_OK);
    return b;
}

/* Every step is longer than 2 shrink (1 - c)/L; f falls by c a ‖g‖² at least. */
START_TEST(steps_are_not_too_short)
{
    real w[3] = {1, 3, 30}, x[3] = {1, -2, (real)0.5};
    struct backtracking b = start(3, bowl, w, x);
    const real c = b.config.search.c;
    for (size_t k = 0; k < 200; k++) {
        real squares = 0;
        const real before = b.value;
        for (size_t i = 0; i < 3; i++)
            squares += b.g[i] * b.g[i];
        ck_assert_int_eq(backtracking_step(&b), BACKTRACKING_RUNNING);
        ck_assert(b.step > 2 * b.config.search.shrink * (1 - c) / w[2]);
        ck_assert(b.value <= before - c * b.step * squares);
        ck_assert(b.value == bowl(3, x, NULL, w));
    }
    ck_assert(b.value < (real)1e-3);
    ck_assert_uint_le(b.evaluations, 1 + 200 * 3 + 10);
    backtracking_free(&b);
}
END_TEST

START_TEST(rosenbrock_is_solved)
{
    const struct problem *problem = problem_named("rosenbrock");
    struct problem copy = *problem;
    real x[4];
    memcpy(x, problem->start, sizeof x);
    struct backtracking b = start(problem->n, problem_objective, &copy, x);
    for (size_t k = 0; k < 30000; k++)
        backtracking_step(&b);
    ck_assert(fabs(x[0] - 1) < (real)1e-2 && fabs(x[1] - 1) < (real)2e-2);
    backtracking_free(&b);
}
END_TEST

/* The value rises wherever the gradient says that it falls. */
static real liar(size_t n, const real *x, real *g, void *context)
{
    return -bowl(n, x, g, context);
}

static real undefined(size_t n, const real *x, real *g, void *context)
{
    bowl(n, x, g, context);
    return (real)NAN;
}

START_TEST(how_it_ends)
{
    real w[2] = {1, 1}, x[2] = {1, 2}, zero[2] = {0, 0}, y[2] = {1, (real)INFINITY};
    struct backtracking b = start(2, liar, w, x);
    ck_assert_int_eq(backtracking_step(&b), BACKTRACKING_STUCK);
    ck_assert(x[0] == 1 && x[1] == 2);
    const size_t evaluations = b.evaluations;
    ck_assert_int_eq(backtracking_step(&b), BACKTRACKING_STUCK);
    ck_assert_uint_eq(b.evaluations, evaluations);
    backtracking_free(&b);
    backtracking_free(&b);
    b = start(2, bowl, w, zero);
    ck_assert_int_eq(backtracking_step(&b), BACKTRACKING_FLAT);
    backtracking_free(&b);
    b = start(2, undefined, w, x);
    ck_assert_int_eq(backtracking_step(&b), BACKTRACKING_INVALID);
    backtracking_free(&b);
    b = start(2, bowl, w, y);
    ck_assert_int_eq(backtracking_step(&b), BACKTRACKING_INVALID);
    ck_assert(y[0] == 1);
    backtracking_free(&b);
    b = start(0, bowl, w, NULL);
    ck_assert_int_eq(backtracking_step(&b), BACKTRACKING_FLAT);
    backtracking_free(&b);
}
END_TEST

#define ASSERT_REFUSES(FIELD, VALUE)                                                     \
    do {                                                                                 \
        struct backtracking b;                                                           \
        struct backtracking_config config = backtracking_defaults();                     \
        real w = 1, x = 1;                                                               \
        config.FIELD = VALUE;                                                            \
        ck_assert_int_eq(backtracking_init(&b, 1, bowl, &w, &x, config),                 \
                         DESCENT_ERANGE);                                                \
        backtracking_free(&b);                                                           \
    } while (0)

START_TEST(settings_outside_their_ranges)
{
    ASSERT_REFUSES(search.c, 0);
    ASSERT_REFUSES(search.c, 1);
    ASSERT_REFUSES(search.shrink, 0);
    ASSERT_REFUSES(search.shrink, 1);
    ASSERT_REFUSES(search.evaluations, 0);
    ASSERT_REFUSES(first, 0);
    ASSERT_REFUSES(first, (real)INFINITY);
    ASSERT_REFUSES(grow, (real)0.99);
    ASSERT_REFUSES(grow, (real)NAN);
    ASSERT_REFUSES(grow, (real)INFINITY);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        steps_are_not_too_short,
        rosenbrock_is_solved,
        how_it_ends,
        settings_outside_their_ranges,
    };
    return RUN_SUITE("backtracking", tests);
}
