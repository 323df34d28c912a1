/* recipes.h: the recipes of the speedrun, as `make recipes` has tuned them. */
#ifndef DESCENT_FIGURES_COMPARING_RECIPES_H
#define DESCENT_FIGURES_COMPARING_RECIPES_H

#include "lab/figure.h"
#include "lab/recipe.h"

#include <math.h>

enum { LONG = RECIPE_LONG, SHORT = RECIPE_SHORT };

#define RECIPE(LR, MUON_LR, WARM, CLIP, DEVIATION, RISE)                                 \
    {                                                                                    \
        (real)(LR), (real)(MUON_LR), (real)(WARM), (real)(CLIP), (real)(DEVIATION),      \
            (real)(RISE)                                                                 \
    }

static const struct recipe ladder[RUNGS] = {
    RECIPE(0.00281, 0, 0, 0, 0.02, 0),
    RECIPE(0.00375, 0, 0.275, 0, 0.02, 0),
    RECIPE(0.0281, 0.0388, 0.275, 0, 0.02, 0),
    RECIPE(0.0281, 0.0388, 0.275, 0.447, 0.02, 0),
    RECIPE(0.0281, 0.0388, 0.275, 0.447, 0.0447, 0),
    RECIPE(0.0281, 0.0388, 0.275, 0.447, 0.0447, 0.275),
    RECIPE(0.0119, 0, 0.275, 0.514, 0.101, 0),
};

/* At other widths the share of warm-up and, with Muon, the clipping stay; rates,
 * deviation and, without Muon, clipping have been tuned anew. */
enum { SIZES = 3, WAYS = 3 };
static const size_t sizes[SIZES] = {16, 32, 64};
static const struct recipe wide[SIZES][WAYS] = {
    {RECIPE(0.0119, 0, 0, 0, 0.02, 0), RECIPE(0.0281, 0.0388, 0.275, 0.447, 0.0447, 0),
     RECIPE(0.0158, 0, 0.275, 0.146, 0.077, 0)},
    {RECIPE(0.00281, 0, 0, 0, 0.02, 0), RECIPE(0.0281, 0.0388, 0.275, 0.447, 0.0447, 0),
     RECIPE(0.0119, 0, 0.275, 0.514, 0.101, 0)},
    {RECIPE(0.00211, 0, 0, 0, 0.02, 0), RECIPE(0.0281, 0.0388, 0.275, 0.447, 0.0447, 0),
     RECIPE(0.0119, 0, 0.275, 0.514, 0.101, 0)},
};

static inline struct task language(size_t width)
{
    struct task task;
    require(recipe_task(&task, width));
    return task;
}

/* The score at the end of a run. */
static inline double last_score(struct task *task, const struct recipe *recipe,
                                uint64_t seed, size_t steps)
{
    real step, value;
    require(recipe_train(task, recipe, seed, steps, steps, &step, &value));
    return (double)value;
}

#endif
