/* sam.c: gradient descent on batches with and without SAM, on few digits; and what as
 * many gradients, or a larger rate, do without it. */
#include "optim/sam.h"
#include "lab/batches.h"
#include "net.h"

enum { ROWS = 300, SEEDS = 12, BATCH = 20, WAYS = 6 };

/* A step of SAM takes two gradients, so the second way has as many as those with SAM. */
static const struct way {
    const char *key;
    double rho, lr;
    size_t epochs;
} ways[WAYS] = {{"0", 0, 0.1, 100},     {"long", 0, 0.1, 200}, {"fast", 0, 0.4, 100},
                {"05", 0.05, 0.1, 100}, {"2", 0.2, 0.1, 100},  {"5", 0.5, 0.1, 100}};
static const size_t width[3] = {64, 32, 10};

/* The cost of a batch as a function. */
struct batch_cost {
    struct mlp *mlp;
    size_t count;
    real *x;
    size_t *label;
};

static real batch_cost(size_t n, const real *theta, real *g, void *context)
{
    (void)n;
    const struct batch_cost *c = context;
    return mlp_cost(c->mlp, theta, c->count, c->x, c->label, g);
}

static void learn(struct net *net, const struct way *way, uint64_t seed,
                  const struct dataset *data)
{
    struct batches batches;
    struct sam sam;
    struct batch_cost cost = {&net->mlp, 0, allocate((size_t)BATCH * 64, sizeof(real)),
                              allocate(BATCH, sizeof(size_t))};
    require(batches_init(&batches, data->rows, BATCH, seed));
    require(
        sam_init(&sam, net->mlp.n, (struct sam_config){(real)way->lr, (real)way->rho}));
    for (size_t e = 0; e < way->epochs; e++) {
        const size_t *rows;
        while ((cost.count = batches_next(&batches, &rows)) > 0) {
            dataset_gather(data, cost.count, rows, cost.x, cost.label);
            sam_step(&sam, net->theta, batch_cost, &cost);
        }
    }
    sam_free(&sam);
    batches_free(&batches);
    free(cost.x);
    free(cost.label);
}

/* One run that swings does not count for more than another. */
static double median(double x[SEEDS])
{
    sort_ascending(SEEDS, x);
    return median_of_sorted(SEEDS, x);
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    (void)directory;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    data.rows = ROWS;
    double plain[SEEDS] = {0};
    for (size_t w = 0; w < WAYS; w++) {
        double cost[SEEDS], accuracy[SEEDS], top[SEEDS], gain[SEEDS];
        for (size_t s = 0; s < SEEDS; s++) {
            struct net net =
                net_new(2, width, &(struct mlp_config){0}, 10 + FIRST_SEED + s);
            learn(&net, &ways[w], FIRST_SEED + s, &data);
            const struct score score = mlp_score(&net.mlp, net.theta, &test, NULL);
            cost[s] = (double)score.cost;
            accuracy[s] = 100 * (double)score.accuracy;
            top[s] = 1000 * sharpness_of(&net, &data, 1e-2, s);
            if (w == 0)
                plain[s] = accuracy[s];
            gain[s] = accuracy[s] - plain[s];
            net_free(&net);
        }
        const char *key = ways[w].key;
        spread_facts(facts, "sam-cost", key, "%.2f", spread_of(SEEDS, cost));
        spread_facts(facts, "sam-accuracy", key, "%.1f", spread_of(SEEDS, accuracy));
        figure_fact_of(facts, "sam-top", key, "%.0f", median(top));
        if (w == 0)
            continue;
        const struct spread more = spread_of(SEEDS, gain);
        figure_fact_of(facts, "sam-gain", key, "%.1f", more.mean);
        figure_fact_of(facts, "sam-gain-error", key, "%.1f",
                       more.deviation / sqrt(SEEDS));
    }
    dataset_free(&data);
    dataset_free(&test);
}
