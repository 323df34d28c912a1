/* test_recipe.c: that a recipe trains, alike for one seed, and that each trick does
 * something. */
#include "lab/recipe.h"
#include "suite.h"

#include <math.h>

enum { STEPS = 40, EVERY = 20, POINTS = STEPS / EVERY };

static const struct recipe plain = {.lr = (real)0.01, .deviation = (real)0.05};

static void make(struct task *task)
{
    const struct gpt_config tiny = {0, 16, 16, 2, 1, 4};
    ck_assert_int_eq(task_language(task, tiny), DESCENT_OK);
    corpus_thin(&task->corpus, 100);
}

static real run(struct task *task, struct recipe recipe, uint64_t seed)
{
    real step[POINTS], value[POINTS];
    ck_assert_int_eq(recipe_train(task, &recipe, seed, STEPS, EVERY, step, value),
                     DESCENT_OK);
    ck_assert(step[0] == EVERY && step[POINTS - 1] == STEPS);
    return value[POINTS - 1];
}

START_TEST(trains)
{
    struct task task;
    make(&task);
    const real start = (real)log((double)task.corpus.symbols),
               first = run(&task, plain, 1);
    ck_assert(first < (real)0.85 * start);
    ck_assert(run(&task, plain, 1) == first);
    ck_assert(run(&task, plain, 2) != first);
    struct recipe other = plain;
    other.muon_lr = (real)0.02;
    const real muon = run(&task, other, 1);
    ck_assert(muon < (real)0.85 * start && muon != first);
    other.rise = 1;
    ck_assert(run(&task, other, 1) != muon);
    task_free(&task);
}
END_TEST

/* A trick alone moves the result, and a clip that nothing reaches does not. */
START_TEST(tricks)
{
    struct task task;
    make(&task);
    const real first = run(&task, plain, 1);
    struct recipe other = plain;
    other.warm = (real)0.5;
    ck_assert(run(&task, other, 1) != first);
    other = plain;
    other.clip = (real)0.01;
    ck_assert(run(&task, other, 1) != first);
    other.clip = (real)1e6;
    ck_assert(run(&task, other, 1) == first);
    other = plain;
    other.deviation = (real)0.1;
    ck_assert(run(&task, other, 1) != first);
    task_free(&task);
}
END_TEST

/* With the schedule the last step has a rate of 0. */
START_TEST(falls_to_zero)
{
    struct task task;
    real step[STEPS], value[STEPS];
    struct recipe recipe = plain;
    make(&task);
    recipe.warm = (real)0.25;
    recipe.muon_lr = (real)0.02;
    ck_assert_int_eq(recipe_train(&task, &recipe, 1, STEPS, 1, step, value), DESCENT_OK);
    ck_assert(value[STEPS - 1] == value[STEPS - 2]);
    ck_assert(value[STEPS - 2] != value[STEPS - 3]);
    task_free(&task);
}
END_TEST

START_TEST(refuses)
{
    struct task task;
    real step[POINTS], value[POINTS];
    struct recipe bad = plain;
    make(&task);
    ck_assert_int_eq(recipe_train(&task, &plain, 1, 0, 1, step, value), DESCENT_ERANGE);
    ck_assert_int_eq(recipe_train(&task, &plain, 1, 5, 6, step, value), DESCENT_ERANGE);
    bad.lr = -1;
    ck_assert_int_eq(recipe_train(&task, &bad, 1, 5, 5, step, value), DESCENT_ERANGE);
    bad.lr = (real)1e30;
    ck_assert_int_eq(recipe_train(&task, &bad, 1, STEPS, EVERY, step, value),
                     DESCENT_ENAN);
    ck_assert(isnan(value[POINTS - 1]));
    task_free(&task);
}
END_TEST

START_TEST(draws)
{
    for (int k = 0; k < RUNGS; k++) {
        const struct recipe base = {1, 1, 1, 1, 1, 1},
                            drawn = recipe_draw((enum rung)k, base, 1);
        const real field[] = {drawn.lr,   drawn.muon_lr,   drawn.warm,
                              drawn.clip, drawn.deviation, drawn.rise};
        size_t changed = 0;
        for (size_t i = 0; i < 6; i++)
            changed += field[i] != 1;
        ck_assert_uint_eq(changed, rungs[k].dims);
        for (size_t i = 0; i < rungs[k].dims; i++) {
            const struct search_range range = rungs[k].range[i];
            const real x = field[rungs[k].which[i]];
            ck_assert(x >= range.low && x <= range.high);
        }
    }
}
END_TEST

START_TEST(thins)
{
    struct corpus corpus;
    unsigned char text[2 * CORPUS_VALID * CORPUS_PIECE];
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (unsigned char)(i / CORPUS_PIECE);
    ck_assert_int_eq(corpus_take(&corpus, sizeof text, text), DESCENT_OK);
    corpus_thin(&corpus, 3);
    ck_assert_uint_eq(corpus.valid_length, 6);
    for (size_t i = 0; i < 6; i++)
        ck_assert_uint_eq(corpus.valid[i], (i / 3 + 1) * CORPUS_VALID - 1);
    corpus_free(&corpus);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {trains, tricks, falls_to_zero, refuses, draws, thins};
    return run_tests("recipe", sizeof tests / sizeof *tests, tests);
}
