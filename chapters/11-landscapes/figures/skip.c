/* skip.c: planes of a deep network with and without skip connections. */
#include "net.h"
#include "optim/plane.h"

enum { LAYERS = 24, UNITS = 32, SIDE = 25, ROWS = 300, SEEDS = 3, EPOCHS = 12 };
enum { DIRECTIONS = 5, KINDS = 2, POINTS = 21, RATES = 3 };
static const char *const keys[KINDS] = {"plain", "skip"};
/* The first is shown; does a third of it, or three times as much, change the answer? */
static const double rates[RATES] = {0.001, 0.0003, 0.003};
static const char *const rate_keys[RATES] = {"", "slow-", "fast-"};

/* He's start; with skip connections every block's weights are divided by the root of
 * their number, so that the signal does not grow with the depth. */
static struct net deep_new(bool skip, uint64_t seed)
{
    size_t width[LAYERS + 1] = {64};
    const struct mlp_config config = {.skip = skip};
    for (size_t i = 1; i < LAYERS; i++)
        width[i] = UNITS;
    width[LAYERS] = 10;
    struct net net = net_new(LAYERS, width, &config, seed);
    const size_t first = 64 * UNITS, blocks = LAYERS - 2;
    for (size_t i = 0; skip && i < blocks * UNITS * UNITS; i++)
        net.theta[first + i] /= (real)sqrt((double)blocks);
    return net;
}

static struct net learn(bool skip, double lr, uint64_t seed, const struct dataset *data)
{
    struct net net = deep_new(skip, seed);
    struct train_config config = train_defaults();
    config.epochs = EPOCHS;
    config.seed = seed;
    net_train(&net, "adam", lr, config, data);
    return net;
}

static void write_plane(FILE *file, struct net *net, uint64_t seed,
                        const struct dataset *data)
{
    const size_t n = net->mlp.n;
    struct rng rng = rng_seed(seed);
    real *u = allocate(3 * n, sizeof *u), *v = u + n, *point = v + n;
    draw_direction(net, u, &rng);
    draw_direction(net, v, &rng);
    for (size_t i = 0; i < SIDE; i++) {
        for (size_t k = 0; k < SIDE; k++) {
            const double a = 2 * (double)i / (SIDE - 1) - 1;
            const double b = 2 * (double)k / (SIDE - 1) - 1;
            plane_point(n, net->theta, u, v, (real)a, (real)b, point);
            fprintf(file, "%.4g %.4g %.4g\n", a, b,
                    fmin(1e9, (double)mlp_score(&net->mlp, point, data, NULL).cost));
        }
        fprintf(file, "\n");
    }
    free(u);
}

/* Mean rise of the cost three tenths of the weights' lengths away, and how many of the
 * lines are not convex: a point lies above its neighbors' chord by more than 0.01. */
static double rise(struct net *net, uint64_t seed, const struct dataset *data,
                   size_t *bent)
{
    const size_t n = net->mlp.n;
    struct rng rng = rng_seed(seed);
    real *d = allocate(2 * n, sizeof *d), *point = d + n;
    double sum = 0;
    for (size_t k = 0; k < DIRECTIONS; k++) {
        double cost[POINTS];
        bool bends = false;
        draw_direction(net, d, &rng);
        for (size_t i = 0; i < POINTS; i++) {
            for (size_t j = 0; j < n; j++)
                point[j] = net->theta[j] + (real)(0.1 * (double)i - 1) * d[j];
            cost[i] = (double)mlp_score(&net->mlp, point, data, NULL).cost;
            bends = bends || (i > 1 && cost[i - 1] > (cost[i] + cost[i - 2]) / 2 + 0.01);
        }
        *bent += bends;
        sum += (cost[13] - cost[10]) / DIRECTIONS;
    }
    free(d);
    return sum;
}

/* A network with each seed. The first is drawn if there is a directory. */
static void learn_all(const char *directory, FILE *facts, size_t kind, size_t rate,
                      const struct dataset *data, const struct dataset *test)
{
    struct dataset few = *data;
    double cost[SEEDS], accuracy[SEEDS], up[SEEDS];
    char key[16];
    size_t bent = 0;
    few.rows = ROWS;
    for (size_t s = 0; s < SEEDS; s++) {
        struct net net = learn(kind == 1, rates[rate], FIRST_SEED + s, data);
        cost[s] = (double)mlp_score(&net.mlp, net.theta, data, NULL).cost;
        accuracy[s] = 100 * (double)mlp_score(&net.mlp, net.theta, test, NULL).accuracy;
        up[s] = rise(&net, 40 + FIRST_SEED + s, &few, &bent);
        if (s == 0 && directory) {
            FILE *file = figure_open(directory, kind ? "skip.dat" : "plain.dat");
            write_plane(file, &net, 60 + FIRST_SEED, &few);
            figure_close(file);
        }
        net_free(&net);
    }
    snprintf(key, sizeof key, "%s%s", rate_keys[rate], keys[kind]);
    spread_facts(facts, "deep-accuracy", key, "%.1f", spread_of(SEEDS, accuracy));
    figure_fact_of(facts, "deep-bent", key, "%zu", bent);
    if (rate > 0)
        return;
    spread_facts(facts, "deep-cost", key, "%.3f", spread_of(SEEDS, cost));
    spread_facts(facts, "deep-up", key, "%.2f", spread_of(SEEDS, up));
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    for (size_t rate = 0; rate < RATES; rate++)
        for (size_t kind = 0; kind < KINDS; kind++)
            learn_all(rate == 0 ? directory : NULL, facts, kind, rate, &data, &test);
    dataset_free(&data);
    dataset_free(&test);
}
