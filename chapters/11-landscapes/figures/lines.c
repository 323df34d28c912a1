/* lines.c: the cost along lines: from the start to the end of training, and from both in
 * random directions; with and without dropout. */
#include "net.h"

enum { SEEDS = 5, KINDS = 2, POINTS = 41, DIRECTIONS = 8, EPOCHS = 20 };
static const double shares[KINDS] = {0, 0.2};
static const char *const keys[KINDS] = {"0", "2"};
static const size_t width[3] = {64, 64, 10};

/* Where training began and where it has ended. */
struct journey {
    struct net net; /* at the end */
    real *start, *point, *d;
};

static struct journey travel(double share, uint64_t seed, const struct dataset *data)
{
    const struct mlp_config config = {.dropout = (real)share, .seed = seed};
    struct journey j = {.net = net_new(2, width, &config, seed)};
    const size_t n = j.net.mlp.n;
    struct train_config training = train_defaults();
    training.epochs = EPOCHS;
    training.seed = seed;
    j.start = allocate(3 * n, sizeof *j.start);
    j.point = j.start + n;
    j.d = j.point + n;
    memcpy(j.start, j.net.theta, n * sizeof *j.start);
    net_train(&j.net, "adam", 0.003, training, data);
    return j;
}

static void journey_free(struct journey *j)
{
    free(j->start);
    net_free(&j->net);
}

/* The cost at from + a d. */
static double cost_at(struct journey *j, const real *from, const real *d, double a,
                      const struct dataset *data)
{
    for (size_t i = 0; i < j->net.mlp.n; i++)
        j->point[i] = from[i] + (real)a * d[i];
    return (double)mlp_score(&j->net.mlp, j->point, data, NULL).cost;
}

/* Costs on the way from start to end. @return how often the cost rises on it */
static size_t cross(struct journey *j, const struct dataset *data, double cost[POINTS])
{
    size_t rises = 0;
    for (size_t i = 0; i < j->net.mlp.n; i++)
        j->d[i] = j->net.theta[i] - j->start[i];
    for (size_t k = 0; k < POINTS; k++) {
        cost[k] = cost_at(j, j->start, j->d, -0.25 + 0.0375 * (double)k, data);
        const double a = -0.25 + 0.0375 * (double)k;
        rises += k > 0 && a > 0.04 && a < 1 && cost[k] > cost[k - 1];
    }
    return rises;
}

/* Costs along one random direction in units of the weights, from start and from end. */
static void random_line(struct journey *j, uint64_t seed, const struct dataset *data,
                        double cost[2][POINTS])
{
    struct rng rng = rng_seed(seed);
    for (size_t e = 0; e < 2; e++) {
        real *from = e == 0 ? j->start : j->net.theta;
        const struct net here = {j->net.mlp, from};
        draw_direction(&here, j->d, &rng);
        for (size_t k = 0; k < POINTS; k++)
            cost[e][k] = cost_at(j, from, j->d, -1 + 0.05 * (double)k, data);
    }
}

/* By how much the cost rises at a distance of half of the weights' own lengths. */
static double rise(struct journey *j, uint64_t seed, const struct dataset *data)
{
    struct rng rng = rng_seed(seed);
    double sum = 0;
    for (size_t k = 0; k < DIRECTIONS; k++) {
        draw_direction(&j->net, j->d, &rng);
        sum += cost_at(j, j->net.theta, j->d, 0.5, data) -
               cost_at(j, j->net.theta, j->d, 0, data);
    }
    return sum / DIRECTIONS;
}

static void write_lines(const char *directory, double way[KINDS][POINTS],
                        double line[KINDS][2][POINTS])
{
    FILE *file = figure_open(directory, "lines.dat");
    fprintf(file,
            "# way, cost: plain, dropout; distance, cost of a random line: plain at "
            "start, at end, dropout at end\n");
    for (size_t k = 0; k < POINTS; k++)
        fprintf(file, "%.4g %.4g %.4g %.4g %.4g %.4g %.4g\n", -0.25 + 0.0375 * (double)k,
                way[0][k], way[1][k], -1 + 0.05 * (double)k, line[0][0][k], line[0][1][k],
                line[1][1][k]);
    figure_close(file);
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    double way[KINDS][POINTS], line[KINDS][2][POINTS];
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    for (size_t kind = 0; kind < KINDS; kind++) {
        double up[SEEDS], accuracy[SEEDS];
        size_t rises = 0;
        for (size_t s = SEEDS; s-- > 0;) {
            struct journey j = travel(shares[kind], FIRST_SEED + s, &data);
            rises += cross(&j, &data, way[kind]) > 0;
            random_line(&j, 50 + FIRST_SEED + s, &data, line[kind]);
            up[s] = rise(&j, 70 + FIRST_SEED + s, &data);
            accuracy[s] =
                100 * (double)mlp_score(&j.net.mlp, j.net.theta, &test, NULL).accuracy;
            journey_free(&j);
        }
        figure_fact_of(facts, "line-rises", keys[kind], "%zu", rises);
        spread_facts(facts, "line-up", keys[kind], "%.2f", spread_of(SEEDS, up));
        spread_facts(facts, "line-accuracy", keys[kind], "%.1f",
                     spread_of(SEEDS, accuracy));
    }
    write_lines(directory, way, line);
    dataset_free(&data);
    dataset_free(&test);
}
