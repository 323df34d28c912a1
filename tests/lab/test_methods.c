/* test_methods.c: every method of the table, by its name. */
#include "lab/methods.h"
#include "lab/quadratic.h"
#include "optim/adam.h"
#include "suite.h"

#include <malloc.h>
#include <math.h>
#include <string.h>

START_TEST(every_method_walks_down)
{
    /* A tenth of the value at most: each rate is what its method needs for it. */
    const real spectrum[] = {1, 4};
    struct quadratic quadratic;
    ck_assert_int_eq(quadratic_init(&quadratic, 2, spectrum, NULL), DESCENT_OK);
    struct problem problem = quadratic_problem(&quadratic);
    size_t count = 0;
    for (const struct method *method = methods; method->name; method++, count++) {
        struct optimizer optimizer;
        real theta[] = {1, -1}, value[501];
        ck_assert_int_eq(method_make(&optimizer, method->name, 2), DESCENT_OK);
        *optimizer.lr = (real)0.02;
        if (strcmp(method->name, "adagrad") == 0)
            *optimizer.lr = (real)0.2;
        else if (strcmp(method->name, "adadelta") == 0)
            *optimizer.lr = 1;
        ck_assert_int_eq(descend(&problem, &optimizer, 500, theta, NULL, value),
                         DESCENT_OK);
        ck_assert_msg(value[500] < value[0] / 10, "%s: from %g to %g", method->name,
                      (double)value[0], (double)value[500]);
        optimizer_drop(&optimizer);
        optimizer_drop(&optimizer);
    }
    ck_assert_uint_ge(count, 16);
    quadratic_free(&quadratic);
}
END_TEST

START_TEST(bytes_are_those_allocated)
{
    enum { N = 1 << 20 };
    for (const struct method *method = methods; method->name; method++) {
        struct optimizer optimizer;
        struct mallinfo2 before = mallinfo2();
        ck_assert_int_eq(method->make(&optimizer, N), DESCENT_OK);
        struct mallinfo2 after = mallinfo2();
        size_t bytes = after.uordblks + after.hblkhd - before.uordblks - before.hblkhd;
        ck_assert_msg((bytes + N / 2) / N == method->state, "%s: %zu bytes for %d",
                      method->name, bytes, N);
        ck_assert_uint_eq(method->reads * sizeof(real), method->state + 2 * sizeof(real));
        ck_assert_uint_eq(method->writes * sizeof(real), method->state + sizeof(real));
        optimizer_drop(&optimizer);
    }
}
END_TEST

START_TEST(rates_reach_the_method)
{
    /* Without a rate, or behind a schedule of 0, nothing moves. */
    for (const struct method *method = methods; method->name; method++)
        for (int k = 0; k < 2; k++) {
            struct optimizer optimizer;
            real theta = 1, g = 1;
            ck_assert_int_eq(method_make(&optimizer, method->name, 1), DESCENT_OK);
            *(k ? optimizer.rate : optimizer.lr) = 0;
            optimizer.step(optimizer.state, &theta, &g);
            ck_assert_msg(theta == 1, "%s", method->name);
            optimizer_drop(&optimizer);
        }
}
END_TEST

START_TEST(names)
{
    struct optimizer optimizer;
    for (const struct method *method = methods; method->name; method++)
        ck_assert_ptr_eq(method_named(method->name), method);
    ck_assert_ptr_null(method_named("adamax"));
    ck_assert_int_eq(method_make(&optimizer, "", 3), DESCENT_ERANGE);
    optimizer_drop(&optimizer);
    ck_assert_int_eq(method_make(&optimizer, "adam_l2", 3), DESCENT_OK);
    ck_assert(((struct adam *)optimizer.state)->config.l2 == (real)0.01);
    optimizer_drop(&optimizer);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {every_method_walks_down, bytes_are_those_allocated,
                                  rates_reach_the_method, names};
    return run_tests("methods", sizeof tests / sizeof *tests, tests);
}
