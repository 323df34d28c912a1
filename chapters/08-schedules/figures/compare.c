/* compare.c: the final cost of every schedule against its peak rate. The best rate is
 * chosen with seeds of its own. */
#include "learner.h"

enum { epochs = 10, rates = 9, seeds = 10, tuners = 5, first_tuner = 100 };

static const double first_rate = 1e-3;

/* Costs at the end of the runs of one plan. */
struct results {
    double tuning[rates][tuners], train[rates][seeds], test[rates][seeds];
};

static void run_plan(enum plan plan, const struct dataset *data,
                     const struct dataset *test, struct results *results)
{
    struct train_epoch record[epochs + 1];
    for (size_t r = 0; r < rates; r++) {
        const double rate = ldexp(first_rate, (int)r);
        for (size_t s = 0; s < tuners; s++) {
            learner_train(plan, rate, epochs, first_tuner + FIRST_SEED + s, data, NULL,
                          record);
            results->tuning[r][s] = (double)record[epochs].train.cost;
        }
        for (size_t s = 0; s < seeds; s++) {
            learner_train(plan, rate, epochs, FIRST_SEED + s, data, test, record);
            results->train[r][s] = (double)record[epochs].train.cost;
            results->test[r][s] = (double)record[epochs].test.cost;
        }
    }
}

/* The mean multiplier of a plan that does not depend on the cost. */
static double mean_multiplier(enum plan plan)
{
    const size_t total = epochs * epoch_steps;
    double sum = 0;
    for (size_t t = 1; t <= total; t++)
        sum += (double)plan_multiplier(plan, t, total);
    return sum / (double)total;
}

static void write_plan(const char *directory, enum plan plan,
                       const struct results *results)
{
    char path[64];
    snprintf(path, sizeof path, "compare-%s.dat", plan_name[plan]);
    FILE *file = figure_open(directory, path);
    fprintf(file, "# peak rate, mean rate, training cost, its deviation\n");
    for (size_t r = 0; r < rates; r++) {
        const double rate = ldexp(first_rate, (int)r);
        fprintf(file, "%.6g %.6g %.6g %.6g\n", rate, rate * mean_multiplier(plan),
                spread_of(seeds, results->train[r]).mean,
                spread_of(seeds, results->train[r]).deviation);
    }
    figure_close(file);
}

static void write_facts(FILE *facts, const char *name, const struct results *results)
{
    size_t best = 0;
    for (size_t r = 1; r < rates; r++)
        if (spread_of(tuners, results->tuning[r]).mean <
            spread_of(tuners, results->tuning[best]).mean)
            best = r;
    const double *train = results->train[best], *test = results->test[best];
    figure_fact_of(facts, "best-rate", name, "%.3f", ldexp(first_rate, (int)best));
    figure_fact_of(facts, "best-cost", name, "%.3f", spread_of(seeds, train).mean);
    figure_fact_of(facts, "best-sd", name, "%.3f", spread_of(seeds, train).deviation);
    figure_fact_of(facts, "test-cost", name, "%.2f", spread_of(seeds, test).mean);
    figure_fact_of(facts, "test-sd", name, "%.2f", spread_of(seeds, test).deviation);
}

/* How much the cosine at twice the peak rate differs from the constant rate, at the three
 * smallest rates, in percent. */
static void write_collapse(FILE *facts, const struct results *constant,
                           const struct results *cosine)
{
    double largest = 0;
    for (size_t r = 0; r < 3; r++)
        largest = fmax(largest, fabs(spread_of(seeds, cosine->train[r + 1]).mean /
                                         spread_of(seeds, constant->train[r]).mean -
                                     1));
    figure_fact(facts, "collapse", "%.0f", ceil(100 * largest));
}

void experiment(const char *directory, FILE *facts)
{
    static struct results results[PLANS];
    struct dataset data, test;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    for (enum plan plan = 0; plan < PLANS; plan++) {
        run_plan(plan, &data, &test, &results[plan]);
        write_plan(directory, plan, &results[plan]);
        write_facts(facts, plan_name[plan], &results[plan]);
        if (plan < FREE && plan != PLATEAU)
            figure_fact_of(facts, "multiplier", plan_name[plan], "%.2f",
                           mean_multiplier(plan));
    }
    write_collapse(facts, &results[CONSTANT], &results[COSINE]);
    dataset_free(&data);
    dataset_free(&test);
}
