/* test_matrix_methods.c: methods on matrices as optimizers, and Muon with AdamW. */
#include "lab/matrix_methods.h"
#include "suite.h"

#include <math.h>

/* A refusal makes the whole slice NaN, and the struct is as it was. */
START_TEST(views_do_not_hide_a_refusal)
{
    const real bad[4] = {1, (real)NAN, 1, 1};
    real w[4] = {1, 1, 1, 1}, v[4] = {1, 1, 1, 1};
    struct muon muon;
    struct shampoo shampoo;
    ck_assert_int_eq(muon_init(&muon, 2, 2, muon_defaults()), DESCENT_OK);
    ck_assert_int_eq(shampoo_init(&shampoo, 2, 2, shampoo_defaults()), DESCENT_OK);
    struct optimizer one = muon_optimizer(&muon), other = shampoo_optimizer(&shampoo);
    one.step(one.state, w, bad);
    other.step(other.state, v, bad);
    for (int i = 0; i < 4; i++)
        ck_assert(isnan(w[i]) && isnan(v[i]));
    ck_assert(muon.b[0] == 0 && muon.t == 0);
    *one.rate = (real)0.5;
    ck_assert(muon.schedule == (real)0.5 && one.lr == &muon.config.lr);
    muon_free(&muon);
    shampoo_free(&shampoo);
}
END_TEST

START_TEST(groups_step_every_tensor)
{
    static const struct shaped_tensor tensor[2] = {
        {NULL, TENSOR_WEIGHT, PLACE_HIDDEN, 2, 2},
        {NULL, TENSOR_BIAS, PLACE_HIDDEN, 1, 2}};
    struct muon_groups groups;
    real theta[6] = {0}, g[6] = {1, 0, 0, 1, 1, -1};
    ck_assert_int_eq(
        muon_groups_init(&groups, 2, tensor, muon_defaults(), adamw_defaults()),
        DESCENT_OK);
    struct optimizer optimizer = muon_groups_optimizer(&groups);
    optimizer.step(optimizer.state, theta, g);
    ck_assert(theta[0] < 0 && theta[4] < 0 && theta[5] > 0);
    ck_assert_uint_eq(groups.muon[0].t + groups.adamw[1].t, 2);
    g[5] = (real)NAN;
    optimizer.step(optimizer.state, theta, g);
    ck_assert(isnan(theta[0]) && isnan(theta[5]));
    muon_groups_free(&groups);
    muon_groups_free(&groups);
    ck_assert_int_eq(
        muon_groups_init(&groups, 0, tensor, muon_defaults(), adamw_defaults()),
        DESCENT_ERANGE);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {views_do_not_hide_a_refusal, groups_step_every_tensor};
    return run_tests("matrix_methods", sizeof tests / sizeof *tests, tests);
}
