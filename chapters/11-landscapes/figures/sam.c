/* sam.c: gradient descent on batches with and without SAM, on few digits; and what as
 * many gradients, or a larger rate, do without it. */
#include "optim/sam.h"
#include "lab/batches.h"
#include "lab/sorting.h"
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

struct results {
    double cost[SEEDS], accuracy[SEEDS], top[SEEDS];
};

static void run(const struct way *way, uint64_t first, const struct dataset *data,
                const struct dataset *test, struct results *results)
{
    for (size_t s = 0; s < SEEDS; s++) {
        struct net net = net_new(2, width, &(struct mlp_config){0}, 10 + first + s);
        learn(&net, way, first + s, data);
        const struct score score = mlp_score(&net.mlp, net.theta, test, NULL);
        results->cost[s] = (double)score.cost;
        results->accuracy[s] = 100 * (double)score.accuracy;
        results->top[s] = 1000 * sharpness_of(&net, data, 1e-2, s);
        net_free(&net);
    }
}

/* What a way gains in accuracy, seed by seed, and the error of that mean. */
static void gain_facts(FILE *facts, const char *name, const char *key,
                       const struct results *plain, const struct results *way)
{
    double gain[SEEDS];
    char error[32];
    for (size_t s = 0; s < SEEDS; s++)
        gain[s] = way->accuracy[s] - plain->accuracy[s];
    const struct spread more = spread_of(SEEDS, gain);
    snprintf(error, sizeof error, "%s-error", name);
    /* No 0 has a sign. */
    figure_fact_of(facts, name, key, "%.1f", fabs(more.mean) < 0.05 ? 0 : more.mean);
    figure_fact_of(facts, error, key, "%.1f", more.deviation / sqrt(SEEDS));
}

/* Other seeds, and a rate between the two. */
static void again(FILE *facts, const struct dataset *data, const struct dataset *test)
{
    static const struct way others[] = {{"middle", 0, 0.2, 100},
                                        {"fast", 0, 0.4, 100},
                                        {"2", 0.2, 0.1, 100},
                                        {"5", 0.5, 0.1, 100}};
    struct results plain, results;
    run(&ways[0], 100 + FIRST_SEED, data, test, &plain);
    for (size_t w = 0; w < sizeof others / sizeof *others; w++) {
        run(&others[w], 100 + FIRST_SEED, data, test, &results);
        gain_facts(facts, "sam-again", others[w].key, &plain, &results);
    }
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    (void)directory;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    data.rows = ROWS;
    struct results plain, results;
    for (size_t w = 0; w < WAYS; w++) {
        const char *key = ways[w].key;
        run(&ways[w], FIRST_SEED, &data, &test, &results);
        if (w == 0)
            plain = results;
        else
            gain_facts(facts, "sam-gain", key, &plain, &results);
        spread_facts(facts, "sam-cost", key, "%.2f", spread_of(SEEDS, results.cost));
        spread_facts(facts, "sam-accuracy", key, "%.1f",
                     spread_of(SEEDS, results.accuracy));
        figure_fact_of(facts, "sam-top", key, "%.0f", median(results.top));
    }
    again(facts, &data, &test);
    dataset_free(&data);
    dataset_free(&test);
}
