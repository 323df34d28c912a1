/* test_constrained.c: constrained minima against SciPy (exercises 0.4 and 0.6), and
 * nearest points of boxes, balls and affine sets. */
#include "optim/equality_quadratic.h"
#include "optim/projection.h"
#include "support.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 1200 };

/* The next line of the oracle that begins with a word: its numbers; 0 at the end. */
static size_t next_line(FILE *file, const char *word, real *numbers)
{
    static char line[32768];
    while (fgets(line, sizeof line, file)) {
        size_t count = 0;
        char *end = line + strcspn(line, "\t");
        const bool wanted = (size_t)(end - line) == strlen(word) &&
                            strncmp(line, word, strlen(word)) == 0;
        while (wanted && *end == '\t') {
            ck_assert_uint_lt(count, MOST);
            numbers[count++] = (real)strtod(end + 1, &end);
        }
        if (wanted)
            return count;
    }
    return 0;
}

static FILE *open_oracle(void)
{
    FILE *file = fopen(TEST_DATA "/constrained.tsv", "r");
    ck_assert_ptr_nonnull(file);
    return file;
}

static void assert_close(const real *values, const real *expected, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(fabs(values[i] - expected[i]) <=
                          1000 * TIGHT * (1 + fabs(expected[i])),
                      "number %zu: %.17g, but SciPy has %.17g", i, (double)values[i],
                      (double)expected[i]);
}

START_TEST(equality_problems_match_scipy)
{
    static real numbers[MOST];
    size_t problems = 0;
    FILE *file = open_oracle();
    while (next_line(file, "equality", numbers)) {
        const size_t n = (size_t)numbers[0], m = (size_t)numbers[1];
        const real *h = numbers + 2, *c = h + n * n, *a = c + n, *b = a + m * n;
        real x[20], lambda[20];
        ck_assert_int_eq(equality_quadratic(n, m, h, c, a, b, x, lambda), EQUALITY_OK);
        assert_close(x, b + m, n);
        assert_close(lambda, b + m + n, m);
        problems++;
    }
    fclose(file);
    ck_assert_uint_eq(problems, 8);
}
END_TEST

START_TEST(simplices_match_scipy)
{
    static real numbers[MOST];
    size_t problems = 0;
    FILE *file = open_oracle();
    while (next_line(file, "simplex", numbers)) {
        const size_t n = (size_t)numbers[0];
        real x[50];
        ck_assert_int_eq(simplex_project(n, numbers[1], numbers + 2, x), DESCENT_OK);
        assert_close(x, numbers + 2 + n, n);
        problems++;
    }
    fclose(file);
    ck_assert_uint_eq(problems, 7);
}
END_TEST

/* The nearest point with Ax = b is the minimum of ½ xᵀx - yᵀx. */
START_TEST(affine_sets_agree_with_equality_problems)
{
    static real numbers[MOST];
    size_t problems = 0;
    FILE *file = open_oracle();
    while (next_line(file, "equality", numbers)) {
        const size_t n = (size_t)numbers[0], m = (size_t)numbers[1];
        const real *c = numbers + 2 + n * n, *a = c + n, *b = a + m * n;
        real x[20], lambda[20], y[20], h[400] = {0};
        struct affine affine;
        for (size_t i = 0; i < n; i++)
            h[i * (n + 1)] = 1, y[i] = -c[i];
        ck_assert_int_eq(equality_quadratic(n, m, h, c, a, b, x, lambda), EQUALITY_OK);
        ck_assert_int_eq(affine_init(&affine, n, m, a, b), DESCENT_OK);
        for (size_t twice = 0; twice < 2; twice++) {
            ck_assert_int_eq(affine_project(n, y, &affine), DESCENT_OK);
            assert_close(y, x, n);
            if (!twice)
                assert_close(affine.lambda, lambda, m);
        }
        affine_free(&affine);
        affine_free(&affine);
        problems++;
    }
    fclose(file);
    ck_assert_uint_eq(problems, 8);
}
END_TEST

START_TEST(affine_sets_without_a_point_are_refused)
{
    const real same[6] = {1, 2, 3, (real)-2.1, (real)-4.2, (real)-6.3},
               b[4] = {1, 2, 3, 4}, tall[4] = {1, 2, 3, 4}, zero[2] = {0, 0},
               bad[2] = {1, (real)NAN};
    struct affine affine;
    ck_assert_int_eq(affine_init(&affine, 3, 2, same, b), DESCENT_ESINGULAR);
    affine_free(&affine);
    ck_assert_int_eq(affine_init(&affine, 1, 4, tall, b), DESCENT_ESINGULAR);
    ck_assert_int_eq(affine_init(&affine, 2, 1, zero, b), DESCENT_ESINGULAR);
    ck_assert_int_eq(affine_init(&affine, 2, 1, bad, b), DESCENT_ENAN);
    ck_assert_int_eq(affine_init(&affine, 1, 1, b, bad + 1), DESCENT_ENAN);
    affine_free(&affine);
    real y[2] = {3, (real)INFINITY};
    ck_assert_int_eq(affine_init(&affine, 2, 1, b, b), DESCENT_OK);
    ck_assert_int_eq(affine_project(2, y, &affine), DESCENT_ENAN);
    ck_assert(y[0] == 3);
    affine_free(&affine);
}
END_TEST

START_TEST(boxes)
{
    struct box box = {-1, 2}, empty = {2, 1}, undefined = {(real)NAN, 1}, half = {0, 0};
    real y[4] = {-3, (real)0.5, 7, (real)INFINITY}, bad[2] = {5, (real)NAN};
    half.high = (real)INFINITY;
    ck_assert_int_eq(box_project(4, y, &box), DESCENT_OK);
    ck_assert(y[0] == -1 && y[1] == (real)0.5 && y[2] == 2 && y[3] == 2);
    ck_assert_int_eq(box_project(4, y, &half), DESCENT_OK);
    ck_assert(y[0] == 0 && y[2] == 2);
    ck_assert_int_eq(box_project(4, y, &empty), DESCENT_ERANGE);
    ck_assert_int_eq(box_project(4, y, &undefined), DESCENT_ERANGE);
    ck_assert_int_eq(box_project(2, bad, &box), DESCENT_ENAN);
    ck_assert(bad[0] == 5);
    ck_assert_int_eq(box_project(0, NULL, &box), DESCENT_OK);
}
END_TEST

START_TEST(balls)
{
    struct ball ball = {5}, point = {0}, negative = {-1}, undefined = {(real)NAN};
    real inside[2] = {3, -4}, y[2] = {(real)3e30, (real)-4e30},
         bad[2] = {9, (real)INFINITY};
    ck_assert_int_eq(ball_project(2, inside, &ball), DESCENT_OK);
    ck_assert(inside[0] == 3 && inside[1] == -4);
    ck_assert_int_eq(ball_project(2, y, &ball), DESCENT_OK);
    assert_close(y, inside, 2);
    ck_assert_int_eq(ball_project(2, y, &point), DESCENT_OK);
    ck_assert(y[0] == 0 && y[1] == 0);
    ck_assert_int_eq(ball_project(2, inside, &negative), DESCENT_ERANGE);
    ck_assert_int_eq(ball_project(2, inside, &undefined), DESCENT_ERANGE);
    ck_assert_int_eq(ball_project(2, bad, &ball), DESCENT_ENAN);
    ck_assert(bad[0] == 9);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        equality_problems_match_scipy,
        simplices_match_scipy,
        affine_sets_agree_with_equality_problems,
        affine_sets_without_a_point_are_refused,
        boxes,
        balls,
    };
    return RUN_SUITE("constrained", tests);
}
