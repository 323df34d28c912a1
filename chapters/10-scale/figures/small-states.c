/* small-states.c: AdamW, Adam of bytes and Adafactor on the digits. The learning rates of
 * AdamW and of Adafactor are chosen on samples that are held out, with other seeds; Adam
 * of bytes takes that of AdamW. And what the map with equal steps does at any of the
 * rates. */
#include "optim/adafactor.h"
#include "optim/adam8.h"
#include "shared.h"

enum { EPOCHS = 12, SEEDS = 10, RATES = 6, WAYS = 3, TENSORS = 4, TUNING = 3 };

static const char *const way_name[WAYS] = {"adamw", "adam8", "adafactor"};
static const double decay = 0.01;

enum { ADAMW, ADAM8, ADAFACTOR, LINEAR };

/* Whatever a way needs. */
struct learner {
    struct optimizer adamw;
    struct adam8 adam8;
    struct adafactor adafactor[TENSORS];
    struct train_group group[TENSORS];
    size_t groups;
};

static void step_adam8(void *state, real *theta, const real *g)
{
    adam8_step(state, theta, g);
}

static void step_adafactor(void *state, real *theta, const real *g)
{
    adafactor_step(state, theta, g);
}

static void prepare_adam8(struct learner *learner, size_t n, double lr, bool linear)
{
    struct adam8_config config = adam8_defaults();
    struct adam8 *adam8 = &learner->adam8;
    config.lr = (real)lr;
    config.decay = (real)decay;
    require(adam8_init(adam8, n, config));
    if (linear) {
        quant_map_linear(adam8->with_sign, true);
        quant_map_linear(adam8->without_sign, false);
    }
    learner->groups = 1;
    learner->group[0] = (struct train_group){
        0, n, {.state = adam8, .step = step_adam8, .rate = &adam8->config.lr}};
}

/* A matrix for each layer's weights, a vector for its biases: shapes as mlp_tensors() has
 * their counts. */
static void prepare_adafactor(struct learner *learner, const struct mlp *mlp, double lr)
{
    static const size_t rows[TENSORS] = {hidden, 10, 1, 1};
    struct tensor tensor[TENSORS];
    size_t first = 0;
    struct adafactor_config config = adafactor_defaults();
    config.lr = (real)lr;
    learner->groups = mlp_tensors(mlp, tensor);
    for (size_t k = 0; k < learner->groups; first += tensor[k++].count) {
        struct adafactor *method = &learner->adafactor[k];
        require(adafactor_init(method, rows[k], tensor[k].count / rows[k], config));
        learner->group[k] = (struct train_group){
            first,
            tensor[k].count,
            {.state = method, .step = step_adafactor, .rate = &method->config.lr}};
    }
}

static void prepare(struct learner *learner, int way, const struct mlp *mlp, double lr)
{
    *learner = (struct learner){.groups = 1};
    if (way == ADAFACTOR)
        prepare_adafactor(learner, mlp, lr);
    else if (way != ADAMW)
        prepare_adam8(learner, mlp->n, lr, way == LINEAR);
    else {
        require(method_make(&learner->adamw, "adamw", mlp->n));
        *learner->adamw.lr = (real)lr;
        learner->group[0] = (struct train_group){0, mlp->n, learner->adamw};
    }
}

static void train_one(int way, double lr, uint64_t seed, const struct dataset *data,
                      const struct dataset *test, struct train_epoch *record)
{
    struct student student;
    struct learner learner;
    student_init(&student, seed);
    prepare(&learner, way, &student.mlp, lr);
    student_train(&student, EPOCHS, seed, data, test, learner.groups, learner.group,
                  record);
    optimizer_drop(&learner.adamw);
    adam8_free(&learner.adam8);
    for (size_t k = 0; k < TENSORS; k++)
        adafactor_free(&learner.adafactor[k]);
    student_free(&student);
}

/* The rates that are tried: they double. */
static double rate_of(int way, int k)
{
    return (way == ADAFACTOR ? 0.01 : 0.001) * pow(2, k);
}

/* The rate with the lowest cost on 297 samples of the training set that are held out, on
 * average over seeds that are not shown. */
static double choose(int way, const struct dataset *data)
{
    struct dataset fit, held_out;
    double best = INFINITY, chosen = 0;
    require(dataset_split(data, 1000, FIRST_SEED, &fit, &held_out));
    for (int k = 0; k < RATES; k++) {
        double cost[TUNING];
        for (size_t s = 0; s < TUNING; s++) {
            struct train_epoch record[EPOCHS + 1];
            train_one(way, rate_of(way, k), FIRST_SEED + 100 + s, &fit, &held_out,
                      record);
            cost[s] = (double)record[EPOCHS].test.cost;
        }
        if (spread_of(TUNING, cost).mean < best) {
            best = spread_of(TUNING, cost).mean;
            chosen = rate_of(way, k);
        }
    }
    dataset_free(&fit);
    dataset_free(&held_out);
    return chosen;
}

/* At how many of the rates the map with equal steps ends above its start, or nowhere. */
static int lost_rates(const struct dataset *data)
{
    int lost = 0;
    for (int k = 0; k < RATES; k++) {
        struct train_epoch record[EPOCHS + 1];
        train_one(LINEAR, rate_of(LINEAR, k), FIRST_SEED, data, NULL, record);
        lost += !(record[EPOCHS].train.cost < record[0].train.cost);
    }
    return lost;
}

void experiment(const char *directory, FILE *facts)
{
    static double train_cost[WAYS][EPOCHS + 1][SEEDS], test_cost[WAYS][SEEDS];
    struct dataset data, test;
    double lr = 0;
    load_digits(&data, &test);
    for (int way = 0; way < WAYS; way++) {
        if (way != ADAM8)
            lr = choose(way, &data);
        for (size_t s = 0; s < SEEDS; s++) {
            struct train_epoch record[EPOCHS + 1];
            train_one(way, lr, FIRST_SEED + s, &data, &test, record);
            for (size_t e = 0; e <= EPOCHS; e++)
                train_cost[way][e][s] = (double)record[e].train.cost;
            test_cost[way][s] = (double)record[EPOCHS].test.cost;
        }
        if (way != ADAM8)
            figure_fact_of(facts, "digits-lr", way_name[way], "%g", lr);
        figure_fact_of(facts, "digits-train", way_name[way], "%.4f",
                       spread_of(SEEDS, train_cost[way][EPOCHS]).mean);
        figure_fact_of(facts, "digits-train-sd", way_name[way], "%.4f",
                       spread_of(SEEDS, train_cost[way][EPOCHS]).deviation);
        figure_fact_of(facts, "digits-test", way_name[way], "%.3f",
                       spread_of(SEEDS, test_cost[way]).mean);
        figure_fact_of(facts, "digits-test-sd", way_name[way], "%.3f",
                       spread_of(SEEDS, test_cost[way]).deviation);
    }
    figure_fact(facts, "linear-lost", "%d", lost_rates(&data));
    FILE *file = figure_open(directory, "small-states.dat");
    fprintf(file, "# epoch; training cost of each way: mean, standard deviation\n");
    for (size_t e = 0; e <= EPOCHS; e++) {
        fprintf(file, "%zu", e);
        for (int way = 0; way < WAYS; way++)
            fprintf(file, " %.6g %.6g", spread_of(SEEDS, train_cost[way][e]).mean,
                    spread_of(SEEDS, train_cost[way][e]).deviation);
        fprintf(file, "\n");
    }
    figure_close(file);
    dataset_free(&data);
    dataset_free(&test);
}
