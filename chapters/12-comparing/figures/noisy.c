/* noisy.c: when the cost of batches is at a target, and when that of all samples is. */
#include "lab/methods.h"
#include "optim/time_to_target.h"
#include "shared.h"

enum { STEPS = 400, EVERY = 10, POINTS = STEPS / EVERY + 1, SEEDS = 20, BATCHES = 2 };
static const size_t batches[BATCHES] = {8, 64};
static const double target = 0.5, lambda = 0.95;

struct run {
    real step[STEPS], cost[STEPS];  /* of each batch, before its step */
    real at[POINTS], truth[POINTS]; /* of all training samples */
};

/* SGD at a constant rate. */
static void train(struct run *run, size_t batch, uint64_t seed)
{
    struct task task;
    struct optimizer sgd;
    struct rng rng = rng_seed(seed);
    require(task_digits(&task, 32, batch));
    require(method_make(&sgd, "sgd", task.n));
    *sgd.lr = (real)0.05;
    real *theta = allocate(task.n, sizeof *theta), *g = allocate(task.n, sizeof *g);
    task.init(&task, theta, &rng);
    task.rng = rng_seed(rng_next(&rng));
    for (size_t t = 0; t <= STEPS; t++) {
        if (t % EVERY == 0) {
            run->at[t / EVERY] = (real)t;
            run->truth[t / EVERY] = mlp_score(&task.mlp, theta, &task.train, NULL).cost;
        }
        if (t == STEPS)
            break;
        run->step[t] = (real)t;
        run->cost[t] = task.cost(&task, theta, g);
        sgd.step(sgd.state, theta, g);
    }
    optimizer_drop(&sgd);
    task_free(&task);
    free(theta);
    free(g);
}

static double reached(size_t n, const real *time, const real *value, double smooth)
{
    const double t = (double)time_to_target(n, time, value, (real)target, (real)smooth);
    if (!isfinite(t))
        figure_fail("a run of noisy.c does not come to the target");
    return t;
}

void experiment(const char *directory, FILE *facts)
{
    static struct run run;
    (void)directory;
    for (size_t b = 0; b < BATCHES; b++) {
        double raw[SEEDS], smooth[SEEDS], truth[SEEDS];
        char batch[8];
        for (size_t s = 0; s < SEEDS; s++) {
            train(&run, batches[b], 500 * FIRST_SEED + s);
            raw[s] = reached(STEPS, run.step, run.cost, 0);
            smooth[s] = reached(STEPS, run.step, run.cost, lambda);
            truth[s] = reached(POINTS, run.at, run.truth, 0);
        }
        snprintf(batch, sizeof batch, "%zu", batches[b]);
        const double late = spread_of(SEEDS, smooth).mean;
        spread_facts(facts, "noisy-raw", batch, "%.0f", spread_of(SEEDS, raw));
        spread_facts(facts, "noisy-truth", batch, "%.0f", spread_of(SEEDS, truth));
        figure_fact_of(facts, "noisy-smooth", batch, "%.0f", late);
        figure_fact_of(facts, "noisy-lag", batch, "%.0f",
                       late - spread_of(SEEDS, truth).mean);
    }
}
