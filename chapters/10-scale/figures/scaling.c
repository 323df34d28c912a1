/* scaling.c: gradients that are kept in 16 bits, with and without a scale, for costs that
 * are multiplied by ever smaller numbers. */
#include "optim/adam.h"
#include "optim/loss_scaler.h"
#include "shared.h"

enum { EPOCHS = 10, SEEDS = 5, POWERS = 8, WAYS = 4, BINS = 90 };

static const char *const way_name[WAYS] = {"plain", "fp16", "scaled", "bf16"};

/* Adam, whose gradients come through a format of 16 bits. */
struct through {
    struct adam adam;
    struct loss_scaler scaler;
    double factor; /* of the cost */
    int way;
    real *g;
    double seen, lost; /* gradients, and those of them that became 0 */
    double bins[BINS]; /* by size: ten to a decade, from 10^-9 on */
};

static void step(void *state, real *theta, const real *g)
{
    struct through *through = state;
    const enum format format = through->way == 0   ? PLAIN
                               : through->way == 3 ? BF16
                                                   : FP16;
    const size_t n = through->adam.n;
    const real scale = through->way == 2 ? through->scaler.scale : 1;
    for (size_t i = 0; i < n; i++) {
        const real exact = (real)through->factor * g[i];
        through->g[i] = rounded(format, scale * exact);
        if (exact == 0)
            continue;
        through->seen++;
        through->lost += through->g[i] == 0;
        const double bin = 10 * (log10(fabs((double)exact)) + 9);
        if (bin >= 0 && bin < BINS)
            through->bins[(size_t)bin]++;
    }
    if (through->way == 2 && !loss_scaler_take(&through->scaler, n, through->g))
        return;
    adam_step(&through->adam, theta, through->g);
}

static double run(struct through *through, double factor, int way, uint64_t seed,
                  const struct dataset *data)
{
    struct student student;
    struct adam_config config = adam_defaults();
    struct loss_scaler_config scaler = loss_scaler_defaults();
    struct train_epoch record[EPOCHS + 1];
    student_init(&student, seed);
    *through = (struct through){.factor = factor, .way = way};
    config.lr = (real)0.003;
    config.eps = (real)1e-30; /* so that the size of the cost does not matter */
    scaler.interval = 50;
    require(adam_init(&through->adam, student.mlp.n, config));
    require(loss_scaler_init(&through->scaler, scaler));
    through->g = allocate(student.mlp.n, sizeof(real));
    const struct train_group group = {0,
                                      student.mlp.n,
                                      {.state = through,
                                       .step = step,
                                       .lr = &through->adam.config.lr,
                                       .rate = &through->adam.config.lr}};
    student_train(&student, EPOCHS, seed, data, NULL, 1, &group, record);
    adam_free(&through->adam);
    free(through->g);
    student_free(&student);
    return (double)record[EPOCHS].train.cost;
}

static void write_sizes(const char *directory, const struct through *through)
{
    FILE *file = figure_open(directory, "scaling-sizes.dat");
    fprintf(file,
            "# size of a gradient, share of the gradients in a tenth of a decade\n");
    for (size_t k = 0; k < BINS; k++)
        fprintf(file, "%.6g %.6g\n", pow(10, -9 + ((double)k + 0.5) / 10),
                through->bins[k] / through->seen);
    figure_close(file);
}

void experiment(const char *directory, FILE *facts)
{
    static struct through through;
    struct dataset data, test;
    load_digits(&data, &test);
    FILE *file = figure_open(directory, "scaling.dat");
    fprintf(file, "# factor of the cost; final cost: plain, fp16, fp16 scaled, bf16\n");
    for (int power = 0; power < POWERS; power++) {
        const double factor = pow(10, -power);
        fprintf(file, "%.6g", factor);
        for (int way = 0; way < WAYS; way++) {
            double cost[SEEDS], lost[SEEDS];
            for (size_t s = 0; s < SEEDS; s++) {
                cost[s] = run(&through, factor, way, FIRST_SEED + s, &data);
                lost[s] = 100 * through.lost / through.seen;
                if (power == 0 && way == 0 && s == 0)
                    write_sizes(directory, &through);
            }
            fprintf(file, " %.6g", spread_of(SEEDS, cost).mean);
            if (power == 0 && way == 1)
                figure_fact(facts, "lost-at-once", "%.2g", spread_of(SEEDS, lost).mean);
            if (power != 6)
                continue;
            figure_fact_of(facts, "small-cost", way_name[way], "%.3f",
                           spread_of(SEEDS, cost).mean);
            figure_fact_of(facts, "small-sd", way_name[way], "%.3f",
                           spread_of(SEEDS, cost).deviation);
            if (way == 1 || way == 2)
                figure_fact_of(facts, "small-lost", way_name[way], "%.2g",
                               spread_of(SEEDS, lost).mean);
        }
        fprintf(file, "\n");
    }
    figure_close(file);
    dataset_free(&data);
    dataset_free(&test);
}
