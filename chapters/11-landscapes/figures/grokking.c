/* grokking.c: addition modulo 43, learned by heart long before it is understood. */
#include "lab/methods.h"
#include "lab/mlp.h"
#include "lab/modular.h"
#include "optim/adamw.h"
#include "shared.h"

enum { P = 43, HIDDEN = 128, STEPS = 1300, EVERY = 20, DECAYS = 4, SEEDS = 3 };
static const double decays[DECAYS] = {0, 0.5, 1, 2};
static const char *const keys[DECAYS] = {"0", "half", "1", "2"};

/* A run: what it has learned every so many steps, and when it has learned it. */
struct run {
    size_t scores;
    double train[STEPS / EVERY + 1], test[STEPS / EVERY + 1];
    double test_cost[STEPS / EVERY + 1], norm[STEPS / EVERY + 1];
    double heart, understood; /* steps; infinite if it did not come to it */
};

static void note(struct run *run, size_t t, struct score train, struct score test,
                 double norm)
{
    const size_t i = run->scores++;
    run->train[i] = (double)train.accuracy;
    run->test[i] = (double)test.accuracy;
    run->test_cost[i] = (double)test.cost;
    run->norm[i] = norm;
    if (run->train[i] == 1)
        run->heart = fmin(run->heart, (double)t);
    if (run->test[i] >= 0.95)
        run->understood = fmin(run->understood, (double)t);
}

static double norm_of(size_t n, const real *x)
{
    double squares = 0;
    for (size_t i = 0; i < n; i++)
        squares += square((double)x[i]);
    return sqrt(squares);
}

static struct optimizer make_adamw(size_t n, double decay)
{
    struct optimizer optimizer;
    require(method_make(&optimizer, "adamw", n));
    struct adamw *adamw = optimizer.state;
    *optimizer.lr = (real)0.03;
    adamw->config.beta2 = (real)0.98;
    adamw->config.decay = (real)decay;
    return optimizer;
}

/* All steps, or until 95 % are right if `whole` is false. */
static void learn(double decay, uint64_t seed, bool whole, struct run *run)
{
    struct dataset data, test;
    struct mlp mlp;
    struct rng rng = rng_seed(seed + 100);
    const size_t width[3] = {2 * P, HIDDEN, P};
    require(modular_addition(P, P * P / 2, seed, &data, &test));
    require(mlp_init(&mlp, 2, width, P * P));
    real *theta = allocate(2 * mlp.n, sizeof *theta), *g = theta + mlp.n;
    struct optimizer adamw = make_adamw(mlp.n, decay);
    mlp_init_he(&mlp, theta, &rng);
    *run = (struct run){.heart = INFINITY, .understood = INFINITY};
    for (size_t t = 0; t <= STEPS && (whole || isinf(run->understood)); t++) {
        if (t % EVERY == 0)
            note(run, t, mlp_score(&mlp, theta, &data, NULL),
                 mlp_score(&mlp, theta, &test, NULL), norm_of(mlp.n, theta));
        mlp_cost(&mlp, theta, data.rows, data.x, data.label, g);
        adamw.step(adamw.state, theta, g);
    }
    optimizer_drop(&adamw);
    free(theta);
    mlp_free(&mlp);
    dataset_free(&data);
    dataset_free(&test);
}

/* What was learned with each decay, in the run that is shown. */
static void write_curves(const char *directory, struct run run[DECAYS][SEEDS])
{
    FILE *file = figure_open(directory, "grokking.dat");
    fprintf(file,
            "# step, share right of training samples, decay 1; of test samples with "
            "each decay\n");
    for (size_t i = 0; i <= STEPS / EVERY; i++) {
        fprintf(file, "%zu %.4g", i * EVERY, run[2][0].train[i]);
        for (size_t d = 0; d < DECAYS; d++)
            fprintf(file, " %.4g", run[d][0].test[i]);
        fprintf(file, "\n");
    }
    figure_close(file);
}

/* How many have understood, and when, if all have. */
static void decay_facts(FILE *facts, size_t d, const struct run run[SEEDS])
{
    double understood[SEEDS];
    size_t came = 0;
    for (size_t s = 0; s < SEEDS; s++) {
        understood[s] = run[s].understood;
        came += isfinite(understood[s]) ? 1 : 0;
    }
    figure_fact_of(facts, "grok-came", keys[d], "%zu", came);
    if (came == SEEDS)
        spread_facts(facts, "grok-step", keys[d], "%.0f", spread_of(SEEDS, understood));
}

/* The seeds 1 to 9 are those that width, rate and p were chosen with. */
void experiment(const char *directory, FILE *facts)
{
    static struct run run[DECAYS][SEEDS];
    for (size_t d = 0; d < DECAYS; d++)
        for (size_t s = 0; s < (d == 0 ? 1 : SEEDS); s++)
            learn(decays[d], 10 + FIRST_SEED + s, s == 0, &run[d][s]);
    for (size_t d = 1; d < DECAYS; d++)
        decay_facts(facts, d, run[d]);
    write_curves(directory, run);
    const struct run *none = &run[0][0], *shown = &run[2][0];
    const size_t early = 100 / EVERY, last = STEPS / EVERY;
    figure_fact(facts, "grok-heart", "%.0f", shown->heart);
    figure_fact(facts, "grok-none", "%.1f", 100 * none->test[last]);
    figure_fact(facts, "grok-none-train", "%.0f", 100 * none->train[last]);
    figure_fact(facts, "grok-end", "%.1f", 100 * shown->test[last]);
    figure_fact(facts, "grok-norm-early", "%.0f", shown->norm[early]);
    figure_fact(facts, "grok-norm-end", "%.0f", shown->norm[last]);
    figure_fact(facts, "grok-middle", "%.1f", 100 * shown->test[early]);
    figure_fact(facts, "grok-middle-cost", "%.1f", shown->test_cost[early]);
}
