/* recipes.c: tunes the recipes of the speedrun, and prints them.
 *
 *     tune-recipes [WIDTH]
 *
 * Without a width all rungs at width 32; with one, the baseline, the best recipe of width
 * 32 and that without Muon. Each line is a rung, its fields in their order, and the score
 * in the end with the seed of the tuning. */
#include "lab/recipe.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* The rung below which nothing brought more at width 32. */
static const enum rung best_rung = RUNG_START;

_Noreturn static void fail(const char *why)
{
    fprintf(stderr, "tune-recipes: %s\n", why);
    exit(2);
}

/* The point of the search space with the lowest score in the end. */
static struct recipe tune(struct task *task, enum rung rung, struct recipe base)
{
    const size_t steps = rung == RUNG_ADAMW ? RECIPE_LONG : RECIPE_SHORT;
    struct recipe best = base;
    double lowest = INFINITY;
    for (size_t i = 1; i <= RECIPE_TRIALS; i++) {
        const struct recipe recipe = recipe_draw(rung, base, i);
        real step, value = (real)INFINITY;
        if (recipe_train(task, &recipe, RECIPE_SEED, steps, steps, &step, &value) ||
            (double)value >= lowest)
            continue;
        lowest = (double)value;
        best = recipe;
    }
    printf("%-9s %.3g %.3g %.3g %.3g %.3g %.3g  %.4f\n", rungs[rung].key, (double)best.lr,
           (double)best.muon_lr, (double)best.warm, (double)best.clip,
           (double)best.deviation, (double)best.rise, lowest);
    fflush(stdout);
    return best;
}

int main(int argc, char **argv)
{
    struct recipe best[RUNGS] = {{.deviation = (real)0.02}};
    struct task task, other;
    if (argc > 2 || recipe_task(&task, 32))
        fail("usage: tune-recipes [WIDTH], from the folder of the workbook");
    for (int k = 0; k < RUNGS; k++)
        best[k] = tune(&task, (enum rung)k, best[rungs[k].from]);
    task_free(&task);
    if (argc < 2)
        return 0;
    if (recipe_task(&other, strtoul(argv[1], NULL, 10)))
        fail("the width has to be a multiple of 16, and at most 4096");
    tune(&other, RUNG_ADAMW, best[RUNG_ADAMW]);
    tune(&other, best_rung, best[best_rung]);
    tune(&other, RUNG_NO_MUON, best[RUNG_NO_MUON]);
    task_free(&other);
    return 0;
}
