/* training.h: SGD and the heavy ball on batches of the breast-cancer data. */
#ifndef DESCENT_FIGURES_MOMENTUM_TRAINING_H
#define DESCENT_FIGURES_MOMENTUM_TRAINING_H

#include "lab/rng.h"
#include "tumors.h"

enum { seeds = 5, max_batch = 64, max_samples = 1024 };

/* One way to train: batches of `batch` samples, drawn with replacement or shuffled. */
struct training {
    struct rates rates;
    size_t batch; /* 0: all samples */
    bool shuffled;
};

/* Means over the second half of a run: f - f*, and tr C / 4 where the run was: the
 * floor is η/(1-β)/b times this. */
struct stall {
    double excess, theory;
};

/* Where the samples of a run come from. */
struct draw {
    struct rng rng;
    size_t m, next, order[max_samples];
};

static inline void draw_batch(struct draw *draw, struct training how, size_t *rows)
{
    for (size_t k = 0; k < how.batch; k++, draw->next++) {
        if (how.shuffled && draw->next % draw->m == 0)
            rng_shuffle(&draw->rng, draw->m, draw->order);
        rows[k] = how.shuffled ? draw->order[draw->next % draw->m]
                               : rng_below(&draw->rng, draw->m);
    }
}

/* Adds a seed's share of f - f* before step 1, 1 + every, … to `excess`. */
static inline struct stall add_training(const struct problem *problem,
                                        struct training how, double least, uint64_t seed,
                                        size_t steps, size_t every, double *excess)
{
    int method = how.rates.beta > 0 ? HEAVY_BALL : GRADIENT_DESCENT;
    struct optimizer optimizer = make(method, params, how.rates);
    struct draw draw = {.rng = rng_seed(seed), .m = problem->samples};
    for (size_t i = 0; i < draw.m; i++)
        draw.order[i] = i;
    double share = (double)every / (double)(steps - steps / 2);
    struct stall stall = {0};
    real theta[params] = {0}, g[params];
    for (size_t t = 0; t < steps; t++) {
        size_t rows[max_batch];
        if (t % every == 0) {
            double value = problem_value(problem, theta) - least;
            if (excess)
                excess[t / every] += how.batch ? value / seeds : value;
            if (t >= steps / 2) {
                stall.excess += share * value;
                stall.theory += share * sample_variance(problem, theta) / 4;
            }
        }
        draw_batch(&draw, how, rows);
        if (how.batch)
            problem->batch_gradient(problem, how.batch, rows, theta, g);
        else
            problem_gradient(problem, theta, g);
        optimizer.step(optimizer.state, theta, g);
    }
    optimizer_drop(&optimizer);
    return stall;
}

/* The mean over all seeds of a long run. */
static inline struct stall mean_stall(const struct problem *problem, struct training how,
                                      double least)
{
    struct stall mean = {0};
    for (uint64_t seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
        struct stall stall = add_training(problem, how, least, seed, 10000, 50, NULL);
        mean.excess += stall.excess / seeds;
        mean.theory += stall.theory / seeds;
    }
    return mean;
}

#endif
