/* test_sgd.c: gradient descent against PyTorch's SGD without momentum. */
#include "optim/sgd.h"
#include "support.h"

#include <math.h>

static struct sgd_config config_of(const struct oracle *oracle)
{
    return (struct sgd_config){.lr = oracle_field(oracle, "lr"),
                               .l2 = oracle_field(oracle, "l2")};
}

DEFINE_ORACLE_TEST(sgd, config_of)

START_TEST(lasagne_quadratic)
{
    struct sgd_config config = sgd_defaults();
    config.lr = (real)0.1;
    struct sgd sgd;
    real theta[3] = {1, 1, 1};
    ck_assert_int_eq(sgd_init(&sgd, 3, config), DESCENT_OK);
    for (int t = 0; t < 10; t++)
        walk_sgd(&sgd, problem_named("quadratic"), theta);
    ck_assert(relative_error(theta[0], (real)0.81707280688755) < TIGHT * 10);
    ck_assert_uint_eq(sgd.t, 10);
}
END_TEST

START_TEST(penalty_is_half_the_square)
{
    struct sgd sgd;
    real theta[1] = {2}, g[1] = {0};
    ck_assert_int_eq(sgd_init(&sgd, 1, (struct sgd_config){.lr = 0.5, .l2 = 0.25}), 0);
    sgd_step(&sgd, theta, g);
    ck_assert(theta[0] == (real)1.75); /* 2 - 0.5 * 0.25 * 2 */
}
END_TEST

START_TEST(nan_stays_in_its_coordinate)
{
    struct sgd sgd;
    real theta[3] = {1, 1, 1}, g[3] = {1, (real)NAN, (real)INFINITY};
    ck_assert_int_eq(sgd_init(&sgd, 3, sgd_defaults()), DESCENT_OK);
    sgd_step(&sgd, theta, g);
    ck_assert(theta[0] == 1 - sgd.config.lr);
    ck_assert(isnan(theta[1]));
    ck_assert(theta[2] == -(real)INFINITY);
}
END_TEST

START_TEST(nothing_to_optimize)
{
    struct sgd sgd;
    ck_assert_int_eq(sgd_init(&sgd, 0, sgd_defaults()), DESCENT_OK);
    sgd_step(&sgd, NULL, NULL);
    ck_assert_uint_eq(sgd.t, 1);
}
END_TEST

START_TEST(bad_settings_are_named)
{
    const real bad[] = {-1, (real)NAN, (real)INFINITY};
    struct sgd sgd = {.n = 7};
    ck_assert_ptr_null(sgd_check(&(struct sgd_config){.lr = 0}));
    for (size_t i = 0; i < 3; i++) {
        assert_names(sgd_check(&(struct sgd_config){.lr = bad[i]}), "lr");
        assert_names(sgd_check(&(struct sgd_config){.l2 = bad[i]}), "l2");
        ck_assert_int_eq(sgd_init(&sgd, 1, (struct sgd_config){.lr = bad[i]}),
                         DESCENT_ERANGE);
    }
    ck_assert_uint_eq(sgd.n, 7);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {sgd_matches_oracle,         lasagne_quadratic,
                            penalty_is_half_the_square, nan_stays_in_its_coordinate,
                            nothing_to_optimize,        bad_settings_are_named};
    return RUN_SUITE("sgd", tests);
}
