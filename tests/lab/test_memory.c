/* test_memory.c: what the laboratory does when memory runs out, at whichever call. */
#include "../optim/memory.h"
#include "lab/batches.h"
#include "lab/classifier.h"
#include "lab/corpus.h"
#include "lab/gpt.h"
#include "lab/landscapes.h"
#include "lab/optimizer.h"
#include "lab/orthogonal.h"
#include "lab/quadratic.h"
#include "lab/sums.h"
#include "lab/train.h"
#include "lab/zipf.h"
#include "suite.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* 100 samples: more than the room that reading takes at first. */
static size_t write_samples(char *text)
{
    size_t length = (size_t)sprintf(text, "a,b,label\n");
    for (int i = 0; i < 100; i++)
        length += (size_t)sprintf(text + length, "%d,%d,%d\n", i, i * i % 7, i % 3);
    return length;
}

START_TEST(reading)
{
    char text[2000], path[] = "/tmp/descent-memory-XXXXXX";
    size_t length = write_samples(text);
    struct dataset d;
    struct dataset_error error;
    ASSERT_RUNS_OUT(4, dataset_parse(&d, "t", text, length, &error), dataset_free(&d));
    memory_fail(3);
    ck_assert_int_eq(dataset_parse(&d, "t", text, length, &error), DESCENT_ENOMEM);
    ck_assert_str_eq(error.message, "t: out of memory");
    ck_assert(error.line == 0 && d.x == NULL && d.label == NULL && d.rows == 0);
    int file = mkstemp(path);
    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(write(file, text, length), (ssize_t)length);
    ASSERT_RUNS_OUT(5, dataset_read(&d, path, NULL), dataset_free(&d));
    memory_fail(1);
    ck_assert_int_eq(dataset_read(&d, path, &error), DESCENT_ENOMEM);
    ck_assert_ptr_nonnull(strstr(error.message, ": out of memory"));
    struct dataset train, test;
    ASSERT_RUNS_OUT(10, dataset_load(&train, &test, path, 60, 1, NULL),
                    (dataset_free(&train), dataset_free(&test)));
    close(file);
    unlink(path);
}
END_TEST

START_TEST(data_sets)
{
    char text[2000];
    size_t length = write_samples(text);
    struct dataset all, train, test, zipf;
    struct batches batches;
    struct zipf_config config = zipf_defaults();
    struct rng rng = rng_seed(1);
    ck_assert_int_eq(dataset_parse(&all, "t", text, length, NULL), DESCENT_OK);
    ASSERT_RUNS_OUT(5, dataset_split(&all, 60, 1, &train, &test),
                    (dataset_free(&train), dataset_free(&test)));
    ASSERT_RUNS_OUT(1, batches_init(&batches, 100, 7, 1), batches_free(&batches));
    ASSERT_RUNS_OUT(3, zipf_dataset(&zipf, &config, &rng), dataset_free(&zipf));
    struct sums_config normal = sums_defaults();
    struct sums sums;
    ASSERT_RUNS_OUT(8, sums_draw(&sums, &normal, &rng), sums_free(&sums));
    all.classes = 2;
    ASSERT_RUNS_OUT(7, sums_logistic(&sums, &all, 1), sums_free(&sums));
    dataset_free(&all);
}
END_TEST

START_TEST(functions)
{
    const real spectrum[] = {1, 2, 3}, theta[] = {(real)-1.2, 1};
    const size_t width[] = {2, 5, 3};
    struct rng rng = rng_seed(1);
    struct quadratic quadratic;
    struct mlp mlp;
    struct classifier classifier;
    struct problem problem;
    real q[9], x[8] = {0};
    size_t label[4] = {0, 1, 2, 0};
    const struct dataset data = {4, 2, 3, x, label};
    ASSERT_RUNS_OUT(2, random_orthogonal(3, q, &rng), (void)0);
    ASSERT_RUNS_OUT(3, quadratic_init(&quadratic, 3, spectrum, NULL),
                    quadratic_free(&quadratic));
    ASSERT_RUNS_OUT(8, quadratic_init(&quadratic, 3, spectrum, &rng),
                    quadratic_free(&quadratic));
    ASSERT_RUNS_OUT(1, mlp_init(&mlp, 2, width, 4), mlp_free(&mlp));
    const struct mlp_config batch = {.norm = MLP_NORM_BATCH};
    const struct mlp_config group = {.norm = MLP_NORM_GROUP, .groups = 5};
    const struct mlp_config dropout = {.dropout = (real)0.5};
    ASSERT_RUNS_OUT(3, mlp_init_with(&mlp, 2, width, 4, &batch), mlp_free(&mlp));
    ASSERT_RUNS_OUT(4, mlp_init_with(&mlp, 2, width, 4, &group), mlp_free(&mlp));
    ASSERT_RUNS_OUT(4, mlp_init_with(&mlp, 2, width, 4, &dropout), mlp_free(&mlp));
    ASSERT_RUNS_OUT(3, classifier_init(&classifier, 2, width, &data, 0),
                    classifier_free(&classifier));
    ck_assert_int_eq(rosenbrock_problem(&problem, 2), DESCENT_OK);
    for (size_t call = 0; call < 3; call++) {
        const size_t held = memory_held();
        memory_fail(call);
        const real error = problem_gradient_error(&problem, theta);
        ck_assert_uint_eq(memory_held(), held);
        ck_assert(isnan(error) == (call > 0));
    }
}
END_TEST

/* LAPACK takes memory for itself. */
START_TEST(factorization)
{
    enum { N = 2048 };
    struct rng rng = rng_seed(1);
    struct rlimit before, tight;
    size_t pages = 0;
    real *q = malloc(N * N * sizeof *q);
    ck_assert_ptr_nonnull(q);
    ck_assert_int_eq(random_orthogonal(2, q, &rng), DESCENT_OK);
    FILE *file = fopen("/proc/self/statm", "r");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_eq(fscanf(file, "%zu", &pages), 1);
    fclose(file);
    ck_assert_int_eq(getrlimit(RLIMIT_AS, &before), 0);
    tight = before;
    tight.rlim_cur = pages * (size_t)sysconf(_SC_PAGESIZE) + N * N * sizeof *q / 2;
    ck_assert_int_eq(setrlimit(RLIMIT_AS, &tight), 0);
    enum descent_status status = random_orthogonal(N, q, &rng);
    ck_assert_int_eq(setrlimit(RLIMIT_AS, &before), 0);
    ck_assert_int_eq(status, DESCENT_ENOMEM);
    free(q);
}
END_TEST

/* A method that must not be asked. */
static void refuse_step(void *state, real *theta, const real *g)
{
    (void)theta;
    (void)g;
    ++*(size_t *)state;
}

START_TEST(runs)
{
    const size_t width[] = {2, 3};
    real x[8] = {0}, theta[9] = {0}, rate = 1;
    size_t label[4] = {0, 1, 2, 0}, steps = 0;
    const struct dataset data = {4, 2, 3, x, label};
    struct train_group group = {0, 9, {&steps, refuse_step, NULL, &rate, &rate}};
    struct train_config config = train_defaults();
    struct train_epoch record[2];
    struct problem problem = saddle_problem();
    struct mlp mlp;
    config.epochs = 1;
    config.batch = 4;
    ck_assert_int_eq(mlp_init(&mlp, 1, width, 4), DESCENT_OK);
    ASSERT_RUNS_OUT(5, train(&mlp, theta, &data, NULL, 1, &group, &config, record),
                    (void)0);
    ck_assert_uint_eq(steps, 1); /* of the one run that had its memory */
    ASSERT_RUNS_OUT(1, descend(&problem, &group.optimizer, 1, theta, NULL, NULL),
                    (void)0);
    ck_assert_uint_eq(steps, 2);
    mlp_free(&mlp);
}
END_TEST

/* And a step of the language model asks for none. */
START_TEST(language)
{
    const struct gpt_config config = {5, 4, 6, 2, 2, 2};
    const unsigned char token[10] = {0, 1, 2, 3, 4, 4, 3, 2, 1, 0};
    unsigned char said[10] = {2};
    struct corpus corpus;
    struct rng rng = rng_seed(1);
    struct gpt gpt;
    ASSERT_RUNS_OUT(2, corpus_take(&corpus, 10, token), corpus_free(&corpus));
    ASSERT_RUNS_OUT(5, corpus_read(&corpus, CORPUS_PATH), corpus_free(&corpus));
    ASSERT_RUNS_OUT(1, gpt_init(&gpt, config), gpt_free(&gpt));
    ck_assert_int_eq(gpt_init(&gpt, config), DESCENT_OK);
    real *theta = calloc(2 * gpt.n, sizeof *theta);
    memory_fail(0);
    gpt_cost(&gpt, theta, 2, 4, token, theta + gpt.n);
    gpt_generate(&gpt, theta, 1, 1, 9, said, &rng);
    ck_assert_uint_eq(memory_fail(0), 0);
    free(theta);
    gpt_free(&gpt);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {reading,       data_sets, functions,
                                  factorization, runs,      language};
    return run_tests("memory", sizeof tests / sizeof *tests, tests);
}
