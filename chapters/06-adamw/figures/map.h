/* map.h: a map of the cost over learning rate and decay. */
#ifndef DESCENT_FIGURES_ADAMW_MAP_H
#define DESCENT_FIGURES_ADAMW_MAP_H

#include "learner.h"

enum { map_seeds = 10, map_decays = 8, map_rates = 4 };

struct map {
    const char *name;
    enum recipe_method method;
    double start; /* of a normalized network, see struct recipe; 0 if it is not */
    int rates, decays;
    double lr, decay; /* the smallest; the next decays are √10 times as large */
    int doublings;    /* and the next rates 2^doublings times */
    double cost[map_rates][map_decays][map_seeds];
    double best[map_rates]; /* base-10 logarithm of the best decay for each rate */
};

static inline double step_up(double smallest, int k)
{
    return smallest * pow(10, (double)k / 2);
}

static inline double map_rate(const struct map *map, int i)
{
    return ldexp(map->lr, i * map->doublings);
}

/* What a map's network costs on samples held out. */
static inline double held_out_cost(enum recipe_method method, double start, double lr,
                                   double decay, uint64_t seed,
                                   const struct dataset *data,
                                   const struct dataset *validation)
{
    struct recipe recipe = {.method = method,
                            .decoupling = DECAY_INDEPENDENT,
                            .lr = lr,
                            .decay = decay,
                            .bias_lr = start > 0 ? 0.016 : 0,
                            .hidden = 16,
                            .epochs = 20,
                            .batch = 20,
                            .normalized = start > 0,
                            .start = start};
    struct learner *learner = learner_new(&recipe, seed);
    learner_train(learner, &recipe, seed, data, NULL, NULL, NULL, NULL);
    struct score score = mlp_score(&learner->mlp, learner->theta, validation, NULL);
    learner_free(learner);
    return (double)score.cost;
}

static inline void fill_map(struct map *map, const struct dataset *data,
                            const struct dataset *validation)
{
    for (int i = 0; i < map->rates; i++)
        for (int k = 0; k < map->decays; k++)
            for (int s = 0; s < map_seeds; s++)
                map->cost[i][k][s] = held_out_cost(
                    map->method, map->start, map_rate(map, i), step_up(map->decay, k),
                    FIRST_SEED + (uint64_t)s, data, validation);
}

/* The mean cost of a cell, each seed taken as often as `times` says. */
static inline double map_cost(const struct map *map, int i, int k, const int *times)
{
    double sum = 0;
    int count = 0;
    for (int s = 0; s < map_seeds; s++) {
        sum += times[s] * map->cost[i][k][s];
        count += times[s];
    }
    return sum / count;
}

/* The best decay for one rate, as a logarithm: the vertex of the parabola that is
 * closest, by least squares, to the logarithms of the costs at the cheapest decay and at
 * two on each side. */
static inline double best_decay(const struct map *map, int i, const int *times)
{
    int k = 2;
    for (int j = 3; j < map->decays - 2; j++)
        if (map_cost(map, i, j, times) < map_cost(map, i, k, times))
            k = j;
    double tilt = 0, bend = 0;
    for (int x = -2; x <= 2; x++) {
        double y = log(map_cost(map, i, k + x, times));
        tilt += x * y / 10;
        bend += (x * x - 2) * y / 14;
    }
    double vertex = fmax(-2, fmin(2, -tilt / (2 * bend)));
    return log10(step_up(map->decay, k)) + vertex / 2;
}

/* The cost at the best decay, on the straight line between the two nearest. */
static inline double best_cost(const struct map *map, int i, const int *times)
{
    double place = 2 * (map->best[i] - log10(map->decay));
    int k = (int)fmax(0, fmin(map->decays - 2, floor(place)));
    double share = place - k;
    return pow(map_cost(map, i, k, times), 1 - share) *
           pow(map_cost(map, i, k + 1, times), share);
}

/* By how many decades the best decay moves when the rate moves by one. */
static inline double ridge_slope(struct map *map, const int *times)
{
    double above = 0, below = 0, middle = (map->rates - 1) / 2.0;
    for (int i = 0; i < map->rates; i++) {
        map->best[i] = best_decay(map, i, times);
        above += (i - middle) * map->best[i];
        below += (i - middle) * (i - middle) * map->doublings * log10(2);
    }
    return above / below;
}

/* The standard error of the slope: its deviation over seeds drawn with replacement. */
static inline double slope_error(struct map *map)
{
    enum { draws = 500 };
    double slope[draws];
    struct rng rng = rng_seed(FIRST_SEED);
    for (int d = 0; d < draws; d++) {
        int times[map_seeds] = {0};
        for (int s = 0; s < map_seeds; s++)
            times[rng_below(&rng, map_seeds)]++;
        slope[d] = ridge_slope(map, times);
    }
    return spread_of(draws, slope).deviation;
}

/* The best decay for each rate, its cost, and the slope through them. */
static inline void write_ridge(const char *directory, FILE *facts, struct map *map,
                               const int *times)
{
    char name[64];
    double slope = ridge_slope(map, times), lowest = INFINITY, highest = 0;
    snprintf(name, sizeof name, "%s-best.dat", map->name);
    FILE *file = figure_open(directory, name);
    fprintf(file, "# lr decay cost\n");
    for (int i = 0; i < map->rates; i++) {
        double cost = best_cost(map, i, times);
        fprintf(file, "%.6g %.6g %.6g\n", map_rate(map, i), pow(10, map->best[i]), cost);
        lowest = fmin(lowest, cost);
        highest = fmax(highest, cost);
    }
    figure_close(file);
    fact(facts, "slope", map->name, 1, slope);
    if (map->method == ADAMW)
        fact(facts, "slope-times-lr", map->name, 1, slope - 1);
    if (map->start > 0 && map->method == ADAMW)
        fact(facts, "level", map->name, 0, 100 * (highest / lowest - 1));
    if (map->start > 0 && map->method == ADAM_L2) {
        fact(facts, "best-first", map->name, 2, pow(10, map->best[0]));
        fact(facts, "best-last", map->name, 3, pow(10, map->best[map->rates - 1]));
    }
}

static inline void write_map(const char *directory, FILE *facts, struct map *map)
{
    char name[64];
    int once[map_seeds];
    double cheapest = INFINITY;
    for (int s = 0; s < map_seeds; s++)
        once[s] = 1;
    for (int i = 0; i < map->rates; i++)
        for (int k = 0; k < map->decays; k++)
            cheapest = fmin(cheapest, map_cost(map, i, k, once));
    snprintf(name, sizeof name, "%s.dat", map->name);
    FILE *file = figure_open(directory, name);
    fprintf(file, "# lr decay cost ratio\n");
    for (int i = 0; i < map->rates; i++, fprintf(file, "\n\n"))
        for (int k = 0; k < map->decays; k++) {
            double cost = map_cost(map, i, k, once);
            fprintf(file, "%.6g %.6g %.6g %.6g\n", map_rate(map, i),
                    step_up(map->decay, k), cost, cost / cheapest);
        }
    figure_close(file);
    fact(facts, "slope-error", map->name, 1, slope_error(map));
    write_ridge(directory, facts, map, once);
}

/* The digits that the maps are trained on, and those whose cost they show. */
static inline void map_data(struct dataset *data, struct dataset *validation)
{
    enum { rows = 797, split = 7 };
    struct dataset all, test;
    require(dataset_load(&all, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    require(dataset_split(&all, rows, split, data, validation));
    dataset_free(&all);
    dataset_free(&test);
}

/* Computes a map and writes it. */
static inline void run_map(const char *directory, FILE *facts, struct map *map)
{
    struct dataset data, validation;
    map_data(&data, &validation);
    fill_map(map, &data, &validation);
    write_map(directory, facts, map);
    dataset_free(&data);
    dataset_free(&validation);
}

#endif
