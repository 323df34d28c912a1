/* deep.c: ReLU networks of 22 and 30 layers on the digits, with Xavier's and He's initial
 * weights. */
#include "lab/dataset.h"
#include "lab/mlp.h"
#include "lab/train.h"
#include "optim/init_scale.h"
#include "shared.h"

enum { WIDTH = 32, DEPTHS = 2, INITS = 2, RATES = 3, SEEDS = 3, EPOCHS = 10, BATCH = 32 };
static const size_t depths[DEPTHS] = {22, 30};
static const double rates[RATES] = {0.001, 0.003, 0.01};
static const char *const init_name[INITS] = {"xavier", "he"};

struct deep {
    struct mlp mlp;
    real *theta;
};

/* He's or Xavier's initialization of every layer. */
static struct deep deep_new(size_t layers, int init, uint64_t seed)
{
    struct deep deep;
    struct rng rng = rng_seed(seed);
    size_t width[MLP_MAX_LAYERS + 1] = {64};
    for (size_t i = 1; i < layers; i++)
        width[i] = WIDTH;
    width[layers] = 10;
    require(mlp_init(&deep.mlp, layers, width, 128));
    deep.theta = allocate(deep.mlp.n, sizeof *deep.theta);
    for (size_t i = 0; i < layers; i++) {
        const struct module *module = &deep.mlp.module[2 * i];
        const struct layer_shape shape = {module->out, module->in, 1};
        const real deviation =
            init == 0
                ? init_parameter(shape, FAN_AVERAGE, 1, LAW_NORMAL)
                : init_parameter(shape, FAN_IN, activation_gain(ACTIVATION_LEAKY_RELU, 0),
                                 LAW_NORMAL);
        for (size_t k = 0; k < shape.out * shape.in; k++)
            deep.theta[module->weights + k] = deviation * (real)rng_normal(&rng);
    }
    return deep;
}

static void deep_free(struct deep *deep)
{
    free(deep->theta);
    mlp_free(&deep->mlp);
}

/* Training costs by epoch. */
static void run_once(size_t layers, int init, double lr, uint64_t seed,
                     const struct dataset *data, double cost[EPOCHS + 1])
{
    struct deep deep = deep_new(layers, init, seed);
    struct train_group group = {0, deep.mlp.n, make("heavy_ball", deep.mlp.n, lr)};
    struct train_config config = train_defaults();
    struct train_epoch record[EPOCHS + 1];
    config.epochs = EPOCHS;
    config.batch = BATCH;
    config.seed = seed;
    const enum descent_status status =
        train(&deep.mlp, deep.theta, data, NULL, 1, &group, &config, record);
    if (status != DESCENT_ENAN)
        require(status);
    for (size_t e = 0; e <= EPOCHS; e++)
        cost[e] = status ? INFINITY : (double)record[e].train.cost;
    optimizer_drop(&group.optimizer);
    deep_free(&deep);
}

/* Mean training costs of as many seeds from `first` on. */
static void run_mean(size_t layers, int init, double lr, uint64_t first, uint64_t seeds,
                     const struct dataset *data, double mean[EPOCHS + 1])
{
    double cost[EPOCHS + 1];
    memset(mean, 0, (EPOCHS + 1) * sizeof *mean);
    for (uint64_t s = 0; s < seeds; s++) {
        run_once(layers, init, lr, first + s, data, cost);
        for (size_t e = 0; e <= EPOCHS; e++)
            mean[e] += cost[e] / (double)seeds;
    }
}

/* The rate with the smallest last cost on the seeds 901 and 902. */
static double choose_rate(size_t layers, int init, const struct dataset *data)
{
    double best = INFINITY, chosen = rates[0], mean[EPOCHS + 1];
    for (size_t i = 0; i < RATES; i++) {
        run_mean(layers, init, rates[i], 901, 2, data, mean);
        if (mean[EPOCHS] < best) {
            best = mean[EPOCHS];
            chosen = rates[i];
        }
    }
    return chosen;
}

/* Mean square behind each linear layer of 30, and of the gradient behind each. */
static void write_signal(const char *directory, const struct dataset *data)
{
    enum { LAYERS = 30, DRAWS = 20 };
    double mean[INITS][LAYERS] = {{0}};
    for (int init = 0; init < INITS; init++)
        for (uint64_t s = 0; s < DRAWS; s++) {
            struct deep deep = deep_new(LAYERS, init, 500 + FIRST_SEED + s);
            mlp_forward(&deep.mlp, deep.theta, 128, data->x);
            for (size_t i = 0; i < LAYERS; i++) {
                const size_t count = 128 * deep.mlp.module[2 * i].out;
                double sum = 0;
                for (size_t k = 0; k < count; k++)
                    sum += square((double)deep.mlp.output[2 * i][k]);
                mean[init][i] += sum / (double)count / DRAWS;
            }
            deep_free(&deep);
        }
    FILE *file = figure_open(directory, "signal.dat");
    fprintf(file, "# layer, mean square with Xavier's and He's weights\n");
    for (size_t i = 0; i < LAYERS; i++)
        fprintf(file, "%zu %.4g %.4g\n", i + 1, mean[0][i], mean[1][i]);
    figure_close(file);
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    double cost[DEPTHS][INITS][EPOCHS + 1];
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    write_signal(directory, &data);
    for (int d = 0; d < DEPTHS; d++)
        for (int init = 0; init < INITS; init++) {
            const double lr = choose_rate(depths[d], init, &data);
            char suffix[32];
            run_mean(depths[d], init, lr, FIRST_SEED, SEEDS, &data, cost[d][init]);
            snprintf(suffix, sizeof suffix, "%zu-%s", depths[d], init_name[init]);
            figure_fact_of(facts, "deep-cost", suffix, "%.2f", cost[d][init][EPOCHS]);
            figure_fact_of(facts, "deep-lr", suffix, "%g", lr);
        }
    FILE *file = figure_open(directory, "deep.dat");
    fprintf(file, "# epoch, 22 layers: Xavier, He; 30 layers: Xavier, He\n");
    for (int e = 0; e <= EPOCHS; e++)
        fprintf(file, "%d %.4g %.4g %.4g %.4g\n", e, cost[0][0][e], cost[0][1][e],
                cost[1][0][e], cost[1][1][e]);
    figure_close(file);
    figure_fact(facts, "xavier-22", "%.0f", pow(2, 22) / 1e6);
    figure_fact(facts, "xavier-30", "%.1f", pow(2, 30) / 1e9);
    dataset_free(&data);
    dataset_free(&test);
}
