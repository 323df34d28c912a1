/* warmup.c: how uncertain Adam is in its first steps, and what they do to a trained
 * network that is trained on without the averages. */
#include "learner.h"

enum {
    streams = 20000,
    longest = 1000,
    epochs = 10,
    seeds = 20,
    ramp = 100,
    after = 300
};

static const double beta1 = 0.9, beta2 = 0.999;

/* The variance of the corrected average of t independent numbers of variance 1. */
static double left_of_noise(double beta, double t)
{
    double power = pow(beta, t);
    return (1 - beta) / (1 + beta) * (1 + power) / (1 - power);
}

/* The averages of Adam on gradients that are noise alone, many at a time. */
struct noise {
    double m[streams], v[streams], corrected[streams], direction[streams];
};

static void noise_step(struct noise *noise, double t, struct rng *rng)
{
    for (size_t i = 0; i < streams; i++) {
        const double g = rng_normal(rng);
        noise->m[i] = beta1 * noise->m[i] + (1 - beta1) * g;
        noise->v[i] = beta2 * noise->v[i] + (1 - beta2) * g * g;
        noise->corrected[i] = noise->v[i] / (1 - pow(beta2, t));
        noise->direction[i] =
            noise->m[i] / (1 - pow(beta1, t)) / sqrt(noise->corrected[i]);
    }
}

static void run_spread(const char *directory, FILE *facts)
{
    static struct noise noise;
    struct rng rng = rng_seed(FIRST_SEED);
    FILE *file = figure_open(directory, "warmup-spread.dat");
    fprintf(file,
            "# step, relative deviation of v, theory, size of the direction, theory\n");
    for (int t = 1; t <= longest; t++) {
        noise_step(&noise, t, &rng);
        if (t > 10 && t % (t > 100 ? 100 : 10) != 0)
            continue;
        const double spread = spread_of(streams, noise.corrected).deviation /
                              spread_of(streams, noise.corrected).mean;
        const double size = spread_of(streams, noise.direction).deviation;
        fprintf(file, "%d %.6g %.6g %.6g %.6g\n", t, spread,
                sqrt(2 * left_of_noise(beta2, t)), size, sqrt(left_of_noise(beta1, t)));
        char step[8];
        snprintf(step, sizeof step, "%d", t);
        if (t == 1 || t == 10 || t == longest) {
            figure_fact_of(facts, "spread", step, "%.0f", 100 * spread);
            figure_fact_of(facts, "size", step, "%.2f", size);
        }
    }
    figure_close(file);
}

/* How the training goes on. */
enum start { COLD, FILLED, WARM, STARTS };

static const char *const start_name[STARTS] = {"cold", "filled", "warm"};

/* A continued run: the cost after each of its steps that move something. */
struct sequel {
    enum start start;
    struct mlp *mlp;
    const struct dataset *data;
    double *cost;
};

/* A constant rate; first it rises, or is 0 while the averages fill. */
static real multiplier(size_t step, size_t steps, void *context)
{
    (void)steps;
    const enum start start = ((struct sequel *)context)->start;
    if (start == WARM)
        return linear_warmup(ramp, step);
    return start == FILLED && step <= ramp ? 0 : 1;
}

static void observe(size_t step, const real *theta, const real *g, void *context)
{
    (void)g;
    const struct sequel *sequel = context;
    const size_t waited = sequel->start == FILLED ? ramp : 0;
    if (step > waited && step - waited < after)
        sequel->cost[step - waited] =
            (double)mlp_score(sequel->mlp, theta, sequel->data, NULL).cost;
}

/* Trains on from theta with a new Adam. */
static void go_on(struct learner *learner, enum start start, const real *theta,
                  const struct dataset *data, uint64_t seed, double *cost)
{
    const size_t n = learner->mlp.n;
    struct sequel sequel = {start, &learner->mlp, data, cost};
    struct train_group group = {0, n, {0}};
    struct train_config config = train_defaults();
    real *copy = allocate(n, sizeof *copy);
    memcpy(copy, theta, n * sizeof *copy);
    cost[0] = (double)mlp_score(&learner->mlp, theta, data, NULL).cost;
    require(method_make(&group.optimizer, "adam", n));
    *group.optimizer.lr = (real)0.01;
    config.epochs = epochs;
    config.batch = batch;
    config.seed = 100 + seed;
    config.schedule = multiplier;
    config.observe = observe;
    config.context = &sequel;
    require(train(&learner->mlp, copy, data, NULL, 1, &group, &config, NULL));
    optimizer_drop(&group.optimizer);
    free(copy);
}

/* A network trained by the cosine, and then three ways to go on. */
static void run_seed(size_t s, const struct dataset *data,
                     double cost[STARTS][after][seeds])
{
    double one[after];
    struct learner *learner =
        learner_new(COSINE, 0.03, epochs * epoch_steps, FIRST_SEED + s);
    const struct train_group group = {0, learner->mlp.n, learner->optimizer};
    struct train_config config = train_defaults();
    config.epochs = epochs;
    config.batch = batch;
    config.seed = FIRST_SEED + s;
    config.schedule = learner_multiplier;
    config.context = learner;
    require(train(&learner->mlp, learner->theta, data, NULL, 1, &group, &config, NULL));
    for (enum start k = 0; k < STARTS; k++) {
        go_on(learner, k, learner->theta, data, FIRST_SEED + s, one);
        for (size_t t = 0; t < after; t++)
            cost[k][t][s] = one[t];
    }
    learner_free(learner);
}

static void write_starts(const char *directory, FILE *facts,
                         double cost[STARTS][after][seeds])
{
    FILE *file = figure_open(directory, "warmup-costs.dat");
    fprintf(file,
            "# step, cost with a new Adam at once, with averages filled, warmed up\n");
    for (size_t t = 0; t < after; t++)
        fprintf(file, "%zu %.6g %.6g %.6g\n", t, spread_of(seeds, cost[COLD][t]).mean,
                spread_of(seeds, cost[FILLED][t]).mean,
                spread_of(seeds, cost[WARM][t]).mean);
    figure_close(file);
    figure_fact(facts, "start-before", "%.3f", spread_of(seeds, cost[COLD][0]).mean);
    for (enum start k = 0; k < STARTS; k++) {
        double highest = 0;
        for (size_t t = 0; t < after; t++)
            highest = fmax(highest, spread_of(seeds, cost[k][t]).mean);
        figure_fact_of(facts, "start-highest", start_name[k], "%.3f", highest);
    }
}

void experiment(const char *directory, FILE *facts)
{
    static double cost[STARTS][after][seeds];
    struct dataset data, test;
    run_spread(directory, facts);
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    for (size_t s = 0; s < seeds; s++)
        run_seed(s, &data, cost);
    write_starts(directory, facts, cost);
    dataset_free(&data);
    dataset_free(&test);
}
