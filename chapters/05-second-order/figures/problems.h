/* problems.h: what the experiments on the test problems share. */
#ifndef DESCENT_FIGURES_SECOND_ORDER_PROBLEMS_H
#define DESCENT_FIGURES_SECOND_ORDER_PROBLEMS_H

#include "lab/mgh.h"
#include "lab/rng.h"
#include "shared.h"

enum { MAX_N = 100 };

/* The standard start; for a seed above 0 one beside it, at which every number is changed
 * by up to 1 %, and a 0 by up to 0.01. */
static inline void start_beside(const struct residual_model *model, size_t seed,
                                real *theta)
{
    struct rng rng = rng_seed(seed);
    model->start(model->n, theta);
    for (size_t i = 0; seed > 0 && i < model->n; i++)
        theta[i] += 0.02 * (rng_uniform(&rng) - 0.5) * (theta[i] == 0 ? 1 : theta[i]);
}

/* Evaluations until a published minimum is met, or `most`; L-BFGS with m pairs, or for m
 * = 0 BFGS. */
static inline size_t count_evaluations(const struct residual_model *model, size_t m,
                                       size_t seed, size_t most)
{
    struct least_squares squares;
    struct method_state state;
    struct minimizer minimizer;
    struct minimizer_config config = minimizer_defaults();
    real theta[MAX_N];
    config.tolerance = 0;
    require(least_squares_init(&squares, model));
    const struct function function = {
        model->n, least_squares_objective, &squares, NULL, NULL, NULL};
    start_beside(model, seed, theta);
    struct direction direction = prepare(&state, m ? LBFGS : BFGS, m, &function);
    require(minimizer_init(&minimizer, model->n, function.f, function.context, direction,
                           theta, config));
    while (!mgh_is_solved(model, minimizer.value) && minimizer.evaluations < most &&
           minimizer.status == MINIMIZER_RUNNING)
        minimizer_step(&minimizer);
    const size_t evaluations =
        mgh_is_solved(model, minimizer.value) ? minimizer.evaluations : most;
    minimizer_free(&minimizer);
    release(&state);
    least_squares_free(&squares);
    return evaluations;
}

#endif
