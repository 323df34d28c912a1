/* test_task.c: that workloads can be trained on, alike for all methods, and end where a
 * run diverges. */
#include "lab/methods.h"
#include "lab/task.h"
#include "optim/blas.h"
#include "suite.h"

#include <math.h>
#include <stdlib.h>

enum { STEPS = 60, EVERY = 20, POINTS = STEPS / EVERY + 1 };

static enum descent_status make(struct task *task, int which)
{
    const struct gpt_config tiny = {0, 16, 16, 2, 1, 8};
    return which == 0   ? task_digits(task, 16, 32)
           : which == 1 ? task_zipf(task, zipf_defaults(), 64)
           : which == 2 ? task_pairs(task, 16, 4, 16)
                        : task_language(task, tiny);
}

static enum descent_status run(struct task *task, const char *name, real lr,
                               uint64_t seed, real *value)
{
    const struct task_config config = {STEPS, EVERY, 0, NULL};
    struct optimizer optimizer;
    real *theta = malloc(task->n * sizeof *theta), step[POINTS];
    ck_assert_int_eq(method_make(&optimizer, name, task->n), DESCENT_OK);
    *optimizer.lr = lr;
    enum descent_status status =
        task_train(task, seed, &optimizer, &config, theta, step, value);
    for (size_t k = 0; k < POINTS; k++)
        ck_assert(step[k] == (real)(k * EVERY));
    optimizer_drop(&optimizer);
    free(theta);
    return status;
}

START_TEST(workloads)
{
    struct task task;
    real value[POINTS], again[POINTS], other[POINTS], sgd[POINTS];
    ck_assert_int_eq(make(&task, _i), DESCENT_OK);
    size_t numbers = 0;
    for (size_t i = 0; i < task.tensors; i++)
        numbers += task.tensor[i].rows * task.tensor[i].cols;
    ck_assert_uint_eq(numbers, task.n);
    ck_assert_int_eq(run(&task, "adam", (real)0.01, 1, value), DESCENT_OK);
    ck_assert(value[POINTS - 1] < (real)0.95 * value[0]);
    ck_assert(task.seconds > 0 && task.seconds < 100);
    ck_assert_int_eq(run(&task, "adam", (real)0.01, 1, again), DESCENT_OK);
    ck_assert_mem_eq(value, again, sizeof value);
    ck_assert_int_eq(run(&task, "adam", (real)0.01, 2, other), DESCENT_OK);
    ck_assert(other[0] != value[0]);
    /* Another method begins at the same place. */
    ck_assert_int_eq(run(&task, "sgd", (real)1e-9, 1, sgd), DESCENT_OK);
    ck_assert(sgd[0] == value[0]);
    ck_close(sgd[POINTS - 1], sgd[0], 1e-4);
    task_free(&task);
    task_free(&task);
}
END_TEST

/* The gradient against the central difference on one batch, along a random direction with
 * as much of the gradient in it: where the slope is steep, the rounding of two costs, at
 * most two units in the last place each, takes little away. The steps are so short that
 * it outweighs the third derivative and the kinks of ReLU. */
START_TEST(gradients)
{
    struct task task;
    struct rng rng = rng_seed(3);
    const double step = sizeof(real) == sizeof(double) ? 0x1p-20 : 0x1p-12;
    ck_assert_int_eq(make(&task, _i), DESCENT_OK);
    real *theta = calloc(4 * task.n, sizeof *theta), *g = theta + task.n;
    real *there = g + task.n, *direction = there + task.n;
    double slope = 0, cost[2];
    task.init(&task, theta, &rng);
    task.rng = rng_seed(5);
    task.cost(&task, theta, g);
    const real length = blas_norm(task.n, g);
    for (size_t i = 0; i < task.n; i++)
        direction[i] = g[i] / length + (real)(rng_normal(&rng) / sqrt((double)task.n));
    for (size_t i = 0; i < task.n; i++)
        slope += (double)(g[i] * direction[i]);
    for (int k = 0; k < 2; k++) {
        for (size_t i = 0; i < task.n; i++)
            there[i] = theta[i] + (real)(k ? step : -step) * direction[i];
        task.rng = rng_seed(5);
        cost[k] = (double)task.cost(&task, there, g);
    }
    ck_close((cost[1] - cost[0]) / (2 * step), slope, 2 * EPSILON * cost[1] / step);
    free(theta);
    task_free(&task);
}
END_TEST

START_TEST(divergence_ends_a_run)
{
    struct task task;
    real value[POINTS];
    ck_assert_int_eq(task_zipf(&task, zipf_defaults(), 8), DESCENT_OK);
    ck_assert_int_eq(run(&task, "sgd", (real)INFINITY, 1, value), DESCENT_ENAN);
    ck_assert(isfinite(value[0]) && !isfinite(value[1]) && isnan(value[2]));
    task_free(&task);
}
END_TEST

static real half(size_t step, size_t steps)
{
    ck_assert(step >= 1 && step <= STEPS && steps == STEPS);
    return step % 2 ? 0 : (real)0.5;
}

/* Of every two steps one is not taken, and the other half: a quarter of the way. */
START_TEST(schedule_and_clip)
{
    const struct task_config config = {STEPS, STEPS, 0, half}, plain = {30, 30, 0, NULL};
    const struct task_config clipped = {STEPS, STEPS, (real)1e-12, NULL};
    struct optimizer optimizer;
    struct task task;
    real step[2], value[2];
    ck_assert_int_eq(task_zipf(&task, zipf_defaults(), 64), DESCENT_OK);
    real *theta = calloc(2 * task.n, sizeof *theta), *start = theta + task.n;
    ck_assert_int_eq(method_make(&optimizer, "sgd", task.n), DESCENT_OK);
    *optimizer.lr = (real)0.01;
    ck_assert_int_eq(task_train(&task, 1, &optimizer, &config, theta, step, value), 0);
    ck_assert(*optimizer.lr == (real)0.01);
    const real fall = value[0] - value[1];
    *optimizer.lr = (real)0.005;
    ck_assert_int_eq(task_train(&task, 1, &optimizer, &plain, start, step, value), 0);
    ck_close(value[0] - value[1], fall, 0.2 * (double)fall);
    ck_assert_int_eq(task_train(&task, 1, &optimizer, &clipped, theta, step, value), 0);
    ck_close(value[0], value[1], 1e-9 + 1e3 * EPSILON);
    optimizer_drop(&optimizer);
    free(theta);
    task_free(&task);
}
END_TEST

START_TEST(refuses)
{
    const struct task_config bad[] = {{0, 1, 0, NULL},
                                      {5, 0, 0, NULL},
                                      {5, 6, 0, NULL},
                                      {5, 1, -1, NULL},
                                      {5, 1, (real)NAN, NULL}};
    struct optimizer optimizer;
    struct task task;
    real theta[1] = {7}, step[9], value[9];
    ck_assert_int_eq(task_digits(&task, 0, 32), DESCENT_ERANGE);
    task_free(&task);
    ck_assert_int_eq(task_digits(&task, 16, 0), DESCENT_ERANGE);
    task_free(&task);
    ck_assert_int_eq(task_language(&task, (struct gpt_config){0}), DESCENT_ERANGE);
    task_free(&task);
    ck_assert_int_eq(task_pairs(&task, 16, 4, 1), DESCENT_ERANGE);
    task_free(&task);
    ck_assert_int_eq(task_pairs(&task, 16, 0, 16), DESCENT_ERANGE);
    task_free(&task);
    ck_assert_int_eq(task_zipf(&task, (struct zipf_config){0}, 8), DESCENT_ERANGE);
    task_free(&task);
    ck_assert_int_eq(task_zipf(&task, zipf_defaults(), 8), DESCENT_OK);
    ck_assert_int_eq(method_make(&optimizer, "sgd", task.n), DESCENT_OK);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_int_eq(task_train(&task, 1, &optimizer, &bad[i], theta, step, value),
                         DESCENT_ERANGE);
    ck_assert(theta[0] == 7);
    optimizer_drop(&optimizer);
    task_free(&task);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("task");
    TCase *all = tcase_create("task");
    tcase_set_timeout(all, 300);
    tcase_add_loop_test(all, workloads, 0, 4);
    tcase_add_loop_test(all, gradients, 0, 4);
    tcase_add_test(all, divergence_ends_a_run);
    tcase_add_test(all, schedule_and_clip);
    tcase_add_test(all, refuses);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
