/* test_memory.c: how many arrays every method takes, that it gives them back, and what it
 * does when memory runs out. */
#include "memory.h"
#include "optim/adadelta.h"
#include "optim/adagrad.h"
#include "optim/adam.h"
#include "optim/adamw.h"
#include "optim/amsgrad.h"
#include "optim/heavy_ball.h"
#include "optim/lion.h"
#include "optim/momentum_forms.h"
#include "optim/nesterov.h"
#include "optim/nesterov_current.h"
#include "optim/param_groups.h"
#include "optim/restart.h"
#include "optim/rmsprop.h"
#include "optim/sgdw.h"
#include "optim/sma.h"
#include "support.h"

enum { N = 3 };

#define ASSERT_ARRAYS(METHOD, ARRAYS)                                                    \
    do {                                                                                 \
        struct METHOD method;                                                            \
        ASSERT_RUNS_OUT(ARRAYS, METHOD##_init(&method, N, METHOD##_defaults()),          \
                        METHOD##_free(&method));                                         \
    } while (0)

START_TEST(arrays_are_counted_and_given_back)
{
    ASSERT_ARRAYS(heavy_ball, 1);
    ASSERT_ARRAYS(momentum_average, 1);
    ASSERT_ARRAYS(nesterov, 3);
    ASSERT_ARRAYS(nesterov_current, 1);
    ASSERT_ARRAYS(adagrad, 1);
    ASSERT_ARRAYS(adadelta, 2);
    ASSERT_ARRAYS(adam, 2);
    ASSERT_ARRAYS(amsgrad, 3);
    ASSERT_ARRAYS(lion, 1);
    ASSERT_ARRAYS(adamw, 2);
    ASSERT_ARRAYS(sgdw, 1);
}
END_TEST

START_TEST(rmsprop_takes_what_its_variant_needs)
{
    for (size_t which = 0; which < 4; which++) {
        struct rmsprop_config config = rmsprop_defaults();
        config.centered = which & 1;
        config.beta = which & 2 ? (real)0.9 : 0;
        size_t arrays = 1 + (which & 1) + (which >> 1);
        struct rmsprop method;
        ASSERT_RUNS_OUT(arrays, rmsprop_init(&method, N, config), rmsprop_free(&method));
    }
}
END_TEST

START_TEST(restart_and_the_simple_average)
{
    const real theta[N] = {0};
    struct restart method;
    struct sma sma;
    ASSERT_RUNS_OUT(2, restart_init(&method, N, theta, restart_defaults()),
                    restart_free(&method));
    ASSERT_RUNS_OUT(1, sma_init(&sma, N), sma_free(&sma));
}
END_TEST

START_TEST(param_groups_take_two_tables)
{
    const struct param_group group[2] = {{1, 0}, {1, 0}};
    const struct tensor tensor[2] = {{NULL, TENSOR_WEIGHT, N}, {NULL, TENSOR_BIAS, 0}};
    struct param_groups method;
    ASSERT_RUNS_OUT(2 + 2 * 2,
                    param_groups_init(&method, 2, tensor, group, adamw_defaults()),
                    param_groups_free(&method));
}
END_TEST

int main(void)
{
    const TTest *tests[] = {arrays_are_counted_and_given_back,
                            rmsprop_takes_what_its_variant_needs,
                            restart_and_the_simple_average, param_groups_take_two_tables};
    return RUN_SUITE("memory", tests);
}
