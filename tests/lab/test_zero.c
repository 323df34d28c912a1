/* test_zero.c: a network trained by several ranks: the same bits for every number of
 * ranks and every stage, gradients that are those of the network, no allocation in a
 * step. */
#include "lab/mlp.h"
#include "lab/rng.h"
#include "lab/zero_digits.h"
#include "lab/zero_net.h"
#include "suite.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 5, ROWS = 2 };

static struct zero_net_config small(enum zero_stage stage)
{
    return (struct zero_net_config){.stage = stage,
                                    .layers = 3,
                                    .width = {5, 7, 6, 3},
                                    .rows = ROWS,
                                    .adam = adam_defaults()};
}

/* Trains on noise; theta gets the parameters. */
static double run(size_t ranks, enum zero_stage stage, real *theta)
{
    const struct zero_net_config config = small(stage);
    struct collective all;
    struct zero_net net;
    struct rng rng = rng_seed(7);
    real x[ZERO_SLICES * ROWS * 5];
    size_t label[ZERO_SLICES * ROWS];
    for (size_t i = 0; i < zero_net_n(&config); i++)
        theta[i] = (real)(0.5 * rng_normal(&rng));
    ck_assert_int_eq(
        collective_local_init(&all, ranks, zero_net_capacity(&config, ranks)),
        DESCENT_OK);
    ck_assert_int_eq(zero_net_init(&net, &all, &config, theta), DESCENT_OK);
    for (size_t t = 0; t < STEPS; t++) {
        for (size_t i = 0; i < ZERO_SLICES * ROWS * 5; i++)
            x[i] = (real)rng_normal(&rng);
        for (size_t i = 0; i < ZERO_SLICES * ROWS; i++)
            label[i] = (size_t)rng_below(&rng, 3);
        zero_net_step(&net, x, label);
    }
    const double cost = net.cost;
    zero_net_theta(&net, theta);
    zero_net_free(&net);
    zero_net_free(&net);
    collective_free(&all);
    return cost;
}

START_TEST(same_bits_for_all)
{
    const struct zero_net_config config = small(ZERO_NONE);
    const size_t n = zero_net_n(&config);
    real *one = calloc(n, sizeof *one), *theta = calloc(n, sizeof *theta);
    const double cost = run(1, ZERO_NONE, one);
    for (unsigned stage = 0; stage < 4; stage++)
        for (size_t ranks = 1; ranks <= ZERO_SLICES; ranks *= 2) {
            const double other = run(ranks, (enum zero_stage)stage, theta);
            ck_assert_msg(memcmp(one, theta, n * sizeof *one) == 0,
                          "stage %u with %zu ranks has other bits", stage, ranks);
            ck_assert(fabs(other - cost) <= 1e-12 * cost);
        }
    free(one);
    free(theta);
}
END_TEST

/* The gradient of a whole batch is that of the laboratory's network: the first step of
 * Adam with its own ε shows it, g / (|g| + ε). It is read off parameters below 4, which
 * round. */
START_TEST(gradient_is_that_of_the_network)
{
    struct zero_net_config config = small(ZERO_PARAMETERS);
    const size_t width[] = {5, 7, 6, 3}, n = zero_net_n(&config);
    struct collective all;
    struct zero_net net;
    struct mlp mlp;
    struct rng rng = rng_seed(3);
    real x[ZERO_SLICES * ROWS * 5];
    size_t label[ZERO_SLICES * ROWS];
    config.adam.eps = 1, config.adam.lr = 1;
    ck_assert_int_eq(mlp_init(&mlp, 3, width, ZERO_SLICES * ROWS), DESCENT_OK);
    real *theta = calloc(n, sizeof *theta), *moved = calloc(n, sizeof *moved);
    real *plain = calloc(mlp.n, sizeof *plain), *g = calloc(mlp.n, sizeof *g);
    for (size_t l = 0, from = 0; l < 3; l++) {
        const size_t weights = width[l] * width[l + 1], biases = width[l + 1];
        for (size_t i = 0; i < weights + biases; i++)
            theta[from + i] = (real)(0.5 * rng_normal(&rng));
        const struct module *linear = &mlp.module[2 * l];
        memcpy(plain + linear->weights, theta + from, weights * sizeof *plain);
        memcpy(plain + linear->biases, theta + from + weights, biases * sizeof *plain);
        from += (weights + biases + ZERO_SLICES - 1) / ZERO_SLICES * ZERO_SLICES;
    }
    for (size_t i = 0; i < ZERO_SLICES * ROWS * 5; i++)
        x[i] = (real)rng_normal(&rng);
    for (size_t i = 0; i < ZERO_SLICES * ROWS; i++)
        label[i] = (size_t)rng_below(&rng, 3);
    mlp_cost(&mlp, plain, ZERO_SLICES * ROWS, x, label, g);
    ck_assert_int_eq(collective_local_init(&all, 4, zero_net_capacity(&config, 4)), 0);
    ck_assert_int_eq(zero_net_init(&net, &all, &config, theta), DESCENT_OK);
    zero_net_step(&net, x, label);
    zero_net_theta(&net, moved);
    for (size_t l = 0, from = 0; l < 3; l++) {
        const size_t weights = width[l] * width[l + 1];
        const real *expected = g + mlp.module[2 * l].weights;
        for (size_t i = 0; i < weights; i++) {
            const real step = theta[from + i] - moved[from + i];
            ck_assert(fabs((double)step -
                           (double)expected[i] / (fabs((double)expected[i]) + 1)) <
                      4 * EPSILON);
        }
        from += (weights + width[l + 1] + ZERO_SLICES - 1) / ZERO_SLICES * ZERO_SLICES;
    }
    zero_net_free(&net);
    collective_free(&all);
    mlp_free(&mlp);
    free(theta);
    free(moved);
    free(plain);
    free(g);
}
END_TEST

START_TEST(bad_networks_are_refused)
{
    struct zero_net_config config = small(ZERO_NONE);
    struct collective all;
    struct zero_net net;
    real *theta = calloc(zero_net_n(&config), sizeof *theta);
    ck_assert_int_eq(collective_local_init(&all, 2, 1), DESCENT_OK);
    ck_assert_int_eq(zero_net_init(&net, &all, &config, theta), DESCENT_ERANGE);
    collective_free(&all);
    ck_assert_int_eq(collective_local_init(&all, 16, 1000), DESCENT_OK);
    ck_assert_int_eq(zero_net_init(&net, &all, &config, theta), DESCENT_ERANGE);
    zero_net_free(&net);
    config.rows = 0;
    ck_assert_int_eq(zero_net_init(&net, &all, &config, theta), DESCENT_ERANGE);
    config.rows = 1, config.layers = 5;
    ck_assert_int_eq(zero_net_init(&net, &all, &config, theta), DESCENT_ERANGE);
    collective_free(&all);
    free(theta);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {same_bits_for_all, gradient_is_that_of_the_network,
                                  bad_networks_are_refused};
    return run_tests("zero", sizeof tests / sizeof *tests, tests);
}
