/* test_lion.c: Lion against its paper's program (exercise 3.4). */
#include "optim/lion.h"
#include "support.h"

#include <math.h>

static struct lion_config config_of(const struct oracle *oracle)
{
    return (struct lion_config){.lr = oracle_field(oracle, "lr"),
                                .beta1 = oracle_field(oracle, "beta1"),
                                .beta2 = oracle_field(oracle, "beta2"),
                                .decay = oracle_field(oracle, "decay")};
}

DEFINE_ORACLE_TEST(lion, config_of)
DEFINE_MANNERS_TEST(lion)

START_TEST(moves_by_lr_or_not_at_all)
{
    struct lion_config config = lion_defaults();
    struct lion lion;
    real theta[3] = {0, 0, 0};
    config.lr = (real)0.0625;
    ck_assert_int_eq(lion_init(&lion, 3, config), DESCENT_OK);
    for (int t = 0; t < 30; t++) {
        const real g[3] = {(real)cos(7.0 * t), (real)-1e-30, 0};
        real last = theta[0];
        lion_step(&lion, theta, g);
        ck_assert(fabs((double)(theta[0] - last)) == 0.0625);
        ck_assert(theta[1] == (real)0.0625 * (real)(t + 1));
        ck_assert(theta[2] == 0);
    }
    lion_free(&lion);
}
END_TEST

START_TEST(direction_is_from_the_old_average)
{
    struct lion_config config = {.lr = 1, .beta1 = (real)0.5, .beta2 = (real)0.75};
    struct lion lion;
    const real g[2] = {4, -2};
    real theta[1] = {0};
    ck_assert_int_eq(lion_init(&lion, 1, config), DESCENT_OK);
    lion_step(&lion, theta, &g[0]);
    ck_assert(theta[0] == -1 && lion.m[0] == 1);
    /* 0.5 · 1 - 0.5 · 2 < 0; had m been updated first, it would be 0.25 - 1. */
    lion_step(&lion, theta, &g[1]);
    ck_assert(theta[0] == 0 && lion.m[0] == (real)0.25);
    lion_free(&lion);
}
END_TEST

START_TEST(decay_is_outside_the_sign)
{
    struct lion_config config = {.lr = (real)0.5, .beta2 = (real)0.5, .decay = (real)0.5};
    struct lion lion;
    real theta[1] = {1000};
    const real g[1] = {-1};
    ck_assert_int_eq(lion_init(&lion, 1, config), DESCENT_OK);
    lion_step(&lion, theta, g);
    ck_assert(theta[0] == (real)750.5); /* 1000 - 0.25 · 1000 + 0.5 */
    lion_free(&lion);
}
END_TEST

START_TEST(bad_settings_are_named)
{
    ASSERT_AMOUNT(lion, lr);
    ASSERT_SHARE(lion, beta1);
    ASSERT_SHARE(lion, beta2);
    ASSERT_AMOUNT(lion, decay);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {lion_matches_oracle,       lion_has_manners,
                            moves_by_lr_or_not_at_all, direction_is_from_the_old_average,
                            decay_is_outside_the_sign, bad_settings_are_named};
    return RUN_SUITE("lion", tests);
}
