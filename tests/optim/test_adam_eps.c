/* test_adam_eps.c: Adam's two places of epsilon (exercise 3.7). */
#include "optim/adam.h"
#include "optim/adam_eps.h"
#include "support.h"

#include <math.h>

START_TEST(same_steps_with_the_converted_eps)
{
    struct adam_config config = {
        .lr = (real)0.01, .beta1 = (real)0.9, .beta2 = (real)0.99, .eps = (real)0.1};
    struct adam after, before;
    real theta[1] = {0}, phi[1] = {0};
    ck_assert_int_eq(adam_init(&after, 1, config), DESCENT_OK);
    config.eps_place = ADAM_EPS_BEFORE;
    ck_assert_int_eq(adam_init(&before, 1, config), DESCENT_OK);
    for (uint64_t t = 1; t <= 300; t++) {
        const real g[1] = {(real)cos(7.0 * (double)t)};
        before.config.eps = adam_eps_before((real)0.1, (real)0.99, t);
        adam_step(&after, theta, g);
        adam_step(&before, phi, g);
        ck_assert(fabs((double)(theta[0] - phi[0])) < TIGHT);
    }
    adam_free(&after);
    adam_free(&before);
}
END_TEST

START_TEST(known_values)
{
    ck_assert(relative_error(adam_eps_before(1, (real)0.75, 1), (real)0.5) < TIGHT);
    ck_assert(relative_error(adam_eps_after(1, (real)0.75, 1), 2) < TIGHT);
    ck_assert(adam_eps_before(1, 0, 1) == 1);
    ck_assert(adam_eps_before(1, (real)0.9, UINT64_MAX) == 1);
    ck_assert(relative_error(adam_eps_settled((real)0.75, (real)0.5), 1) < TIGHT);
}
END_TEST

START_TEST(digits_survive_near_one)
{
    /* 1 - β₂ is a power of two, so that it is exact; √(1 - β₂^t) ≈ √(t (1 - β₂)). */
    double gap = sizeof(real) == 4 ? 0x1p-20 : 0x1p-40;
    real beta2 = (real)(1 - gap);
    ck_assert(relative_error(adam_eps_before(1, beta2, 1), (real)sqrt(gap)) < TIGHT);
    ck_assert(relative_error(adam_eps_before(1, beta2, 16),
                             (real)sqrt(16 * gap * (1 - 7.5 * gap))) < TIGHT);
    real t = adam_eps_settled(beta2, (real)0.01);
    ck_assert(relative_error(adam_eps_before(1, beta2, (uint64_t)t), (real)0.99) <
              (sizeof(real) == 4 ? 1e-5 : 1e-11));
}
END_TEST

START_TEST(there_and_back)
{
    for (uint64_t t = 1; t < 100000; t *= 3) {
        real eps =
            adam_eps_after(adam_eps_before((real)1e-8, (real)0.999, t), (real)0.999, t);
        ck_assert(relative_error(eps, (real)1e-8) < TIGHT);
    }
}
END_TEST

START_TEST(out_of_range)
{
    ck_assert(isnan(adam_eps_before(-1, (real)0.9, 1)));
    ck_assert(isnan(adam_eps_before(1, 1, 1)));
    ck_assert(isnan(adam_eps_before(1, (real)0.9, 0)));
    ck_assert(isnan(adam_eps_after((real)NAN, (real)0.9, 1)));
    ck_assert(isnan(adam_eps_after(1, (real)NAN, 1)));
    ck_assert(isnan(adam_eps_after(0, (real)0.9, 0)));
    ck_assert(isnan(adam_eps_settled(0, (real)0.5)));
    ck_assert(isnan(adam_eps_settled(1, (real)0.5)));
    ck_assert(isnan(adam_eps_settled((real)0.9, 0)));
    ck_assert(isnan(adam_eps_settled((real)0.9, 1)));
}
END_TEST

int main(void)
{
    const TTest *tests[] = {same_steps_with_the_converted_eps, known_values,
                            digits_survive_near_one, there_and_back, out_of_range};
    return RUN_SUITE("adam_eps", tests);
}
