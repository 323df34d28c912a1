/* master.c: parameters in 16 bits, with and without a master copy, by learning rate. */
#include "optim/adam.h"
#include "shared.h"

enum { EPOCHS = 10, SEEDS = 5, RATES = 7, WAYS = 4 };

static const struct {
    const char *name;
    enum format format;
    bool master;
} way[WAYS] = {{"plain", PLAIN, true},
               {"master", BF16, true},
               {"bf16", BF16, false},
               {"fp16", FP16, false}};

/* Adam on a copy; the network sees it rounded. Without a master the copy is made of what
 * the network has. */
struct rounding {
    struct adam adam;
    int way;
    real *copy;
    double moved, stuck; /* steps of parameters; those that changed nothing */
};

static void step(void *state, real *theta, const real *g)
{
    struct rounding *rounding = state;
    const size_t n = rounding->adam.n;
    if (!way[rounding->way].master)
        memcpy(rounding->copy, theta, n * sizeof *theta);
    adam_step(&rounding->adam, rounding->copy, g);
    for (size_t i = 0; i < n; i++) {
        const real now = rounded(way[rounding->way].format, rounding->copy[i]);
        rounding->stuck += now == theta[i] && rounding->adam.m[i] != 0;
        rounding->moved += rounding->adam.m[i] != 0;
        theta[i] = now;
    }
}

static double run(double lr, int which, uint64_t seed, const struct dataset *data,
                  double *stuck)
{
    struct student student;
    struct rounding rounding = {.way = which};
    struct adam_config config = adam_defaults();
    struct train_epoch record[EPOCHS + 1];
    student_init(&student, seed);
    config.lr = (real)lr;
    require(adam_init(&rounding.adam, student.mlp.n, config));
    rounding.copy = allocate(student.mlp.n, sizeof(real));
    memcpy(rounding.copy, student.theta, student.mlp.n * sizeof(real));
    for (size_t i = 0; i < student.mlp.n; i++)
        student.theta[i] = rounded(way[which].format, student.theta[i]);
    const struct train_group group = {0,
                                      student.mlp.n,
                                      {.state = &rounding,
                                       .step = step,
                                       .lr = &rounding.adam.config.lr,
                                       .rate = &rounding.adam.config.lr}};
    student_train(&student, EPOCHS, seed, data, NULL, 1, &group, record);
    *stuck = 100 * rounding.stuck / rounding.moved;
    adam_free(&rounding.adam);
    free(rounding.copy);
    student_free(&student);
    return (double)record[EPOCHS].train.cost;
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    load_digits(&data, &test);
    FILE *file = figure_open(directory, "master.dat");
    fprintf(file, "# learning rate; final cost: plain, bf16 with master, bf16, fp16\n");
    for (int k = 0; k < RATES; k++) {
        const double lr = 1e-5 * pow(10, k / 2.0);
        fprintf(file, "%.6g", lr);
        for (int which = 0; which < WAYS; which++) {
            double cost[SEEDS], stuck[SEEDS];
            for (size_t s = 0; s < SEEDS; s++)
                cost[s] = run(lr, which, FIRST_SEED + s, &data, &stuck[s]);
            fprintf(file, " %.6g", spread_of(SEEDS, cost).mean);
            if (k != 2)
                continue;
            figure_fact_of(facts, "master-cost", way[which].name, "%.2f",
                           spread_of(SEEDS, cost).mean);
            if (which >= 2)
                figure_fact_of(facts, "master-stuck", way[which].name, "%.0f",
                               spread_of(SEEDS, stuck).mean);
        }
        fprintf(file, "\n");
    }
    figure_close(file);
    dataset_free(&data);
    dataset_free(&test);
}
