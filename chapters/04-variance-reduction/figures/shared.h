/* shared.h: what the experiments of chapter 4 share: five methods on a finite sum,
 * counted by gradients of samples. */
#ifndef DESCENT_FIGURES_VARIANCE_SHARED_H
#define DESCENT_FIGURES_VARIANCE_SHARED_H

#include "lab/figure.h"
#include "lab/rng.h"
#include "lab/sums.h"
#include "optim/blas.h"
#include "optim/sag.h"
#include "optim/saga.h"
#include "optim/svrg.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { GD, SGD, SAG, SAGA, SVRG, METHODS, SEEDS = 5, BATCH = 2 };

static const char *const method_key[METHODS] = {"gd", "sgd", "sag", "saga", "svrg"};

/* A method under way, and what it has cost: `passes` times m gradients of samples. */
struct run {
    const struct sums *sums;
    int method;
    real lr;
    double passes;
    struct rng rng;
    struct sag sag;
    struct saga saga;
    struct svrg svrg;
    struct finite_sum sum;
    real *theta, *g;
};

static inline void run_begin(struct run *run, const struct sums *sums, int method,
                             double lr, uint64_t seed)
{
    *run = (struct run){.sums = sums, .method = method, .lr = (real)lr};
    run->rng = rng_seed(seed);
    run->sum = glm_sum(&sums->glm);
    run->theta = allocate(sums->glm.n, sizeof(real));
    run->g = allocate(sums->glm.n, sizeof(real));
    if (method == SAG)
        require(
            sag_init(&run->sag, &sums->glm, NULL, (struct sag_config){.lr = run->lr}));
    if (method == SAGA)
        require(saga_init(&run->saga, &sums->glm, (struct saga_config){run->lr}));
    if (method == SVRG)
        require(svrg_init(&run->svrg, &run->sum, (struct svrg_config){.lr = run->lr}));
}

static inline void run_end(struct run *run)
{
    sag_free(&run->sag);
    saga_free(&run->saga);
    svrg_free(&run->svrg);
    free(run->theta);
    free(run->g);
}

/* Whether θ is still finite after one step. */
static inline bool run_step(struct run *run)
{
    const struct sums *sums = run->sums;
    const size_t m = sums->glm.m, n = sums->glm.n, i = (size_t)rng_below(&run->rng, m);
    enum descent_status status = DESCENT_OK;
    if (run->method == SAG)
        status = sag_step(&run->sag, run->theta, i);
    else if (run->method == SAGA)
        status = saga_step(&run->saga, run->theta, i, 1);
    else if (run->method == SVRG) {
        bool snapshot = run->svrg.t % run->svrg.config.inner == 0;
        status = svrg_step(&run->svrg, run->theta, i, 1);
        run->passes += (snapshot ? 1 : 0) + 1 / (double)m;
    } else {
        const size_t rows[BATCH] = {i, (size_t)rng_below(&run->rng, m)};
        struct problem problem = sums_problem(sums);
        if (run->method == GD)
            problem_gradient(&problem, run->theta, run->g);
        else
            problem.batch_gradient(&problem, BATCH, rows, run->theta, run->g);
        blas_add(n, -run->lr, run->g, run->theta);
        run->passes += run->method == GD ? 1 - 1 / (double)m : (BATCH - 1) / (double)m;
    }
    run->passes += 1 / (double)m;
    return !status && isfinite(blas_dot(n, run->theta, run->theta));
}

/* The gap f - f* after 0, 1, 2, … passes; infinite once θ is lost. */
static inline void run_gaps(const struct sums *sums, int method, double lr, uint64_t seed,
                            size_t passes, double *gap)
{
    struct run run;
    bool alive = true;
    run_begin(&run, sums, method, lr, seed);
    for (size_t k = 0; k <= passes; k++) {
        while (alive && run.passes < (double)k - 1e-9)
            alive = run_step(&run);
        gap[k] = alive ? sums_suboptimality(sums, run.theta) : INFINITY;
    }
    run_end(&run);
}

/* The mean over seeds of the logarithm of the gap after some passes. */
static inline double mean_log_gap(const struct sums *sums, int method, double lr,
                                  uint64_t first_seed, size_t passes)
{
    double *gap = allocate(passes + 1, sizeof(double)), mean = 0;
    for (uint64_t seed = first_seed; seed < first_seed + SEEDS; seed++) {
        run_gaps(sums, method, lr, seed, passes, gap);
        mean += log10(fmax(gap[passes], 1e-300)) / SEEDS;
    }
    free(gap);
    return mean;
}

enum { LOWEST_POWER = -8, HIGHEST_POWER = 9 };

/* The power k for which lr = 2^k / L is best after some passes, on seeds of its own. */
static inline int tune(const struct sums *sums, int method, size_t passes)
{
    int best = LOWEST_POWER;
    double least = INFINITY;
    for (int k = LOWEST_POWER; k <= HIGHEST_POWER; k++) {
        double gap = mean_log_gap(sums, method, ldexp(1, k) / sums->L, 101, passes);
        if (gap < least)
            least = gap, best = k;
    }
    return best;
}

/* Slope of y over x by least squares. */
static inline double slope_of(size_t count, const double *x, const double *y)
{
    double mx = 0, my = 0, xy = 0, xx = 0;
    for (size_t i = 0; i < count; i++)
        mx += x[i] / (double)count, my += y[i] / (double)count;
    for (size_t i = 0; i < count; i++) {
        xy += (x[i] - mx) * (y[i] - my);
        xx += square(x[i] - mx);
    }
    return xy / xx;
}

/* Mean of SEEDS numbers, and the half-width of their 95 % interval: Student's t with 4
 * degrees of freedom. */
struct interval {
    double mean, half;
};

static inline struct interval interval_of(const double *x)
{
    double mean = 0, squares = 0;
    for (int i = 0; i < SEEDS; i++)
        mean += x[i] / SEEDS;
    for (int i = 0; i < SEEDS; i++)
        squares += square(x[i] - mean);
    return (struct interval){mean, 2.776 * sqrt(squares / (SEEDS - 1) / SEEDS)};
}

/* The small problem: 200 samples, 10 parameters, λ = 1. */
static inline void small_sums(struct sums *sums)
{
    struct sums_config config = sums_defaults();
    struct rng rng = rng_seed(1);
    require(sums_draw(sums, &config, &rng));
}

#endif
