/* figures.c: the experiments of chapter 6.
 *
 *     figures DIRECTORY
 *
 * writes one table for each figure, DIRECTORY/NAME.dat, and every number of the prose,
 * DIRECTORY/facts.tsv. One experiment is one function; its settings stand at its head. */
#include "lab/dataset.h"
#include "lab/figure.h"
#include "lab/methods.h"
#include "lab/mlp.h"
#include "lab/rng.h"
#include "lab/train.h"
#include "optim/adam.h"
#include "optim/adamw.h"
#include "optim/heavy_ball.h"
#include "optim/l2_decay.h"
#include "optim/l2_momentum.h"
#include "optim/param_groups.h"
#include "optim/sgd.h"
#include "optim/sgdw.h"
#include "optim/warmup_cosine.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The first of the seeds of every experiment. The bounds of the facts come from
 * others. */
#ifndef FIRST_SEED
#define FIRST_SEED 1
#endif

static void fail(const char *why)
{
    fprintf(stderr, "figures: %s\n", why);
    exit(1);
}

/* Ends the program if a call failed that cannot fail with the settings below. */
static void require(enum descent_status status)
{
    if (status)
        fail(descent_strerror(status));
}

static void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (!memory)
        fail("out of memory");
    return memory;
}

static double square(double x)
{
    return x * x;
}

static double rms(size_t n, const real *x)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += square((double)x[i]);
    return sqrt(sum / (double)n);
}

/* Writes the fact NAME-SUFFIX. A negative value that rounds to zero loses its sign. */
static void fact(FILE *facts, const char *name, const char *suffix, int digits,
                 double value)
{
    char key[64];
    snprintf(key, sizeof key, "%s-%s", name, suffix);
    double unit = pow(10, -digits);
    figure_fact(facts, key, "%.*f", digits, fabs(value) < unit / 2 ? 0 : value);
}

/* ---- Parameters that no cost holds ------------------------------------------------- */

/* Where the parameter of run_momentum() changes its sign, and how far it swings. */
static void write_swing(FILE *facts, int steps, const double *left)
{
    int crossing = 0, trough = 0;
    for (int t = 1; t <= steps; t++) {
        if (!crossing && left[t] < 0)
            crossing = t;
        if (left[t] < left[trough])
            trough = t;
    }
    figure_fact(facts, "swing-crossing", "%d", crossing);
    figure_fact(facts, "swing-trough", "%d", trough);
    figure_fact(facts, "swing-lowest", "%.2f", left[trough]);
    figure_fact(facts, "swing-limit", "%.4f", square(1 - sqrt(0.9)));
    figure_fact(facts, "pull-first", "%.0f", 100 * (1 - 0.9));
    figure_fact(facts, "pull-ten", "%.0f", 100 * (1 - pow(0.9, 10)));
}

/* A parameter whose only gradient is the penalty's, under momentum; and one that decays
 * by as much in the long run, apart from the velocity. */
static void run_momentum(const char *directory, FILE *facts)
{
    enum { steps = 120 };
    const real lr = (real)0.1, beta = (real)0.9, l2 = (real)0.2;
    const real decay = l2 / (1 - beta);
    struct heavy_ball ball;
    struct sgdw sgdw;
    require(heavy_ball_init(
        &ball, 1, (struct heavy_ball_config){lr, beta, 0, l2, MOMENTUM_LR_OUTSIDE}));
    require(sgdw_init(&sgdw, 1, (struct sgdw_config){lr, beta, decay, DECAY_TIMES_LR}));
    real penalized = 1, decayed = 1, g = 0;
    double left[steps + 1], error = 0;
    FILE *file = figure_open(directory, "momentum.dat");
    fprintf(file, "# t penalty closed-form sgdw\n");
    for (int t = 0; t <= steps; t++) {
        if (t > 0) {
            heavy_ball_step(&ball, &penalized, &g);
            sgdw_step(&sgdw, &decayed, &g);
        }
        real closed = l2_momentum_left(lr, beta, l2, (uint64_t)t);
        left[t] = (double)penalized;
        error = fmax(error, fabs((double)(closed - penalized)));
        fprintf(file, "%d %.6g %.6g %.6g\n", t, penalized, closed, decayed);
    }
    figure_close(file);
    write_swing(facts, steps, left);
    figure_fact(facts, "swing-error", "%.0e", error);
    heavy_ball_free(&ball);
    sgdw_free(&sgdw);
}

/* A method of the table with a penalty or decay. */
static struct optimizer make(const char *name, size_t n, double lr, double decay)
{
    struct optimizer optimizer;
    require(method_make(&optimizer, name, n));
    *optimizer.lr = (real)lr;
    if (strcmp(name, "sgd") == 0)
        ((struct sgd *)optimizer.state)->config.l2 = (real)decay;
    else if (strcmp(name, "sgdw") == 0)
        ((struct sgdw *)optimizer.state)->config.decay = (real)decay;
    else if (strcmp(name, "adam_l2") == 0)
        ((struct adam *)optimizer.state)->config.l2 = (real)decay;
    else if (strcmp(name, "adamw") == 0)
        ((struct adamw *)optimizer.state)->config.decay = (real)decay;
    return optimizer;
}

enum { crowd = 4000 };

/* The share of its size that a crowd of parameters loses per step, when its gradients are
 * noise of deviation sigma. */
static double shrink_rate(double sigma, struct optimizer optimizer, size_t steps)
{
    static real theta[crowd], g[crowd];
    struct rng rng = rng_seed(FIRST_SEED);
    double sum = 0;
    for (size_t i = 0; i < crowd; i++)
        theta[i] = 1;
    for (size_t t = 0; t < steps; t++) {
        for (size_t i = 0; i < crowd; i++)
            g[i] = (real)(sigma * rng_normal(&rng));
        optimizer.step(optimizer.state, theta, g);
    }
    for (size_t i = 0; i < crowd; i++)
        sum += (double)theta[i];
    return (1 - sum / crowd) / (double)steps;
}

/* Effective decay against the scale of the gradients. */
static void run_effective(const char *directory, FILE *facts)
{
    enum { steps = 100, points = 10 };
    const double lr = 1e-3, decay = 0.5;
    FILE *file = figure_open(directory, "effective.dat");
    fprintf(file, "# sigma adam_l2 adamw\n");
    for (int k = 0; k < points; k++) {
        double sigma = pow(10, -2 + (double)k / 3);
        struct optimizer with_l2 = make("adam_l2", crowd, lr, decay);
        struct optimizer apart = make("adamw", crowd, lr, decay);
        double l2_rate = shrink_rate(sigma, with_l2, steps);
        double w_rate = shrink_rate(sigma, apart, steps);
        fprintf(file, "%.6g %.6g %.6g\n", sigma, l2_rate / lr, w_rate / lr);
        if (k == 0)
            figure_fact(facts, "effective-weak", "%.2f", l2_rate / lr);
        if (k == points - 1) {
            figure_fact(facts, "effective-strong", "%.3f", l2_rate / lr);
            figure_fact(facts, "effective-apart", "%.2f", w_rate / lr);
        }
        optimizer_drop(&with_l2);
        optimizer_drop(&apart);
    }
    figure_close(file);
}

/* The size at which decay and noise balance. */
static double resting_size(double lr, double decay, enum decoupling decoupling)
{
    enum { steps = 1500 };
    static real theta[crowd], g[crowd];
    struct rng rng = rng_seed(FIRST_SEED);
    struct adamw_config config = adamw_defaults();
    config.lr = (real)lr;
    config.decay = (real)decay;
    config.decoupling = decoupling;
    struct adamw adamw;
    require(adamw_init(&adamw, crowd, config));
    memset(theta, 0, sizeof theta);
    for (size_t t = 0; t < steps; t++) {
        for (size_t i = 0; i < crowd; i++)
            g[i] = (real)rng_normal(&rng);
        adamw_step(&adamw, theta, g);
    }
    adamw_free(&adamw);
    return rms(crowd, theta);
}

static void run_resting(FILE *facts)
{
    figure_fact(facts, "resting-theory", "%.4f", sqrt(1e-3 / 2 / 2));
    figure_fact(facts, "resting-lr", "%.4f", resting_size(1e-3, 2, DECAY_TIMES_LR));
    figure_fact(facts, "resting-alone", "%.4f", resting_size(1e-3, 2e-3, DECAY_ALONE));
}

/* The half-life of a weight under one λ in both conventions. */
static void run_copy(FILE *facts)
{
    const real lr = (real)0.001, decay = (real)0.01;
    figure_fact(facts, "copy-library", "%.0f",
                decay_half_life(decay, DECAY_TIMES_LR, lr));
    figure_fact(facts, "copy-alone", "%.0f", decay_half_life(decay, DECAY_ALONE, lr));
}

/* ---- The network ------------------------------------------------------------------- */

enum recipe_method { SGD_L2, SGDW, ADAM_L2, ADAMW, METHODS };

/* What they are called in the table of methods. */
static const char *const method_name[METHODS] = {"sgd", "sgdw", "adam_l2", "adamw"};

struct recipe {
    enum recipe_method method;
    enum decoupling decoupling;
    double lr, decay;
    double bias_lr; /* the learning rate of the biases; 0 if it is lr */
    size_t hidden, epochs, batch;
    bool normalized;   /* every unit's weights divided by their length */
    double start;      /* if so, how many times as long as He's they begin */
    bool decay_steady; /* the schedule multiplies the gradient's half of the step only */
};

/* Weights whose rows the network sees at a fixed length: an optimizer of these rows. The
 * inner optimizer steps on the weights as they are, `raw`. */
struct normalized {
    const struct mlp *mlp;
    struct optimizer inner;
    real *raw, *g;
};

/* √2 / ‖w‖ for a row w. */
static double row_scale(size_t n, const real *w)
{
    return sqrt(2.0 / (double)n) / rms(n, w);
}

/* u = √2 w / ‖w‖ for each row w, as long as He's initial rows are on average. */
static void unit_rows(const struct mlp *mlp, const real *raw, real *theta)
{
    for (size_t i = 0; i < mlp->modules; i += 2) {
        const struct module *layer = &mlp->module[i];
        for (size_t r = 0; r < layer->out; r++) {
            const real *w = raw + layer->weights + r * layer->in;
            real *u = theta + layer->weights + r * layer->in;
            double scale = row_scale(layer->in, w);
            for (size_t k = 0; k < layer->in; k++)
                u[k] = (real)scale * w[k];
        }
    }
}

/* ∂/∂w = √2 / ‖w‖ (g - (g·u) u / ‖u‖²): the part of the gradient along w is taken out. */
static void raw_gradient(const struct normalized *self, const real *theta, const real *g)
{
    for (size_t i = 0; i < self->mlp->modules; i += 2) {
        const struct module *layer = &self->mlp->module[i];
        for (size_t r = 0; r < layer->out; r++) {
            size_t first = layer->weights + r * layer->in;
            const real *u = theta + first;
            double scale = row_scale(layer->in, self->raw + first), along = 0;
            for (size_t k = 0; k < layer->in; k++)
                along += (double)(g[first + k] * u[k]) / 2;
            for (size_t k = 0; k < layer->in; k++)
                self->g[first + k] =
                    (real)(scale * ((double)g[first + k] - along * (double)u[k]));
        }
    }
}

static void normalized_step(void *state, real *theta, const real *g)
{
    struct normalized *self = state;
    raw_gradient(self, theta, g);
    self->inner.step(self->inner.state, self->raw, self->g);
    unit_rows(self->mlp, self->raw, theta);
}

/* A network with its optimizers: one for the weights, one, without decay, for the biases;
 * or, for AdamW on a network without normalization, parameter groups for all. */
struct learner {
    struct mlp mlp;
    real *theta;
    struct tensor tensor[2 * MLP_MAX_LAYERS];
    struct param_group group[2];
    struct param_groups groups;
    struct normalized normalized;
    struct train_group slice[2];
    size_t slices;
};

/* A normalized network's gradients shrink as its weights grow, and in the end its rare
 * ones are no larger than the usual ε. */
static real epsilon(const struct recipe *recipe)
{
    return recipe->normalized ? (real)1e-16 : (real)1e-8;
}

static struct adamw_config adamw_settings(const struct recipe *recipe)
{
    struct adamw_config config = adamw_defaults();
    config.lr = (real)recipe->lr;
    config.decay = (real)recipe->decay;
    config.decoupling = recipe->decoupling;
    config.eps = epsilon(recipe);
    return config;
}

/* The optimizer of n parameters. */
static struct optimizer learner_optimizer(const struct recipe *recipe, size_t n)
{
    struct optimizer optimizer =
        make(method_name[recipe->method], n, recipe->lr, recipe->decay);
    if (recipe->method == ADAM_L2)
        ((struct adam *)optimizer.state)->config.eps = epsilon(recipe);
    if (recipe->method == ADAMW)
        ((struct adamw *)optimizer.state)->config = adamw_settings(recipe);
    if (recipe->decay_steady)
        optimizer.rate = optimizer.lr;
    return optimizer;
}

static void learner_groups(struct learner *learner, const struct recipe *recipe)
{
    size_t tensors = mlp_tensors(&learner->mlp, learner->tensor);
    learner->group[0] = (struct param_group){1, (real)recipe->decay};
    learner->group[1] = (struct param_group){1, 0};
    require(param_groups_init(&learner->groups, tensors, learner->tensor, learner->group,
                              adamw_settings(recipe)));
    learner->slice[0] =
        (struct train_group){0, learner->mlp.n, param_groups_optimizer(&learner->groups)};
    learner->slices = 1;
}

static void learner_slices(struct learner *learner, const struct recipe *recipe)
{
    const size_t weights = learner->mlp.weights;
    const size_t count[2] = {weights, learner->mlp.n - weights};
    struct recipe own = *recipe;
    for (int i = 0; i < 2; i++) {
        if (i == 1) {
            own.decay = 0;
            own.lr = recipe->bias_lr > 0 ? recipe->bias_lr : recipe->lr;
        }
        learner->slice[i] = (struct train_group){i == 0 ? 0 : weights, count[i],
                                                 learner_optimizer(&own, count[i])};
    }
    learner->slices = 2;
}

static void learner_normalize(struct learner *learner, double start)
{
    const size_t weights = learner->mlp.weights;
    struct normalized *shell = &learner->normalized;
    struct optimizer *optimizer = &learner->slice[0].optimizer;
    *shell =
        (struct normalized){&learner->mlp, *optimizer, allocate(weights, sizeof(real)),
                            allocate(weights, sizeof(real))};
    for (size_t i = 0; i < weights; i++)
        shell->raw[i] = (real)start * learner->theta[i];
    unit_rows(&learner->mlp, shell->raw, learner->theta);
    *optimizer =
        (struct optimizer){shell, normalized_step, NULL, optimizer->lr, optimizer->rate};
}

static struct learner *learner_new(const struct recipe *recipe, uint64_t seed)
{
    struct learner *learner = allocate(1, sizeof *learner);
    const size_t width[3] = {64, recipe->hidden, 10};
    require(mlp_init(&learner->mlp, 2, width, 128));
    learner->theta = allocate(learner->mlp.n, sizeof *learner->theta);
    struct rng rng = rng_seed(1000 + seed);
    mlp_he(&learner->mlp, learner->theta, &rng);
    if (recipe->method == ADAMW && !recipe->normalized && !recipe->decay_steady)
        learner_groups(learner, recipe);
    else
        learner_slices(learner, recipe);
    if (recipe->normalized)
        learner_normalize(learner, recipe->start);
    return learner;
}

static void learner_free(struct learner *learner)
{
    for (size_t i = 0; i < learner->slices; i++)
        optimizer_drop(&learner->slice[i].optimizer);
    optimizer_drop(&learner->normalized.inner);
    param_groups_free(&learner->groups);
    free(learner->normalized.raw);
    free(learner->normalized.g);
    free(learner->theta);
    mlp_free(&learner->mlp);
    free(learner);
}

/* Of the weights of the first layer, the size of those on pixels that are constant, or of
 * the others. */
static double layer_size(const struct mlp *mlp, const real *theta, const bool *constant,
                         bool which)
{
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < mlp->module[0].out * mlp->features; i++) {
        if (constant[i % mlp->features] != which)
            continue;
        sum += square((double)theta[i]);
        count++;
    }
    return sqrt(sum / (double)count);
}

/* What a run is told and asked by train(). */
struct watch {
    const struct mlp *mlp;
    const bool *constant;
    double *size; /* after every fifth step, of the weights that matter; or NULL */
};

static real watch_schedule(size_t step, size_t steps, void *context)
{
    (void)context;
    const struct warmup_cosine shape = {steps / 20, steps, 0};
    return warmup_cosine(&shape, step);
}

static void watch_observe(size_t step, const real *theta, const real *g, void *context)
{
    (void)g;
    struct watch *watch = context;
    if (watch->size && step % 5 == 0)
        watch->size[step] = layer_size(watch->mlp, theta, watch->constant, false);
}

/* Trains the learner by its recipe: warm-up over a twentieth of the steps, then
 * cosine. */
static void learner_train(struct learner *learner, const struct recipe *recipe,
                          uint64_t seed, const struct dataset *data,
                          const struct dataset *test, const bool *constant, double *size,
                          struct train_epoch *record)
{
    struct watch watch = {.mlp = &learner->mlp, .constant = constant, .size = size};
    struct train_config config = train_defaults();
    config.epochs = recipe->epochs;
    config.batch = recipe->batch;
    config.seed = seed;
    config.schedule = watch_schedule;
    config.observe = watch_observe;
    config.context = &watch;
    enum descent_status status = train(&learner->mlp, learner->theta, data, test,
                                       learner->slices, learner->slice, &config, record);
    if (status != DESCENT_ENAN)
        require(status);
}

/* ---- Equal under SGD --------------------------------------------------------------- */

/* The same network under a penalty and under the decay that it amounts to. */
static void run_equivalence(FILE *facts, const struct dataset *data)
{
    const real lr = (real)0.1, l2 = (real)0.01;
    real decay = l2_to_decay(l2, L2_HALF, lr, DECAY_TIMES_LR);
    struct recipe recipe[2] = {{.lr = lr, .hidden = 16, .epochs = 5, .batch = 32}};
    recipe[1] = recipe[0];
    recipe[0].method = SGD_L2, recipe[0].decay = l2;
    recipe[1].method = SGDW, recipe[1].decay = decay;
    struct learner *learner[2];
    double largest = 0;
    for (int k = 0; k < 2; k++) {
        learner[k] = learner_new(&recipe[k], FIRST_SEED);
        for (int i = 0; k == 1 && i < 2; i++)
            ((struct sgdw *)learner[k]->slice[i].optimizer.state)->config.beta = 0;
        learner_train(learner[k], &recipe[k], FIRST_SEED, data, NULL, NULL, NULL, NULL);
    }
    for (size_t i = 0; i < learner[0]->mlp.n; i++)
        largest = fmax(largest, fabs(learner[0]->theta[i] - learner[1]->theta[i]));
    figure_fact(facts, "equal-difference", "%.0e", largest);
    learner_free(learner[0]);
    learner_free(learner[1]);
}

/* ---- The map of learning rate and decay -------------------------------------------- */

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

static double step_up(double smallest, int k)
{
    return smallest * pow(10, (double)k / 2);
}

static double map_rate(const struct map *map, int i)
{
    return ldexp(map->lr, i * map->doublings);
}

/* What a map's network costs on samples held out. */
static double held_out_cost(enum recipe_method method, double start, double lr,
                            double decay, uint64_t seed, const struct dataset *data,
                            const struct dataset *validation)
{
    struct recipe recipe = {.method = method,
                            .decoupling = DECAY_ALONE,
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

static void fill_map(struct map *map, const struct dataset *data,
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
static double map_cost(const struct map *map, int i, int k, const int *times)
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
static double best_decay(const struct map *map, int i, const int *times)
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
static double best_cost(const struct map *map, int i, const int *times)
{
    double place = 2 * (map->best[i] - log10(map->decay));
    int k = (int)fmax(0, fmin(map->decays - 2, floor(place)));
    double share = place - k;
    return pow(map_cost(map, i, k, times), 1 - share) *
           pow(map_cost(map, i, k + 1, times), share);
}

/* By how many decades the best decay moves when the rate moves by one. */
static double ridge_slope(struct map *map, const int *times)
{
    double above = 0, below = 0, middle = (map->rates - 1) / 2.0;
    for (int i = 0; i < map->rates; i++) {
        map->best[i] = best_decay(map, i, times);
        above += (i - middle) * map->best[i];
        below += (i - middle) * (i - middle) * map->doublings * log10(2);
    }
    return above / below;
}

static void mean_and_deviation(size_t n, const double *x, double *mean, double *deviation)
{
    *mean = *deviation = 0;
    for (size_t i = 0; i < n; i++)
        *mean += x[i] / (double)n;
    for (size_t i = 0; i < n; i++)
        *deviation += square(x[i] - *mean) / (double)(n - 1);
    *deviation = sqrt(*deviation);
}

/* The standard error of the slope: its deviation over seeds drawn with replacement. */
static double slope_error(struct map *map)
{
    enum { draws = 500 };
    double slope[draws], mean, deviation;
    struct rng rng = rng_seed(FIRST_SEED);
    for (int d = 0; d < draws; d++) {
        int times[map_seeds] = {0};
        for (int s = 0; s < map_seeds; s++)
            times[rng_below(&rng, map_seeds)]++;
        slope[d] = ridge_slope(map, times);
    }
    mean_and_deviation(draws, slope, &mean, &deviation);
    return deviation;
}

/* The best decay for each rate, its cost, and the slope through them. */
static void write_ridge(const char *directory, FILE *facts, struct map *map,
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

static void write_map(const char *directory, FILE *facts, struct map *map)
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

/* Where the weights of the hidden layer start, where they rest at the smallest and the
 * largest rate of the maps, and how many full steps the decay alone takes from the start
 * to the smaller of these sizes. */
static void run_shrink(FILE *facts)
{
    const double decay = 0.005, start = sqrt(2.0 / 64), rest = 4e-3 / sqrt(2 * decay);
    figure_fact(facts, "start-size", "%.2f", start);
    figure_fact(facts, "rest-first", "%.2f", rest);
    figure_fact(facts, "rest-last", "%.2f", 8 * rest);
    figure_fact(facts, "shrink-steps", "%.0f", log(start / rest) / decay);
}

/* A normalized network does not notice if its weights, their start and the learning rate
 * grow eightfold, and the decay is adapted. */
static void run_scale(FILE *facts, const struct dataset *data,
                      const struct dataset *validation)
{
    const enum recipe_method method[2] = {ADAM_L2, ADAMW};
    const double share[2] = {1.0 / 64, 1}, decay = 0.032, lr = 4e-3;
    double largest = 0;
    for (int i = 0; i < 2; i++) {
        double small =
            held_out_cost(method[i], 1, lr, decay, FIRST_SEED, data, validation);
        double large = held_out_cost(method[i], 8, 8 * lr, share[i] * decay, FIRST_SEED,
                                     data, validation);
        largest = fmax(largest, fabs(large / small - 1));
    }
    figure_fact(facts, "scale-difference", "%.0e", largest);
}

static void run_maps(const char *directory, FILE *facts, const struct dataset *all)
{
    enum { rows = 797, split = 7, maps = 5 };
    static struct map map[maps] = {
        {.name = "norm-l2", .method = ADAM_L2, .start = 1, .rates = 4, .decays = 8},
        {.name = "norm-w", .method = ADAMW, .start = 1, .rates = 4, .decays = 6},
        {.name = "wide-w", .method = ADAMW, .start = 1, .rates = 4, .decays = 5},
        {.name = "plain-l2", .method = ADAM_L2, .rates = 3, .decays = 6},
        {.name = "plain-w", .method = ADAMW, .rates = 3, .decays = 6},
    };
    const double lr[maps] = {4e-3, 4e-3, 0.032, 8e-3, 8e-3};
    const int doublings[maps] = {1, 1, 2, 1, 1};
    struct dataset data, validation;
    require(dataset_split(all, rows, split, &data, &validation));
    run_scale(facts, &data, &validation);
    run_shrink(facts);
    for (int k = 0; k < maps; k++) {
        map[k].lr = lr[k];
        map[k].doublings = doublings[k];
        map[k].decay = map[k].start > 0 ? 1e-3 : 1e-4;
        fill_map(&map[k], &data, &validation);
        write_map(directory, facts, &map[k]);
    }
    dataset_free(&data);
    dataset_free(&validation);
}

/* ---- The digits -------------------------------------------------------------------- */

enum { digits_seeds = 10, digits_epochs = 20, digits_steps = digits_epochs * 41 };

/* What the runs of one recipe leave behind. */
struct outcome {
    const char *name;
    struct recipe recipe;
    double accuracy[digits_seeds], cost[digits_seeds], train_cost[digits_seeds];
    double size[digits_seeds][digits_steps + 1];
    double history[digits_seeds][digits_epochs + 1]; /* training cost */
    double tested[digits_seeds][digits_epochs + 1];  /* test cost */
    double silent; /* size of the weights on constant pixels at the end, mean of seeds */
    double spread; /* 90 % over 10 % quantile of √v on the other pixels, mean of seeds */
};

static int compare_reals(const void *a, const void *b)
{
    const real *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* How far apart the divisors √v of a layer's weights lie. */
static double divisor_spread(const struct mlp *mlp, const real *v, const bool *constant)
{
    size_t count = 0, all = mlp->module[0].out * mlp->features;
    real *live = allocate(all, sizeof *live);
    for (size_t i = 0; i < all; i++)
        if (!constant[i % mlp->features])
            live[count++] = v[i];
    qsort(live, count, sizeof *live, compare_reals);
    double spread = sqrt(live[count * 9 / 10] / live[count / 10]);
    free(live);
    return spread;
}

static void run_outcome(struct outcome *outcome, const struct dataset *data,
                        const struct dataset *test, const bool *constant)
{
    const struct recipe *recipe = &outcome->recipe;
    for (int s = 0; s < digits_seeds; s++) {
        uint64_t seed = FIRST_SEED + (uint64_t)s;
        struct train_epoch record[digits_epochs + 1];
        struct learner *learner = learner_new(recipe, seed);
        outcome->size[s][0] = layer_size(&learner->mlp, learner->theta, constant, false);
        learner_train(learner, recipe, seed, data, test, constant,
                      recipe->batch > 1 ? outcome->size[s] : NULL, record);
        for (size_t e = 0; e <= recipe->epochs; e++) {
            outcome->history[s][e] = (double)record[e].train.cost;
            outcome->tested[s][e] = (double)record[e].test.cost;
        }
        outcome->accuracy[s] = 100 * (double)record[recipe->epochs].test.accuracy;
        outcome->cost[s] = outcome->tested[s][recipe->epochs];
        outcome->train_cost[s] = outcome->history[s][recipe->epochs];
        outcome->silent +=
            layer_size(&learner->mlp, learner->theta, constant, true) / digits_seeds;
        if (recipe->method == ADAM_L2)
            outcome->spread +=
                divisor_spread(&learner->mlp,
                               ((struct adam *)learner->slice[0].optimizer.state)->v,
                               constant) /
                digits_seeds;
        learner_free(learner);
    }
}

static void write_outcome(FILE *facts, const struct outcome *outcome)
{
    double mean, deviation, lowest = INFINITY;
    mean_and_deviation(digits_seeds, outcome->accuracy, &mean, &deviation);
    for (int s = 0; s < digits_seeds; s++)
        lowest = fmin(lowest, outcome->accuracy[s]);
    fact(facts, "accuracy", outcome->name, 1, mean);
    fact(facts, "accuracy-sd", outcome->name, 1, deviation);
    fact(facts, "accuracy-low", outcome->name, 1, lowest);
    mean_and_deviation(digits_seeds, outcome->cost, &mean, &deviation);
    fact(facts, "cost", outcome->name, 3, mean);
    fact(facts, "cost-sd", outcome->name, 3, deviation);
    mean_and_deviation(digits_seeds, outcome->train_cost, &mean, &deviation);
    fact(facts, "train", outcome->name, 3, mean);
    const struct recipe *recipe = &outcome->recipe;
    if (recipe->method == ADAM_L2 && recipe->decay > 0)
        figure_fact(facts, "silent-l2", "%.0e", outcome->silent);
    else if (recipe->method != SGDW && !recipe->decay_steady && recipe->batch > 1)
        fact(facts, "silent", outcome->name, 3, outcome->silent);
}

/* Whether each pixel has the same value in all training samples. */
static size_t find_constant(const struct dataset *data, bool *constant)
{
    size_t count = 0;
    for (size_t j = 0; j < data->features; j++) {
        constant[j] = true;
        for (size_t r = 1; r < data->rows; r++)
            constant[j] &= data->x[r * data->features + j] == data->x[j];
        count += constant[j];
    }
    return count;
}

/* Mean, smallest and largest over the seeds of what lies `apart` in an array. */
static void write_spread(FILE *file, const double *x, size_t apart)
{
    double sum = 0, low = INFINITY, high = 0;
    for (size_t s = 0; s < digits_seeds; s++) {
        sum += x[s * apart] / digits_seeds;
        low = fmin(low, x[s * apart]);
        high = fmax(high, x[s * apart]);
    }
    fprintf(file, " %.6g %.6g %.6g", sum, low, high);
}

/* The size of the weights by step. */
static void write_sizes(const char *directory, size_t outcomes,
                        const struct outcome *outcome)
{
    FILE *file = figure_open(directory, "sizes.dat");
    fprintf(file, "# step, then mean, smallest and largest of each run\n");
    for (int t = 0; t <= digits_steps; t += 5, fprintf(file, "\n")) {
        fprintf(file, "%d", t);
        for (size_t k = 0; k < outcomes; k++)
            write_spread(file, &outcome[k].size[0][t], digits_steps + 1);
    }
    figure_close(file);
}

/* The costs by epoch, of runs of equal length. */
static void write_costs(const char *directory, const char *name, size_t outcomes,
                        const struct outcome *outcome)
{
    FILE *file = figure_open(directory, name);
    fprintf(file, "# epoch, then mean, smallest and largest of each run's training cost "
                  "and test cost\n");
    for (size_t e = 0; e <= outcome->recipe.epochs; e++, fprintf(file, "\n")) {
        fprintf(file, "%zu", e);
        for (size_t k = 0; k < outcomes; k++) {
            write_spread(file, &outcome[k].history[0][e], digits_epochs + 1);
            write_spread(file, &outcome[k].tested[0][e], digits_epochs + 1);
        }
    }
    figure_close(file);
}

/* Where the mean training cost of a run turns upward. */
static void write_turn(FILE *facts, const struct outcome *outcome)
{
    double lowest = INFINITY;
    int epoch = 0;
    for (int e = 0; e <= digits_epochs; e++) {
        double sum = 0;
        for (int s = 0; s < digits_seeds; s++)
            sum += outcome->history[s][e] / digits_seeds;
        if (sum < lowest) {
            lowest = sum;
            epoch = e;
        }
    }
    fact(facts, "turn", outcome->name, 0, epoch);
    fact(facts, "lowest", outcome->name, 3, lowest);
}

static void write_multiplier(const char *directory)
{
    const struct warmup_cosine shape = {digits_steps / 20, digits_steps, 0};
    FILE *file = figure_open(directory, "multiplier.dat");
    for (size_t t = 1; t <= digits_steps; t++)
        fprintf(file, "%zu %.6g\n", t, (double)warmup_cosine(&shape, t));
    figure_close(file);
}

static void run_digits(const char *directory, FILE *facts, const struct dataset *data,
                       const struct dataset *test)
{
    enum { batched = 6, outcomes = 8 };
    static struct outcome outcome[outcomes] = {
        {.name = "adam", .recipe = {.method = ADAM_L2, .lr = 1e-2}},
        {.name = "l2", .recipe = {.method = ADAM_L2, .lr = 1e-2, .decay = 3e-3}},
        {.name = "adamw", .recipe = {.method = ADAMW, .lr = 1e-2, .decay = 0.3}},
        {.name = "half",
         .recipe = {.method = ADAMW,
                    .decoupling = DECAY_ALONE,
                    .lr = 1e-2,
                    .decay = 3e-3,
                    .decay_steady = true}},
        {.name = "sgd", .recipe = {.method = SGDW, .lr = 0.05}},
        {.name = "sgdw", .recipe = {.method = SGDW, .lr = 0.05, .decay = 0.02}},
        {.name = "single-adam", .recipe = {.method = ADAM_L2, .lr = 3e-3}},
        {.name = "single-adamw", .recipe = {.method = ADAMW, .lr = 3e-3, .decay = 0.03}},
    };
    bool constant[64];
    figure_fact(facts, "constant-pixels", "%zu", find_constant(data, constant));
    for (int k = 0; k < outcomes; k++) {
        outcome[k].recipe.hidden = 32;
        outcome[k].recipe.epochs = k < batched ? digits_epochs : 5;
        outcome[k].recipe.batch = k < batched ? 32 : 1;
        run_outcome(&outcome[k], data, test, constant);
        write_outcome(facts, &outcome[k]);
    }
    figure_fact(facts, "divisor-spread", "%.1f", outcome[1].spread);
    figure_fact(facts, "silent-theory", "%.3f",
                outcome[0].silent * exp(-outcome[2].recipe.lr * outcome[2].recipe.decay *
                                        digits_steps / 2));
    write_turn(facts, &outcome[3]);
    write_sizes(directory, batched, outcome);
    write_costs(directory, "costs.dat", batched, outcome);
    write_costs(directory, "single.dat", outcomes - batched, &outcome[batched]);
    write_multiplier(directory);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s DIRECTORY\n", argv[0]);
        return 2;
    }
    const char *directory = argv[1];
    struct dataset data, test;
    struct dataset_error error;
    if (dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, &error))
        fail(error.message);
    FILE *facts = figure_open(directory, "facts.tsv");
    run_momentum(directory, facts);
    run_equivalence(facts, &data);
    run_effective(directory, facts);
    run_resting(facts);
    run_copy(facts);
    run_maps(directory, facts, &data);
    run_digits(directory, facts, &data, &test);
    figure_close(facts);
    dataset_free(&data);
    dataset_free(&test);
    return 0;
}
