/* test_training.c: parameter groups and the schedule (exercises 6.4 and 6.5). */
#include "optim/param_groups.h"
#include "optim/warmup_cosine.h"
#include "support.h"

#include <math.h>

static const struct tensor layers[] = {{"w1", TENSOR_WEIGHT, 6},
                                       {"b1", TENSOR_BIAS, 2},
                                       {"gain", TENSOR_NORM, 2},
                                       {"w2", TENSOR_WEIGHT, 0},
                                       {NULL, TENSOR_WEIGHT, 1}};
static const struct param_group both[2] = {{1, (real)0.5}, {(real)0.25, 0}};

START_TEST(kinds_decide)
{
    const size_t expected[5] = {0, 1, 1, 0, 0};
    size_t group_of[5] = {9, 9, 9, 9, 9};
    param_groups_assign(5, layers, group_of);
    ck_assert_mem_eq(group_of, expected, sizeof expected);
    param_groups_assign(0, NULL, NULL);
}
END_TEST

/* Each tensor by an AdamW of its own. */
START_TEST(same_as_separate_optimizers)
{
    struct adamw_config config = adamw_defaults();
    struct param_groups groups;
    real theta[11], phi[11], g[11];
    config.lr = (real)0.1;
    ck_assert_int_eq(param_groups_init(&groups, 5, layers, both, config), DESCENT_OK);
    for (int i = 0; i < 11; i++)
        theta[i] = phi[i] = (real)(1 + i);
    ck_assert_uint_eq(groups.groups, 2);
    groups.schedule = (real)0.5;
    for (int t = 0; t < 10; t++) {
        for (int i = 0; i < 11; i++)
            g[i] = (real)cos(7.0 * t + i);
        if (t == 5)
            groups.lr = (real)0.2;
        param_groups_step(&groups, theta, g);
    }
    for (size_t k = 0, offset = 0; k < 5; offset += layers[k++].count) {
        struct adamw alone;
        const int decays = layers[k].kind == TENSOR_WEIGHT;
        config.lr = decays ? (real)0.1 : (real)0.025;
        config.decay = decays ? (real)0.5 : 0;
        ck_assert_int_eq(adamw_init(&alone, layers[k].count, config), DESCENT_OK);
        alone.schedule = (real)0.5;
        for (int t = 0; t < 10; t++) {
            for (int i = 0; i < 11; i++)
                g[i] = (real)cos(7.0 * t + i);
            if (t == 5)
                alone.config.lr *= 2;
            adamw_step(&alone, phi + offset, g + offset);
        }
        adamw_free(&alone);
    }
    for (int i = 0; i < 11; i++)
        ck_assert(relative_error(theta[i], phi[i]) < TIGHT);
    param_groups_free(&groups);
    param_groups_free(&groups);
}
END_TEST

START_TEST(the_table_rules)
{
    struct param_groups groups;
    real theta[11], g[11] = {0};
    struct adamw_config config = adamw_defaults();
    config.lr = (real)0.5;
    ck_assert_int_eq(param_groups_init(&groups, 5, layers, both, config), DESCENT_OK);
    for (int i = 0; i < 11; i++)
        theta[i] = 1;
    groups.group_of[0] = 1;
    groups.group_of[1] = 0;
    param_groups_step(&groups, theta, g);
    ck_assert(theta[0] == 1);          /* a weight that no longer decays */
    ck_assert(theta[6] == (real)0.75); /* a bias that does: 1 - 0.5 · 0.5 */
    ck_assert(theta[10] == (real)0.75);
    param_groups_free(&groups);
}
END_TEST

START_TEST(nan_stays_in_its_coordinate)
{
    struct param_groups groups;
    real theta[11] = {0}, g[11] = {0};
    ck_assert_int_eq(param_groups_init(&groups, 5, layers, both, adamw_defaults()),
                     DESCENT_OK);
    g[7] = (real)NAN;
    param_groups_step(&groups, theta, g);
    g[7] = 0;
    param_groups_step(&groups, theta, g);
    for (int i = 0; i < 11; i++)
        ck_assert(i == 7 ? isnan(theta[i]) : theta[i] == 0);
    param_groups_free(&groups);
}
END_TEST

START_TEST(groups_are_checked)
{
    const struct param_group bad[][2] = {{{-1, 0}, {1, 0}},
                                         {{1, (real)NAN}, {1, 0}},
                                         {{1, 0}, {1, -1}},
                                         {{1, 0}, {(real)INFINITY, 0}}};
    struct param_groups groups;
    for (size_t i = 0; i < 4; i++) {
        ck_assert_int_eq(param_groups_init(&groups, 5, layers, bad[i], adamw_defaults()),
                         DESCENT_ERANGE);
        param_groups_free(&groups);
    }
    struct adamw_config config = adamw_defaults();
    config.lr = (real)1e30; /* each is finite, the product is not */
    const struct param_group huge[2] = {{1, 0},
                                        {(real)(sizeof(real) == 4 ? 1e30 : 1e300), 0}};
    ck_assert_int_eq(param_groups_init(&groups, 5, layers, huge, config), DESCENT_ERANGE);
    param_groups_free(&groups);
    config.lr = -1;
    const struct param_group hidden[2][2] = {{{-1, 0}, {-1, 0}}, {{0, 0}, {0, 0}}};
    for (size_t i = 0; i < 2; i++) { /* the product with lr is no less than 0 */
        ck_assert_int_eq(param_groups_init(&groups, 5, layers, hidden[i], config),
                         DESCENT_ERANGE);
        param_groups_free(&groups);
    }
    ck_assert_int_eq(param_groups_init(&groups, 0, NULL, both, adamw_defaults()),
                     DESCENT_ERANGE);
    param_groups_free(&groups);
}
END_TEST

START_TEST(up_and_down)
{
    const struct warmup_cosine s = {.warmup = 4, .total = 12, .floor = (real)0.1};
    const real expected[] = {
        0,          (real)0.25, (real)0.5,
        (real)0.75, 1,          (real)(0.1 + 0.45 * (1 + cos(3.14159265358979 / 8)))};
    for (size_t t = 0; t < 6; t++)
        ck_assert(fabs((double)(warmup_cosine(&s, t) - expected[t])) < 1e-6);
    ck_assert(relative_error(warmup_cosine(&s, 8), (real)0.55) < TIGHT);
    ck_assert(warmup_cosine(&s, 12) == (real)0.1);
    ck_assert(warmup_cosine(&s, 1000) == (real)0.1);
    for (size_t t = 5; t <= 12; t++)
        ck_assert(warmup_cosine(&s, t) < warmup_cosine(&s, t - 1));
}
END_TEST

START_TEST(borders_of_the_schedule)
{
    const struct warmup_cosine cold = {.warmup = 0, .total = 4, .floor = 0};
    const struct warmup_cosine only = {.warmup = 4, .total = 4, .floor = (real)0.5};
    const struct warmup_cosine bad[] = {
        {5, 4, 0}, {0, 0, 0}, {0, 4, (real)-0.1}, {0, 4, (real)1.5}, {0, 4, (real)NAN}};
    ck_assert(warmup_cosine(&cold, 0) == 1);
    ck_assert(warmup_cosine(&cold, 1) < 1);
    ck_assert(warmup_cosine(&cold, 4) == 0);
    ck_assert(warmup_cosine(&only, 3) == (real)0.75);
    ck_assert(warmup_cosine(&only, 4) == 1);
    ck_assert(warmup_cosine(&only, 5) == (real)0.5);
    for (size_t i = 0; i < 5; i++)
        for (size_t t = 0; t < 7; t++)
            ck_assert(isnan(warmup_cosine(&bad[i], t)));
}
END_TEST

int main(void)
{
    const TTest *tests[] = {kinds_decide,           same_as_separate_optimizers,
                            the_table_rules,        nan_stays_in_its_coordinate,
                            groups_are_checked,     up_and_down,
                            borders_of_the_schedule};
    return RUN_SUITE("training", tests);
}
