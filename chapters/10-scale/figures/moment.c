/* moment.c: the second moment of the digits' first layer, and what sums of its rows and
 * columns make of it. */
#include "lab/sorting.h"
#include "optim/adam.h"
#include "shared.h"

enum { EPOCHS = 5, ROWS = hidden, COLS = 64, N = ROWS * COLS };

static struct adam adam;

static void step(void *state, real *theta, const real *g)
{
    adam_step(state, theta, g);
}

/* Sorted ratios of V to v, where v is not 0: some pixels are always white. */
static size_t ratios(const real *v, bool divided, double *ratio)
{
    double r[ROWS] = {0}, c[COLS] = {0}, total = 0;
    size_t count = 0;
    for (size_t i = 0; i < N; i++) {
        r[i / COLS] += (double)v[i];
        c[i % COLS] += (double)v[i];
        total += (double)v[i];
    }
    for (size_t i = 0; i < N; i++)
        if (v[i] > 0)
            ratio[count++] =
                r[i / COLS] * c[i % COLS] / (divided ? total : 1) / (double)v[i];
    sort_ascending(count, ratio);
    return count;
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    static double ratio[N];
    struct dataset data, test;
    struct student student;
    struct adam_config config = adam_defaults();
    load_digits(&data, &test);
    student_init(&student, FIRST_SEED);
    config.lr = (real)0.003;
    require(adam_init(&adam, student.mlp.n, config));
    const struct train_group group = {
        0,
        student.mlp.n,
        {.state = &adam, .step = step, .lr = &adam.config.lr, .rate = &adam.config.lr}};
    student_train(&student, EPOCHS, FIRST_SEED, &data, NULL, 1, &group, NULL);
    size_t count = ratios(adam.v, true, ratio);
    figure_fact(facts, "moment-low", "%.2f", ratio[count / 10]);
    figure_fact(facts, "moment-median", "%.2f", ratio[count / 2]);
    figure_fact(facts, "moment-high", "%.2f", ratio[count - 1 - count / 10]);
    count = ratios(adam.v, false, ratio);
    figure_fact(facts, "moment-product", "%.0e", ratio[count / 2]);
    figure_fact(facts, "moment-longer", "%.0f", sqrt(1 / ratio[count / 2]));
    adam_free(&adam);
    student_free(&student);
    dataset_free(&data);
    dataset_free(&test);
}
