/* test_memory.c: how many arrays every method takes, that it gives them back, and what it
 * does when memory runs out. */
#include "lab/zero_net.h"
#include "memory.h"
#include "optim/adadelta.h"
#include "optim/adafactor.h"
#include "optim/adagrad.h"
#include "optim/adam.h"
#include "optim/adam8.h"
#include "optim/adamw.h"
#include "optim/amsgrad.h"
#include "optim/backtracking.h"
#include "optim/bfgs.h"
#include "optim/collective.h"
#include "optim/curvature_pairs.h"
#include "optim/heavy_ball.h"
#include "optim/kfac.h"
#include "optim/lbfgs.h"
#include "optim/lion.h"
#include "optim/momentum_forms.h"
#include "optim/muon.h"
#include "optim/muon_groups.h"
#include "optim/nesterov.h"
#include "optim/nesterov_current.h"
#include "optim/newton.h"
#include "optim/newton_cg.h"
#include "optim/param_groups.h"
#include "optim/perturbed.h"
#include "optim/polar.h"
#include "optim/projection.h"
#include "optim/restart.h"
#include "optim/rmsprop.h"
#include "optim/sag.h"
#include "optim/sag_table.h"
#include "optim/saga.h"
#include "optim/sampler.h"
#include "optim/schedule_free.h"
#include "optim/schedule_free_sgd.h"
#include "optim/sgdw.h"
#include "optim/shampoo.h"
#include "optim/sma.h"
#include "optim/svrg.h"
#include "optim/weight_average.h"
#include "optim/zero1.h"
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

START_TEST(averages_of_weights)
{
    struct weight_queue queue;
    struct weight_ema ema;
    struct schedule_free method;
    struct schedule_free_sgd sgd;
    ASSERT_RUNS_OUT(1, weight_queue_init(&queue, N, 4), weight_queue_free(&queue));
    ASSERT_RUNS_OUT(1, weight_ema_init(&ema, N, 0), weight_ema_free(&ema));
    ASSERT_RUNS_OUT(2, schedule_free_init(&method, N, NULL, schedule_free_defaults()),
                    schedule_free_free(&method));
    ASSERT_RUNS_OUT(2,
                    schedule_free_sgd_init(&sgd, N, NULL, schedule_free_sgd_defaults()),
                    schedule_free_sgd_free(&sgd));
    ck_assert_int_eq(weight_queue_init(&queue, N, 0), DESCENT_ERANGE);
    ck_assert_int_eq(weight_queue_init(&queue, SIZE_MAX, 2), DESCENT_ERANGE);
    weight_queue_free(&queue);
    ck_assert_int_eq(weight_ema_init(&ema, N, 1), DESCENT_ERANGE);
    weight_ema_free(&ema);
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

START_TEST(finite_sums)
{
    const real x[] = {1, 2}, y[] = {0, 1};
    const struct glm glm = {GLM_LOGISTIC, 2, 1, x, y, 0};
    const struct finite_sum sum = glm_sum(&glm);
    const real theta = 0;
    struct sag sag;
    struct sag_table table;
    struct saga saga;
    struct svrg svrg;
    struct sampler sampler;
    for (size_t start = 0; start < 2; start++)
        ASSERT_RUNS_OUT(
            3 + start,
            sag_init(&sag, &glm, &theta, (struct sag_config){1, (enum sag_start)start}),
            sag_free(&sag));
    ASSERT_RUNS_OUT(3, sag_table_init(&table, &sum, &theta, sag_table_defaults()),
                    sag_table_free(&table));
    ASSERT_RUNS_OUT(2, saga_init(&saga, &glm, saga_defaults()), saga_free(&saga));
    ASSERT_RUNS_OUT(4, svrg_init(&svrg, &sum, svrg_defaults()), svrg_free(&svrg));
    ASSERT_RUNS_OUT(1, sampler_init(&sampler, 5, 0), sampler_free(&sampler));
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

static real flat(size_t n, const real *theta, real *g, void *context)
{
    (void)theta, (void)context;
    for (size_t i = 0; i < n; i++)
        g[i] = 0;
    return 0;
}

START_TEST(foundations)
{
    const real a[2] = {1, 2}, b = 3;
    struct backtracking descent;
    struct perturbed perturbed;
    struct affine affine;
    real theta[N] = {0};
    ASSERT_RUNS_OUT(
        3, backtracking_init(&descent, N, flat, NULL, theta, backtracking_defaults()),
        backtracking_free(&descent));
    ASSERT_RUNS_OUT(3,
                    perturbed_init(&perturbed, N, flat, NULL, NULL, NULL, theta,
                                   perturbed_defaults()),
                    perturbed_free(&perturbed));
    ASSERT_RUNS_OUT(2, affine_init(&affine, 2, 1, a, &b), affine_free(&affine));
}
END_TEST

START_TEST(methods_of_second_order)
{
    struct bfgs bfgs;
    struct curvature_pairs pairs;
    struct damped_newton newton;
    struct newton_cg cg;
    struct minimizer minimizer;
    real theta[N] = {0};
    size_t n = N;
    ASSERT_RUNS_OUT(2, bfgs_init(&bfgs, N), bfgs_free(&bfgs));
    ASSERT_RUNS_OUT(4, curvature_pairs_init(&pairs, N, 5), curvature_pairs_free(&pairs));
    ASSERT_RUNS_OUT(2, newton_init(&newton, N, NULL, NULL), newton_free(&newton));
    ASSERT_RUNS_OUT(1, newton_cg_init(&cg, N, NULL, NULL), newton_cg_free(&cg));
    ASSERT_RUNS_OUT(4,
                    minimizer_init(&minimizer, N, flat, NULL, steepest_direction(&n),
                                   theta, minimizer_defaults()),
                    minimizer_free(&minimizer));
}
END_TEST

/* A quadratic without its minimum at the start. */
static real bowl(size_t n, const real *theta, real *g, void *context)
{
    real value = 0;
    (void)context;
    for (size_t i = 0; i < n; i++) {
        g[i] = (real)(i + 1) * (theta[i] - 1);
        value += g[i] * (theta[i] - 1) / 2;
    }
    return value;
}

static void bowl_hessian(size_t n, const real *theta, real *h, void *context)
{
    (void)theta, (void)context;
    for (size_t i = 0; i < n * n; i++)
        h[i] = i % (n + 1) ? 0 : (real)(i / n + 1);
}

static void bowl_times(size_t n, const real *theta, const real *v, real *hv,
                       void *context)
{
    (void)theta, (void)context;
    for (size_t i = 0; i < n; i++)
        hv[i] = (real)(i + 1) * v[i];
}

START_TEST(methods_on_matrices)
{
    static const struct shaped_tensor tensor[2] = {
        {NULL, TENSOR_WEIGHT, PLACE_HIDDEN, 3, 2},
        {NULL, TENSOR_BIAS, PLACE_HIDDEN, 1, 3}};
    struct muon muon;
    struct muon_groups groups;
    struct polar polar;
    struct shampoo shampoo;
    struct kfac kfac;
    ASSERT_RUNS_OUT(6, muon_init(&muon, 3, 2, muon_defaults()), muon_free(&muon));
    ASSERT_RUNS_OUT(
        3 + 6 + 2,
        muon_groups_init(&groups, 2, tensor, muon_defaults(), adamw_defaults()),
        muon_groups_free(&groups));
    ASSERT_RUNS_OUT(6, polar_init(&polar, 3, 2), polar_free(&polar));
    ASSERT_RUNS_OUT(4 + 4 + 6, shampoo_init(&shampoo, 3, 2, shampoo_defaults()),
                    shampoo_free(&shampoo));
    ASSERT_RUNS_OUT(3, kfac_init(&kfac, 3, 2, kfac_defaults()), kfac_free(&kfac));
}
END_TEST

START_TEST(no_step_allocates)
{
    struct bfgs bfgs;
    struct curvature_pairs pairs;
    struct damped_newton newton;
    struct newton_cg cg;
    size_t n = N;
    ck_assert_int_eq(bfgs_init(&bfgs, N), DESCENT_OK);
    ck_assert_int_eq(curvature_pairs_init(&pairs, N, 2), DESCENT_OK);
    ck_assert_int_eq(newton_init(&newton, N, bowl_hessian, NULL), DESCENT_OK);
    ck_assert_int_eq(newton_cg_init(&cg, N, bowl_times, NULL), DESCENT_OK);
    const struct direction methods[] = {steepest_direction(&n), bfgs_method(&bfgs),
                                        lbfgs_method(&pairs), newton_method(&newton),
                                        newton_cg_method(&cg)};
    for (size_t k = 0; k < 5; k++) {
        struct minimizer minimizer;
        real theta[N] = {0};
        ck_assert_int_eq(minimizer_init(&minimizer, N, bowl, NULL, methods[k], theta,
                                        minimizer_defaults()),
                         DESCENT_OK);
        memory_fail(0);
        minimizer_run(&minimizer, 20);
        ck_assert_uint_eq(memory_fail(0), 0);
        ck_assert_uint_gt(minimizer.steps, 0);
        minimizer_free(&minimizer);
    }
    bfgs_free(&bfgs);
    curvature_pairs_free(&pairs);
    newton_free(&newton);
    newton_cg_free(&cg);
}
END_TEST

/* Bytes, factors, and two ranks that share; a step of theirs allocates nothing. */
START_TEST(scale)
{
    struct adam8 adam8;
    struct adafactor adafactor;
    struct collective all;
    struct zero1 zero1;
    struct zero_net net;
    ASSERT_RUNS_OUT(5, adam8_init(&adam8, N, adam8_defaults()), adam8_free(&adam8));
    ASSERT_RUNS_OUT(2, adafactor_init(&adafactor, 2, 2, adafactor_defaults()),
                    adafactor_free(&adafactor));
    ASSERT_RUNS_OUT(1, adafactor_init(&adafactor, 1, 2, adafactor_defaults()),
                    adafactor_free(&adafactor));
    ASSERT_RUNS_OUT(4, collective_local_init(&all, 2, 100), collective_free(&all));
    ck_assert_int_eq(collective_local_init(&all, 2, 100), DESCENT_OK);
    ASSERT_RUNS_OUT(5, zero1_init(&zero1, &all, N, adam_defaults()), zero1_free(&zero1));
    for (unsigned stage = 0; stage < 4; stage++) {
        const struct zero_net_config config = {.stage = (enum zero_stage)stage,
                                               .layers = 1,
                                               .width = {2, 2},
                                               .rows = 1,
                                               .adam = adam_defaults()};
        const real theta[8] = {0}, x[2 * ZERO_SLICES] = {1};
        const size_t label[ZERO_SLICES] = {0};
        ASSERT_RUNS_OUT(26, zero_net_init(&net, &all, &config, theta),
                        zero_net_free(&net));
        ck_assert_int_eq(zero_net_init(&net, &all, &config, theta), DESCENT_OK);
        memory_fail(0);
        zero_net_step(&net, x, label);
        ck_assert_uint_eq(memory_fail(0), 0);
        zero_net_free(&net);
    }
    collective_free(&all);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {arrays_are_counted_and_given_back,
                            averages_of_weights,
                            rmsprop_takes_what_its_variant_needs,
                            restart_and_the_simple_average,
                            param_groups_take_two_tables,
                            foundations,
                            methods_of_second_order,
                            no_step_allocates,
                            finite_sums,
                            methods_on_matrices,
                            scale};
    return RUN_SUITE("memory", tests);
}
