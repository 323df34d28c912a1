/* test_comparing.c: what is measured of a comparison, and attention, against SciPy, NumPy
 * and PyTorch. */
#include "optim/attention_backward.h"
#include "optim/bootstrap.h"
#include "optim/halton.h"
#include "optim/performance_profile.h"
#include "optim/time_to_target.h"
#include "oracles/comparing.h"
#include "support.h"

#include <math.h>

enum { T = 5, D = 3 };

/* What pattern() in comparing.py makes. */
static void pattern(size_t count, size_t salt, real *x)
{
    for (size_t i = 0; i < count; i++)
        x[i] = ((real)((37 * i + 11 * salt + 5 * i * i) % 101) - 50) / 32;
}

static void assert_all(const double *expected, size_t n, const real *x)
{
    for (size_t i = 0; i < n; i++)
        ck_assert_msg(fabs((double)x[i] - expected[i]) <= TIGHT * (1 + fabs(expected[i])),
                      "number %zu is %.17g, expected %.17g", i, (double)x[i],
                      expected[i]);
}

START_TEST(halton_is_scipy_s)
{
    struct search_range unit[HALTON_MAX_DIMS];
    real point[HALTON_MAX_DIMS];
    for (size_t j = 0; j < HALTON_MAX_DIMS; j++)
        unit[j] = (struct search_range){0, 1, SEARCH_LINEAR};
    for (size_t i = 0; i < 20; i++) {
        ck_assert_int_eq(halton_point(HALTON_MAX_DIMS, unit, i, point), DESCENT_OK);
        assert_all(halton_expected + i * HALTON_MAX_DIMS, HALTON_MAX_DIMS, point);
    }
}
END_TEST

START_TEST(times_are_numpy_s)
{
    const real target[4] = {3, (real)2.5, 2, (real)1.75};
    real time[30], value[30], reached[4];
    pattern(30, 2, value);
    for (size_t i = 0; i < 30; i++) {
        time[i] = (real)(i + 1) * (real)1.5;
        value[i] = 3 - (real)i / 16 + value[i] / 8;
    }
    for (size_t k = 0; k < 4; k++)
        reached[k] = time_to_target(30, time, value, target[k], (real)0.75);
    assert_all(reached_expected, 4, reached);
}
END_TEST

START_TEST(percentiles_are_numpy_s)
{
    real a[6], b[6], u[600], mean[50];
    struct interval interval;
    pattern(6, 3, a);
    pattern(6, 4, b);
    for (size_t i = 0; i < 600; i++)
        u[i] = (real)(i * 7 % 64) / 64;
    ck_assert_int_eq(bootstrap_paired(6, a, b, (real)0.9, 50, u, mean, &interval), 0);
    assert_all(paired_expected, 2, (const real[]){interval.low, interval.high});
    ck_assert_int_eq(bootstrap_unpaired(6, a, b, (real)0.9, 50, u, mean, &interval), 0);
    assert_all(unpaired_expected, 2, (const real[]){interval.low, interval.high});
}
END_TEST

/* The scores 26/27, 29/45 and 89/270 of a table with one failure. */
START_TEST(scores_by_hand)
{
    const real time[9] = {10, 20, 30, 12, 15, (real)INFINITY, 40, 90, 31};
    const double expected[3] = {26. / 27, 29. / 45, 89. / 270};
    real ratio[9], score[3];
    ck_assert_int_eq(performance_ratios(3, 3, time, ratio), DESCENT_OK);
    for (size_t m = 0; m < 3; m++)
        score[m] = performance_score(3, ratio + 3 * m, 4);
    assert_all(expected, 3, score);
}
END_TEST

START_TEST(attention_is_torch_s)
{
    const struct attention_shape shape = {T, D, D, D};
    real q[T * D], k[T * D], v[T * D], dy[T * D], weight[T * T], y[T * D];
    real room[T * T], dq[T * D], dk[T * D], dv[T * D];
    pattern(T * D, 5, q);
    pattern(T * D, 6, k);
    pattern(T * D, 7, v);
    pattern(T * D, 8, dy);
    ck_assert_int_eq(attention_forward(shape, q, k, v, weight, y), DESCENT_OK);
    assert_all(attention_weight_expected, T * T, weight);
    assert_all(attention_y_expected, T * D, y);
    ck_assert_int_eq(attention_backward(shape, q, k, v, weight, dy, room, dq, dk, dv), 0);
    assert_all(attention_dq_expected, T * D, dq);
    assert_all(attention_dk_expected, T * D, dk);
    assert_all(attention_dv_expected, T * D, dv);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {halton_is_scipy_s, times_are_numpy_s,
                                  percentiles_are_numpy_s, scores_by_hand,
                                  attention_is_torch_s};
    return RUN_SUITE("comparing", tests);
}
