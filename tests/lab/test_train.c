/* test_train.c: the training loop and the descent of a function. The methods here are
 * plain ones of the test's own, so that what fails is the loop. */
#include "lab/classifier.h"
#include "lab/landscapes.h"
#include "lab/methods.h"
#include "lab/quadratic.h"
#include "lab/train.h"
#include "optim/adamw.h"
#include "optim/nesterov.h"
#include "optim/param_groups.h"
#include "optim/plateau.h"
#include "optim/warmup_cosine.h"
#include "suite.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct plain {
    struct {
        real lr;
    } config;
    size_t n, steps;
    real rates[64]; /* learning rates of the first steps */
};

static void plain_step(struct plain *plain, real *theta, const real *g)
{
    if (plain->steps < 64)
        plain->rates[plain->steps] = plain->config.lr;
    plain->steps++;
    for (size_t i = 0; i < plain->n; i++)
        theta[i] -= plain->config.lr * g[i];
}

static void step_plain(void *plain, real *theta, const real *g)
{
    plain_step(plain, theta, g);
}

static struct optimizer plain_optimizer(struct plain *plain)
{
    return (struct optimizer){.state = plain,
                              .step = step_plain,
                              .lr = &plain->config.lr,
                              .rate = &plain->config.lr};
}

/* An AdamW of the table, with its own rate and decay. */
static struct optimizer adamw_of(size_t n, real lr, real decay)
{
    struct optimizer optimizer;
    ck_assert_int_eq(method_make(&optimizer, "adamw", n), DESCENT_OK);
    struct adamw *adamw = optimizer.state;
    adamw->config.lr = lr;
    adamw->config.decay = decay;
    return optimizer;
}

struct fixture {
    struct dataset train, test;
    struct mlp mlp;
    real *theta;
};

static struct fixture digits(size_t hidden, size_t batch)
{
    struct fixture f;
    struct rng rng = rng_seed(1);
    const size_t width[] = {64, hidden, 10};
    ck_assert_int_eq(
        dataset_load(&f.train, &f.test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL),
        DESCENT_OK);
    ck_assert_int_eq(mlp_init(&f.mlp, 2, width, batch), DESCENT_OK);
    f.theta = calloc(f.mlp.n, sizeof *f.theta);
    mlp_init_he(&f.mlp, f.theta, &rng);
    return f;
}

static void done(struct fixture *f)
{
    dataset_free(&f->train);
    dataset_free(&f->test);
    mlp_free(&f->mlp);
    free(f->theta);
}

START_TEST(descend_follows_the_recursion)
{
    /* On ½ λ θ² a step of gradient descent multiplies θ by 1 - ηλ. */
    const real spectrum[] = {1, 4};
    struct quadratic q;
    ck_assert_int_eq(quadratic_init(&q, 2, spectrum, NULL), DESCENT_OK);
    struct problem problem = quadratic_problem(&q);
    struct plain plain = {.config = {(real)0.125}, .n = 2};
    struct optimizer optimizer = plain_optimizer(&plain);
    real theta[] = {1, 1}, path[11][2], value[11];
    ck_assert_int_eq(descend(&problem, &optimizer, 10, theta, path[0], value),
                     DESCENT_OK);
    for (int t = 0; t <= 10; t++) {
        double a = pow(0.875, t), b = pow(0.5, t);
        ck_close(path[t][0], a, 10 * EPSILON);
        ck_close(path[t][1], b, 10 * EPSILON);
        ck_close(value[t], (a * a + 4 * b * b) / 2, 20 * EPSILON);
    }
    ck_assert(theta[0] == path[10][0] && theta[1] == path[10][1]);
    ck_assert_uint_eq(plain.steps, 10);
    ck_assert_int_eq(descend(&problem, &optimizer, 0, theta, NULL, NULL), DESCENT_OK);
    ck_assert_uint_eq(plain.steps, 10);
    quadratic_free(&q);
}
END_TEST

START_TEST(descend_reports_divergence)
{
    struct problem problem;
    ck_assert_int_eq(rosenbrock_problem(&problem, 2), DESCENT_OK);
    struct plain plain = {.config = {1}, .n = 2};
    struct optimizer optimizer = plain_optimizer(&plain);
    real theta[2];
    rosenbrock_start(2, theta);
    ck_assert_int_eq(descend(&problem, &optimizer, 100, theta, NULL, NULL), DESCENT_ENAN);
    ck_assert_uint_eq(plain.steps, 100);
}
END_TEST

START_TEST(full_batch_is_gradient_descent)
{
    /* With all samples in one batch the loop is descend() on the classifier. */
    struct fixture f = digits(8, DIGITS_TRAIN);
    struct classifier classifier;
    const size_t width[] = {64, 8, 10};
    ck_assert_int_eq(classifier_init(&classifier, 2, width, &f.train, 0), DESCENT_OK);
    struct problem problem = classifier_problem(&classifier);
    real *theta = calloc(f.mlp.n, sizeof *theta), value[6];
    memcpy(theta, f.theta, f.mlp.n * sizeof *theta);
    struct plain plain = {.config = {(real)0.1}, .n = f.mlp.n};
    struct optimizer optimizer = plain_optimizer(&plain);
    struct train_group group = {0, f.mlp.n, optimizer};
    struct train_config config = train_defaults();
    struct train_epoch record[6];
    config.epochs = 5;
    config.batch = DIGITS_TRAIN;
    ck_assert_int_eq(
        train(&f.mlp, f.theta, &f.train, &f.test, 1, &group, &config, record),
        DESCENT_OK);
    ck_assert_int_eq(descend(&problem, &optimizer, 5, theta, NULL, value), DESCENT_OK);
    for (int i = 0; i <= 5; i++)
        ck_close(record[i].train.cost, value[i], 1e5 * EPSILON);
    for (size_t i = 0; i < f.mlp.n; i++)
        ck_close(f.theta[i], theta[i], 1e5 * EPSILON);
    ck_assert(record[5].train.cost < record[0].train.cost);
    free(theta);
    classifier_free(&classifier);
    done(&f);
}
END_TEST

START_TEST(repeats_by_seed)
{
    real *first = NULL;
    for (uint64_t run = 0; run < 3; run++) {
        struct fixture f = digits(8, 32);
        struct plain plain = {.config = {(real)0.1}, .n = f.mlp.n};
        struct train_group group = {0, f.mlp.n, plain_optimizer(&plain)};
        struct train_config config = train_defaults();
        struct train_epoch record[3];
        config.epochs = 2;
        config.seed = run < 2 ? 7 : 8;
        ck_assert_int_eq(
            train(&f.mlp, f.theta, &f.train, NULL, 1, &group, &config, record),
            DESCENT_OK);
        ck_assert_uint_eq(plain.steps, 2 * 41); /* ⌈1297 / 32⌉ */
        ck_assert(isnan(record[2].test.cost) && isnan(record[2].test.accuracy));
        if (run == 0) {
            first = calloc(f.mlp.n, sizeof *first);
            memcpy(first, f.theta, f.mlp.n * sizeof *first);
        } else if (run == 1)
            ck_assert_mem_eq(first, f.theta, f.mlp.n * sizeof *first);
        else
            ck_assert_mem_ne(first, f.theta, f.mlp.n * sizeof *first);
        done(&f);
    }
    free(first);
}
END_TEST

START_TEST(groups_step_on_their_slices)
{
    /* A group that does not move, one that does, and parameters in no group. */
    struct fixture f = digits(8, 32);
    real *start = calloc(f.mlp.n, sizeof *start);
    memcpy(start, f.theta, f.mlp.n * sizeof *start);
    struct plain still = {.config = {0}, .n = 100};
    struct plain moves = {.config = {(real)0.1}, .n = f.mlp.n - 200};
    struct train_group groups[] = {{0, 100, plain_optimizer(&still)},
                                   {200, f.mlp.n - 200, plain_optimizer(&moves)}};
    struct train_config config = train_defaults();
    struct train_epoch record[2];
    config.epochs = 1;
    ck_assert_int_eq(train(&f.mlp, f.theta, &f.train, NULL, 2, groups, &config, record),
                     DESCENT_OK);
    ck_assert_mem_eq(start, f.theta, 200 * sizeof *start);
    size_t moved = 0;
    for (size_t i = f.mlp.weights - 80; i < f.mlp.n; i++) /* last weights, all biases */
        moved += start[i] != f.theta[i];
    ck_assert_uint_eq(moved, f.mlp.n - f.mlp.weights + 80);
    ck_assert_uint_eq(still.steps, moves.steps);
    free(start);
    done(&f);
}
END_TEST

static real halve(size_t step, size_t steps, void *context)
{
    *(size_t *)context = steps;
    return (real)pow(0.5, (double)step);
}

static void count_observations(size_t step, const real *theta, const real *g,
                               void *context)
{
    size_t *seen = context;
    ck_assert(isfinite(theta[0]) && isfinite(g[0]));
    ck_assert_uint_eq(step, seen[0] + 1);
    seen[0] = step;
}

START_TEST(schedules_multiply_every_rate)
{
    struct fixture f = digits(8, 1297);
    struct plain a = {.config = {(real)0.5}, .n = 100}, b = {.config = {2}, .n = 100};
    struct train_group groups[] = {{0, 100, plain_optimizer(&a)},
                                   {100, 100, plain_optimizer(&b)}};
    struct train_config config = train_defaults();
    struct train_epoch record[4];
    size_t total = 0;
    config.epochs = 3;
    config.batch = 400; /* 400, 400, 400, 97 */
    config.schedule = halve;
    config.context = &total;
    train(&f.mlp, f.theta, &f.train, NULL, 2, groups, &config, record);
    ck_assert_uint_eq(total, 12);
    ck_assert_uint_eq(a.steps, 12);
    for (size_t t = 0; t < 12; t++) {
        ck_assert(a.rates[t] == (real)0.5 * (real)pow(0.5, (double)(t + 1)));
        ck_assert(b.rates[t] == 2 * (real)pow(0.5, (double)(t + 1)));
    }
    ck_assert(a.config.lr == (real)0.5 && b.config.lr == 2); /* put back */
    size_t seen = 0;
    config.schedule = NULL;
    config.observe = count_observations;
    config.context = &seen;
    train(&f.mlp, f.theta, &f.train, NULL, 2, groups, &config, record);
    ck_assert_uint_eq(seen, 12);
    done(&f);
}
END_TEST

static void note_length(size_t step, const real *theta, const real *g, void *context)
{
    (void)step;
    (void)theta;
    double sum = 0, *longest = context;
    for (size_t i = 0; i < 8 * 64 + 8 + 10 * 8 + 10; i++)
        sum += (double)g[i] * (double)g[i];
    *longest = fmax(*longest, sqrt(sum));
}

START_TEST(long_gradients_are_clipped)
{
    struct fixture f = digits(8, 400);
    struct plain plain = {.config = {(real)0.01}, .n = f.mlp.n};
    const struct train_group group = {0, f.mlp.n, plain_optimizer(&plain)};
    struct train_config config = train_defaults();
    double longest = 0, clipped = 0;
    config.epochs = 1;
    config.batch = 400;
    config.observe = note_length;
    config.context = &longest;
    train(&f.mlp, f.theta, &f.train, NULL, 1, &group, &config, NULL);
    ck_assert(longest > 0.5);
    config.clip = (real)0.25;
    config.context = &clipped;
    train(&f.mlp, f.theta, &f.train, NULL, 1, &group, &config, NULL);
    ck_close(clipped, 0.25, 1000 * EPSILON);
    config.clip = (real)NAN;
    ck_assert_int_eq(train(&f.mlp, f.theta, &f.train, NULL, 1, &group, &config, NULL),
                     DESCENT_ERANGE);
    config.clip = -1;
    ck_assert_int_eq(train(&f.mlp, f.theta, &f.train, NULL, 1, &group, &config, NULL),
                     DESCENT_ERANGE);
    done(&f);
}
END_TEST

/* A plateau that hears of every epoch, and what it said for each step. */
struct listener {
    struct plateau plateau;
    size_t epochs;
    const real *zero;
};

static void listen(size_t epoch, const struct train_epoch *scores, void *context)
{
    struct listener *listener = context;
    ck_assert_uint_eq(epoch, listener->epochs++);
    plateau_read(&listener->plateau, scores->train.cost);
}

static real plateau_multiplier(size_t step, size_t steps, void *context)
{
    (void)step;
    (void)steps;
    return ((struct listener *)context)->plateau.rate;
}

static const real *always_zero(const real *theta, void *context)
{
    (void)theta;
    return ((struct listener *)context)->zero;
}

/* The scored parameters are always 0, so that the cost stands still at log 10 and the
 * plateau halves the rate after each epoch from the first on. */
START_TEST(a_plateau_hears_of_the_scored_parameters)
{
    struct fixture f = digits(8, 400);
    real *zero = calloc(f.mlp.n, sizeof *zero);
    struct listener listener = {.zero = zero};
    struct plateau_config settings = plateau_defaults();
    struct plain plain = {.config = {1}, .n = f.mlp.n};
    const struct train_group group = {0, f.mlp.n, plain_optimizer(&plain)};
    struct train_config config = train_defaults();
    struct train_epoch record[4];
    settings.patience = 0;
    settings.factor = (real)0.5;
    ck_assert_int_eq(plateau_init(&listener.plateau, settings), DESCENT_OK);
    config.epochs = 3;
    config.batch = 400; /* 4 steps an epoch */
    config.schedule = plateau_multiplier;
    config.report = listen;
    config.scored = always_zero;
    config.context = &listener;
    ck_assert_int_eq(train(&f.mlp, f.theta, &f.train, NULL, 1, &group, &config, record),
                     DESCENT_OK);
    ck_assert_uint_eq(listener.epochs, 4);
    for (int e = 0; e <= 3; e++)
        ck_close(record[e].train.cost, log(10), 100 * EPSILON);
    ck_assert(isnan(record[3].test.cost));
    for (size_t t = 0; t < 12; t++)
        ck_assert(plain.rates[t] == (real)(t < 4 ? 1 : t < 8 ? 0.5 : 0.25));
    ck_assert(plain.config.lr == 1);
    free(zero);
    done(&f);
}
END_TEST

START_TEST(divergence_ends_training)
{
    struct fixture f = digits(8, 32);
    struct plain plain = {.config = {(real)1e30}, .n = f.mlp.n};
    struct train_group group = {0, f.mlp.n, plain_optimizer(&plain)};
    struct train_config config = train_defaults();
    struct train_epoch record[6];
    config.epochs = 5;
    ck_assert_int_eq(
        train(&f.mlp, f.theta, &f.train, &f.test, 1, &group, &config, record),
        DESCENT_ENAN);
    ck_assert(isfinite(record[0].train.cost));
    size_t ended = 1;
    while (ended < 5 && isfinite(record[ended].train.cost))
        ended++;
    ck_assert_uint_eq(plain.steps, ended * 41);
    for (size_t i = ended + 1; i <= 5; i++)
        ck_assert(isnan(record[i].train.cost) && isnan(record[i].train.accuracy) &&
                  isnan(record[i].test.cost) && isnan(record[i].test.accuracy));
    /* Parameters that are NaN from the start. */
    size_t before = plain.steps;
    f.theta[3] = (real)NAN;
    ck_assert_int_eq(
        train(&f.mlp, f.theta, &f.train, &f.test, 1, &group, &config, record),
        DESCENT_ENAN);
    ck_assert_uint_eq(plain.steps, before);
    ck_assert(isnan(record[5].train.cost));
    done(&f);
}
END_TEST

START_TEST(a_record_is_optional)
{
    struct train_epoch record[3];
    struct train_config config = train_defaults();
    config.epochs = 2;
    real *scored = NULL;
    for (int k = 0; k < 2; k++) {
        struct fixture f = digits(8, 32);
        struct plain plain = {.config = {(real)0.1}, .n = f.mlp.n};
        struct train_group group = {0, f.mlp.n, plain_optimizer(&plain)};
        ck_assert_int_eq(train(&f.mlp, f.theta, &f.train, NULL, 1, &group, &config,
                               k == 0 ? record : NULL),
                         DESCENT_OK);
        if (k == 0) {
            scored = calloc(f.mlp.n, sizeof *scored);
            memcpy(scored, f.theta, f.mlp.n * sizeof *scored);
        } else {
            ck_assert_mem_eq(scored, f.theta, f.mlp.n * sizeof *scored);
            f.theta[0] = (real)NAN;
            ck_assert_int_eq(
                train(&f.mlp, f.theta, &f.train, NULL, 1, &group, &config, NULL),
                DESCENT_ENAN);
        }
        done(&f);
    }
    free(scored);
}
END_TEST

START_TEST(defaults)
{
    const struct train_config config = train_defaults();
    ck_assert(config.epochs == 20 && config.batch == 32 && config.seed == 1);
    ck_assert(!config.schedule && !config.observe && !config.context);
}
END_TEST

START_TEST(train_refuses)
{
    struct fixture f = digits(8, 32);
    struct plain plain = {.config = {(real)0.1}, .n = f.mlp.n};
    struct train_group group = {0, f.mlp.n, plain_optimizer(&plain)};
    struct train_epoch record[21];
    struct train_config bad[4];
    for (size_t i = 0; i < 4; i++)
        bad[i] = train_defaults();
    bad[0].epochs = 0;
    bad[1].batch = 0;
    bad[2].batch = 33; /* more than the network takes */
    bad[3].batch = 1298;
    for (size_t i = 0; i < 4; i++)
        ck_assert_int_eq(
            train(&f.mlp, f.theta, &f.train, &f.test, 1, &group, &bad[i], record),
            DESCENT_ERANGE);
    struct train_config config = train_defaults();
    struct train_group wrong[] = {{1, f.mlp.n, group.optimizer},
                                  {f.mlp.n + 1, 0, group.optimizer},
                                  {SIZE_MAX, 2, group.optimizer}};
    for (size_t i = 0; i < 3; i++)
        ck_assert_int_eq(
            train(&f.mlp, f.theta, &f.train, &f.test, 1, &wrong[i], &config, record),
            DESCENT_ERANGE);
    struct dataset odd = f.test;
    odd.features = 63;
    ck_assert_int_eq(train(&f.mlp, f.theta, &odd, NULL, 1, &group, &config, record),
                     DESCENT_ERANGE);
    ck_assert_int_eq(train(&f.mlp, f.theta, &f.train, &odd, 1, &group, &config, record),
                     DESCENT_ERANGE);
    odd = f.test;
    odd.classes = 11;
    ck_assert_int_eq(train(&f.mlp, f.theta, &f.train, &odd, 1, &group, &config, record),
                     DESCENT_ERANGE);
    odd.classes = 10, odd.rows = 0;
    ck_assert_int_eq(train(&f.mlp, f.theta, &odd, NULL, 1, &group, &config, record),
                     DESCENT_ERANGE);
    ck_assert_uint_eq(plain.steps, 0);
    done(&f);
}
END_TEST

START_TEST(plain_descent_learns_digits)
{
    struct fixture f = digits(32, 32);
    struct plain plain = {.config = {(real)0.1}, .n = f.mlp.n};
    struct train_group group = {0, f.mlp.n, plain_optimizer(&plain)};
    struct train_config config = train_defaults();
    struct train_epoch record[21];
    ck_assert_int_eq(
        train(&f.mlp, f.theta, &f.train, &f.test, 1, &group, &config, record),
        DESCENT_OK);
    ck_assert(record[0].train.accuracy < (real)0.3);
    ck_assert(record[20].train.accuracy > (real)0.99);
    ck_assert(record[20].test.accuracy > (real)0.95);
    done(&f);
}
END_TEST

/* AdamW as the book trains the digits: 128 hidden units, decay on the weights alone. */
static void train_with_adamw(struct fixture *f, size_t batch, real lr, uint64_t seed,
                             struct train_epoch record[21])
{
    size_t weights = f->mlp.weights, biases = f->mlp.n - weights;
    struct train_group groups[] = {{0, weights, adamw_of(weights, lr, (real)0.1)},
                                   {weights, biases, adamw_of(biases, lr, 0)}};
    struct train_config config = train_defaults();
    config.batch = batch;
    config.seed = seed;
    ck_assert_int_eq(
        train(&f->mlp, f->theta, &f->train, &f->test, 2, groups, &config, record),
        DESCENT_OK);
    optimizer_drop(&groups[0].optimizer);
    optimizer_drop(&groups[1].optimizer);
}

START_TEST(adamw_learns_digits)
{
    for (uint64_t seed = 1; seed <= 5; seed++) {
        struct fixture f = digits(128, 32);
        struct train_epoch record[21];
        struct rng rng = rng_seed(seed);
        mlp_init_he(&f.mlp, f.theta, &rng);
        train_with_adamw(&f, 32, (real)0.002, seed, record);
        ck_assert_double_ge((double)record[20].test.accuracy, 0.96);
        ck_assert_double_ge((double)record[20].train.accuracy, 0.99);
        done(&f);
    }
}
END_TEST

START_TEST(adamw_learns_digits_one_by_one)
{
    struct fixture f = digits(128, 32);
    struct train_epoch record[21];
    train_with_adamw(&f, 1, (real)0.0003, 1, record);
    ck_assert_double_ge((double)record[20].test.accuracy, 0.96);
    done(&f);
}
END_TEST

static real cosine(size_t step, size_t steps, void *context)
{
    (void)context;
    const struct warmup_cosine shape = {steps / 10, steps, 0};
    return warmup_cosine(&shape, step);
}

START_TEST(parameter_groups_are_two_optimizers)
{
    /* Exercise 6.4 as one optimizer of all parameters, and AdamW twice: the same bits,
     * schedule included. */
    struct fixture one = digits(8, 32), two = digits(8, 32);
    struct tensor tensor[2 * MLP_MAX_LAYERS];
    const struct param_group decays[2] = {{1, (real)0.1}, {1, 0}};
    struct param_groups all;
    struct adamw_config settings = adamw_defaults();
    settings.lr = (real)0.01;
    size_t weights = one.mlp.weights, n = one.mlp.n;
    size_t tensors = mlp_tensors(&one.mlp, tensor);
    ck_assert_int_eq(param_groups_init(&all, tensors, tensor, decays, settings),
                     DESCENT_OK);
    struct train_group whole = {0, n, param_groups_optimizer(&all)};
    struct train_group split[] = {
        {0, weights, adamw_of(weights, settings.lr, decays[0].decay)},
        {weights, n - weights, adamw_of(n - weights, settings.lr, decays[1].decay)}};
    struct train_config config = train_defaults();
    struct train_epoch record[3];
    config.epochs = 2;
    config.schedule = cosine;
    ck_assert_int_eq(
        train(&one.mlp, one.theta, &one.train, NULL, 1, &whole, &config, record),
        DESCENT_OK);
    ck_assert_int_eq(
        train(&two.mlp, two.theta, &two.train, NULL, 2, split, &config, record),
        DESCENT_OK);
    ck_assert_mem_eq(one.theta, two.theta, n * sizeof *one.theta);
    ck_assert(all.schedule == 1 && *split[0].optimizer.rate == 1 &&
              *split[1].optimizer.rate == 1);
    param_groups_free(&all);
    optimizer_drop(&split[0].optimizer);
    optimizer_drop(&split[1].optimizer);
    done(&one);
    done(&two);
}
END_TEST

START_TEST(problems_are_objectives)
{
    struct problem problem;
    struct nesterov nesterov;
    struct nesterov_config settings = nesterov_defaults();
    real theta[2], g[2], expected[2];
    ck_assert_int_eq(rosenbrock_problem(&problem, 2), DESCENT_OK);
    rosenbrock_start(2, theta);
    problem_gradient(&problem, theta, expected);
    ck_assert(problem_objective(2, theta, g, &problem) == problem_value(&problem, theta));
    ck_assert_mem_eq(g, expected, sizeof g);
    ck_assert(problem_objective(2, theta, NULL, &problem) ==
              problem_value(&problem, theta));
    settings.lr = (real)0.0005;
    ck_assert_int_eq(nesterov_init(&nesterov, 2, settings), DESCENT_OK);
    for (int t = 0; t < 5000; t++)
        nesterov_step(&nesterov, theta, problem_objective, &problem);
    ck_assert(problem_value(&problem, theta) < (real)1e-4);
    nesterov_free(&nesterov);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        descend_follows_the_recursion,
        descend_reports_divergence,
        full_batch_is_gradient_descent,
        repeats_by_seed,
        groups_step_on_their_slices,
        schedules_multiply_every_rate,
        long_gradients_are_clipped,
        a_plateau_hears_of_the_scored_parameters,
        divergence_ends_training,
        a_record_is_optional,
        defaults,
        train_refuses,
        plain_descent_learns_digits,
        adamw_learns_digits,
        adamw_learns_digits_one_by_one,
        parameter_groups_are_two_optimizers,
        problems_are_objectives,
    };
    return run_tests("train", sizeof tests / sizeof *tests, tests);
}
