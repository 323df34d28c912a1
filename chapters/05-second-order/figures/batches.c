/* batches.c: L-BFGS on gradients of mini-batches of the breast-cancer samples, beside
 * stochastic gradient descent and L-BFGS on all samples.
 *
 *     across   y is the difference of gradients of two batches
 *     within   y is a difference on one batch, for which its gradient is taken twice
 *
 * Without a line search each has a learning rate, the best of one grid for all: that with
 * the lowest median of the last cost over the seeds. */
#include "lab/rng.h"
#include "lab/sorting.h"
#include "optim/blas.h"
#include "optim/lbfgs_direction.h"
#include "shared.h"

enum { PASSES = 40, BATCH = 32, SEEDS = 5, RATES = 9, PAIRS = 10 };
enum { SGD, ACROSS, WITHIN, KINDS };

static const double rates[RATES] = {10, 3, 1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001};
static const char *const kinds[KINDS] = {"sgd", "across", "within"};

/* A run of one kind. */
struct run {
    const struct problem *problem;
    struct curvature_pairs pairs;
    struct rng rng;
    size_t *order;
    real *theta, *g, *old_g, *d, *step;
};

static struct run start(const struct problem *problem, uint64_t seed)
{
    const size_t n = problem->n;
    struct run run = {.problem = problem,
                      .rng = rng_seed(seed),
                      .order = calloc(problem->samples, sizeof(size_t)),
                      .theta = allocate(n, sizeof(real)),
                      .g = allocate(n, sizeof(real)),
                      .old_g = allocate(n, sizeof(real)),
                      .d = allocate(n, sizeof(real)),
                      .step = allocate(n, sizeof(real))};
    require(curvature_pairs_init(&run.pairs, n, PAIRS));
    if (!run.order)
        require(DESCENT_ENOMEM);
    for (size_t i = 0; i < problem->samples; i++)
        run.order[i] = i;
    return run;
}

static void end(struct run *run)
{
    curvature_pairs_free(&run->pairs);
    free(run->order);
    free(run->theta), free(run->g), free(run->old_g), free(run->d), free(run->step);
}

/* old_g ← the change from old_g to g, which is learned with the last step. */
static void learn(struct run *run)
{
    const size_t n = run->problem->n;
    for (size_t i = 0; i < n; i++)
        run->old_g[i] = run->g[i] - run->old_g[i];
    curvature_pairs_push(&run->pairs, run->step, run->old_g);
}

/* One step on one batch. */
static void walk(struct run *run, int kind, double rate, const size_t *rows)
{
    const struct problem *problem = run->problem;
    const size_t n = problem->n;
    problem->batch_gradient(problem, BATCH, rows, run->theta, run->g);
    if (kind == ACROSS)
        learn(run);
    lbfgs_direction(&run->pairs, run->g, run->d);
    for (size_t i = 0; i < n; i++) {
        run->step[i] = rate * run->d[i];
        run->theta[i] += run->step[i];
    }
    memcpy(run->old_g, run->g, n * sizeof *run->g);
    if (kind == WITHIN) {
        problem->batch_gradient(problem, BATCH, rows, run->theta, run->g);
        learn(run);
    }
}

/* Costs above the lowest after each pass over the samples, infinite where there is none;
 * within a batch every second pass goes into differences. */
static void walk_passes(const struct problem *problem, int kind, double rate,
                        uint64_t seed, double best, double *gap)
{
    struct run run = start(problem, seed);
    const size_t batches = problem->samples / BATCH, gradients = kind == WITHIN ? 2 : 1;
    size_t spent = 0, at = batches;
    for (size_t pass = 0; pass < PASSES; pass++) {
        for (; spent < (pass + 1) * batches; spent += gradients, at++) {
            if (at == batches) {
                rng_shuffle(&run.rng, problem->samples, run.order);
                at = 0;
            }
            walk(&run, kind, rate, run.order + at * BATCH);
        }
        gap[pass] = problem_value(problem, run.theta) - best;
        if (!isfinite(gap[pass]))
            gap[pass] = INFINITY;
    }
    end(&run);
}

/* The median over the seeds, pass by pass. */
static void median_of_seeds(const struct problem *problem, int kind, double rate,
                            double best, double *median)
{
    double gap[SEEDS][PASSES];
    for (size_t seed = 0; seed < SEEDS; seed++)
        walk_passes(problem, kind, rate, seed + 1, best, gap[seed]);
    for (size_t pass = 0; pass < PASSES; pass++) {
        double column[SEEDS];
        for (size_t seed = 0; seed < SEEDS; seed++)
            column[seed] = gap[seed][pass];
        sort_ascending(SEEDS, column);
        median[pass] = column[SEEDS / 2];
    }
}

/* The cost that L-BFGS on all samples reaches; with a file, in as many passes as the
 * others have, and its way there. */
static double run_full(const struct problem *problem, double best, FILE *file)
{
    struct curvature_pairs pairs;
    struct minimizer minimizer;
    struct minimizer_config config = minimizer_defaults();
    real *theta = allocate(problem->n, sizeof(real));
    require(curvature_pairs_init(&pairs, problem->n, PAIRS));
    config.tolerance = 1e-13;
    require(minimizer_init(&minimizer, problem->n, problem_objective, (void *)problem,
                           lbfgs_method(&pairs), theta, config));
    while (minimizer.status == MINIMIZER_RUNNING &&
           (!file || minimizer.evaluations <= PASSES)) {
        if (file)
            fprintf(file, "%zu %.6g\n", minimizer.evaluations, minimizer.value - best);
        minimizer_step(&minimizer);
    }
    const double value = minimizer.value;
    minimizer_free(&minimizer);
    curvature_pairs_free(&pairs);
    free(theta);
    return value;
}

static void run_kind(const struct problem *problem, int kind, double best, FILE *file,
                     FILE *facts)
{
    double chosen[PASSES], last = INFINITY, rate = 0;
    for (size_t k = 0; k < RATES; k++) {
        double median[PASSES];
        median_of_seeds(problem, kind, rates[k], best, median);
        if (median[PASSES - 1] >= last)
            continue;
        last = median[PASSES - 1];
        rate = rates[k];
        memcpy(chosen, median, sizeof chosen);
    }
    for (size_t pass = 0; pass < PASSES; pass++)
        fprintf(file, "%zu %.6g\n", pass + 1, chosen[pass]);
    fprintf(file, "\n\n");
    figure_fact_of(facts, "batches-rate", kinds[kind], "%g", rate);
    figure_fact_of(facts, "batches", kinds[kind], "%.4f", last);
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data;
    struct logistic logistic;
    read_cancer(&data);
    require(logistic_init(&logistic, &data, 1e-3, true));
    const struct problem problem = logistic_problem(&logistic);
    const double best = run_full(&problem, 0, NULL);
    FILE *file = figure_open(directory, "batches.dat");
    fprintf(file, "# passes, cost above the lowest: SGD, across, within, all samples\n");
    for (int kind = SGD; kind < KINDS; kind++)
        run_kind(&problem, kind, best, file, facts);
    figure_fact(facts, "batches-full", "%.0e", run_full(&problem, best, file) - best);
    figure_close(file);
    dataset_free(&data);
}
