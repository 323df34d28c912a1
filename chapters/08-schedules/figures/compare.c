/* compare.c: the final cost of every schedule against its peak rate. */
#include "learner.h"

enum { epochs = 10, rates = 9, seeds = 10 };

static const double first_rate = 1e-3;

/* Costs at the end of the runs of one plan. */
struct results {
    double train[rates][seeds], test[rates][seeds];
};

static void run_plan(enum plan plan, const struct dataset *data,
                     const struct dataset *test, struct results *results)
{
    for (size_t r = 0; r < rates; r++)
        for (size_t s = 0; s < seeds; s++) {
            struct train_epoch record[epochs + 1];
            learner_train(plan, ldexp(first_rate, (int)r), epochs, FIRST_SEED + s, data,
                          test, record);
            results->train[r][s] = (double)record[epochs].train.cost;
            results->test[r][s] = (double)record[epochs].test.cost;
        }
}

static void write_plan(const char *directory, const char *name,
                       const struct results *results)
{
    char path[64];
    snprintf(path, sizeof path, "compare-%s.dat", name);
    FILE *file = figure_open(directory, path);
    fprintf(file,
            "# peak rate, training cost, its deviation, test cost, its deviation\n");
    for (size_t r = 0; r < rates; r++)
        fprintf(file, "%.6g %.6g %.6g %.6g %.6g\n", ldexp(first_rate, (int)r),
                mean(seeds, results->train[r]), deviation(seeds, results->train[r]),
                mean(seeds, results->test[r]), deviation(seeds, results->test[r]));
    figure_close(file);
}

static void write_facts(FILE *facts, const char *name, const struct results *results)
{
    size_t best = 0;
    for (size_t r = 1; r < rates; r++)
        if (mean(seeds, results->train[r]) < mean(seeds, results->train[best]))
            best = r;
    figure_fact_of(facts, "best-rate", name, "%.3f", ldexp(first_rate, (int)best));
    figure_fact_of(facts, "best-cost", name, "%.4f", mean(seeds, results->train[best]));
    figure_fact_of(facts, "best-sd", name, "%.4f",
                   deviation(seeds, results->train[best]));
    figure_fact_of(facts, "test-cost", name, "%.3f", mean(seeds, results->test[best]));
    figure_fact_of(facts, "test-sd", name, "%.3f", deviation(seeds, results->test[best]));
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    static struct results results;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    for (enum plan plan = 0; plan < PLANS; plan++) {
        run_plan(plan, &data, &test, &results);
        write_plan(directory, plan_name[plan], &results);
        write_facts(facts, plan_name[plan], &results);
    }
    dataset_free(&data);
    dataset_free(&test);
}
