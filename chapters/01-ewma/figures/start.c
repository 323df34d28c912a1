/* start.c: the start of an average. */
#include "lab/rng.h"
#include "shared.h"

/* The sum of ten weights at λ = 0.99, right, and with one term too many. */
static void run_bias(FILE *facts)
{
    struct ewma ewma = new_ewma(0.99, EWMA_START_ZERO, 1);
    for (int t = 1; t <= 10; t++)
        ewma_update(&ewma, 1);
    figure_fact(facts, "ewma-bias-10", "%.4f", ewma_value(&ewma));
    ewma_update(&ewma, 1);
    figure_fact(facts, "ewma-bias-11", "%.4f", ewma_value(&ewma));
}

/* The second value for a series of ones if the corrected average is stored as the
 * state. */
static void run_compound(FILE *facts)
{
    const double lambda = 0.99;
    double state = 0, power = 1;
    for (int t = 1; t <= 2; t++) {
        power *= lambda;
        state = (lambda * state + (1 - lambda)) / (1 - power);
    }
    figure_fact(facts, "compound-2", "%.1f", state);
}

/* The four averages of the start at λ = 0.99. */
struct starts {
    struct ewma zero, first, mean;
    struct ewma_corrected corrected;
};

static struct starts new_starts(void)
{
    return (struct starts){
        .zero = new_ewma(0.99, EWMA_START_ZERO, 1),
        .first = new_ewma(0.99, EWMA_START_FIRST, 1),
        .mean = new_ewma(0.99, EWMA_START_MEAN, 10),
        .corrected = new_corrected(0.99),
    };
}

/* Takes in a sample and reads the four averages. */
static void update_starts(struct starts *starts, real x, double value[4])
{
    ewma_update(&starts->zero, x);
    ewma_update(&starts->first, x);
    ewma_update(&starts->mean, x);
    ewma_corrected_update(&starts->corrected, x);
    value[0] = ewma_value(&starts->zero);
    value[1] = ewma_value(&starts->first);
    value[2] = ewma_value(&starts->mean);
    value[3] = ewma_corrected_value(&starts->corrected);
}

/* One run from three of the starts: a level of 1, noise of standard deviation 0.5. */
static void run_start(const char *directory)
{
    enum { n = 300, seed = 1 };
    struct rng rng = rng_seed(seed);
    struct starts starts = new_starts();
    FILE *file = figure_open(directory, "start.dat");
    fprintf(file, "# t sample zero first corrected\n");
    for (int t = 1; t <= n; t++) {
        real x = (real)(1 + 0.5 * rng_normal(&rng));
        double value[4];
        update_starts(&starts, x, value);
        fprintf(file, "%d %.6g %.6g %.6g %.6g\n", t, x, value[0], value[1], value[3]);
    }
    figure_close(file);
}

/* The root mean square error of each start after 1, 10, 100 and 300 samples. */
static void compare_starts(FILE *facts)
{
    enum { seeds = 4000, times = 4 };
    const int when[times] = {1, 10, 100, 300};
    const char *name[4] = {"zero", "first", "mean", "corrected"};
    double error[times][4] = {{0}};
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        struct rng rng = rng_seed(seed);
        struct starts starts = new_starts();
        for (int t = 1, row = 0; row < times; t++) {
            double value[4];
            update_starts(&starts, (real)(1 + 0.5 * rng_normal(&rng)), value);
            if (t != when[row])
                continue;
            for (int k = 0; k < 4; k++)
                error[row][k] += square(value[k] - 1) / seeds;
            row++;
        }
    }
    for (int row = 0; row < times; row++)
        for (int k = 0; k < 4; k++) {
            char key[32];
            snprintf(key, sizeof key, "start-%s-%d", name[k], when[row]);
            figure_fact(facts, key, "%.3f", sqrt(error[row][k]));
        }
}

void experiment(const char *directory, FILE *facts)
{
    run_bias(facts);
    run_compound(facts);
    run_start(directory);
    compare_starts(facts);
}
