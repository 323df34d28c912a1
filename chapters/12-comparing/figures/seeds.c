/* seeds.c: which of two methods is quicker depends on the seed; how many seeds it takes
 * to know, with pairs and without. */
#include "seeds.h"
#include "optim/bootstrap.h"
#include "rivals.h"

enum { SHOWN = 10 };
static const struct rival rivals[METHODS] = {{"rmsprop", {(real)0.01, (real)0.1}},
                                             {"adagrad", {(real)0.05}}};

static real steps[METHODS][SEEDS], curve[METHODS][SEEDS][POINTS], at[POINTS];

static void run_all(void)
{
    struct task task;
    require(task_digits(&task, 32, 32));
    for (size_t m = 0; m < METHODS; m++)
        for (size_t s = 0; s < SEEDS; s++) {
            run_rival(&task, contestant_named(rivals[m].name), rivals[m].point,
                      1000 * FIRST_SEED + s, at, curve[m][s]);
            steps[m][s] = steps_to(target, at, curve[m][s]);
        }
    task_free(&task);
}

/* The interval of a - b from the first n seeds. */
static struct interval interval_of(const real *a, const real *b, size_t n, bool pairs)
{
    struct interval interval;
    struct rng rng = rng_seed(FIRST_SEED);
    real *u = allocate(2 * SEEDS * RESAMPLES, sizeof *u);
    real *mean = allocate(RESAMPLES, sizeof *mean);
    for (size_t k = 0; k < 2 * n * RESAMPLES; k++)
        u[k] = (real)rng_uniform(&rng);
    require((pairs ? bootstrap_paired : bootstrap_unpaired)(
        n, a, b, (real)0.95, RESAMPLES, u, mean, &interval));
    free(u);
    free(mean);
    return interval;
}

/* From how many seeds on an interval of this spread leaves out 0: (1.96 σ / d)². */
static double seeds_needed(double difference, double variance)
{
    return square(1.96 / difference) * variance;
}

/* The facts of the difference. */
static void compare(FILE *facts)
{
    double a[SEEDS], b[SEEDS], d[SEEDS];
    for (size_t s = 0; s < SEEDS; s++) {
        a[s] = (double)steps[ADAGRAD][s];
        b[s] = (double)steps[RMSPROP][s];
        d[s] = a[s] - b[s];
    }
    const struct spread sa = spread_of(SEEDS, a), sb = spread_of(SEEDS, b);
    const struct spread sd = spread_of(SEEDS, d);
    const double apart = square(sa.deviation) + square(sb.deviation);
    const double together = square(sd.deviation);
    const double paired = seeds_needed(sd.mean, together);
    const double unpaired = seeds_needed(sd.mean, apart);
    figure_fact(facts, "seeds-alike", "%.2f",
                (apart - together) / (2 * sa.deviation * sb.deviation));
    figure_fact(facts, "seeds-paired", "%.0f", paired);
    figure_fact(facts, "seeds-unpaired", "%.0f", unpaired);
    figure_fact(facts, "seeds-worth", "%.1f", unpaired / paired);
    figure_fact(facts, "seeds-sd-adagrad", "%.1f", sa.deviation);
    figure_fact(facts, "seeds-sd-rmsprop", "%.1f", sb.deviation);
    figure_fact(facts, "seeds-sd-difference", "%.1f", sd.deviation);
    figure_fact(facts, "seeds-rmsprop", "%.0f", sb.mean);
    figure_fact(facts, "seeds-lead", "%.1f", -sd.mean);
    figure_fact(facts, "seeds-share", "%.0f", -100 * sd.mean / sb.mean);
}

/* On how many seeds AdaGrad is quicker, with this target, of those with which both come
 * there. */
static void count_wins(FILE *facts, const char *name, double to)
{
    size_t both = 0, won = 0;
    for (size_t s = 0; s < SEEDS; s++) {
        const real a = time_to_target(POINTS, at, curve[ADAGRAD][s], (real)to, 0);
        const real b = time_to_target(POINTS, at, curve[RMSPROP][s], (real)to, 0);
        both += isfinite(a) && isfinite(b);
        won += isfinite(b) && a < b;
    }
    figure_fact_of(facts, "seeds-both", name, "%zu", both);
    figure_fact_of(facts, "seeds-won", name, "%zu", won);
}

/* Of the first seeds the one on which AdaGrad leads most. */
static size_t liar(void)
{
    size_t worst = 0;
    for (size_t s = 1; s < SHOWN; s++)
        if (steps[RMSPROP][s] - steps[ADAGRAD][s] >
            steps[RMSPROP][worst] - steps[ADAGRAD][worst])
            worst = s;
    return worst;
}

static void write_curves(const char *directory, FILE *facts)
{
    const size_t lie = liar();
    FILE *file = figure_open(directory, "liar.dat");
    fprintf(file, "# step, cost of RMSProp, of AdaGrad\n");
    for (size_t k = 0; k < POINTS; k++)
        fprintf(file, "%g %.4g %.4g\n", (double)at[k], (double)curve[RMSPROP][lie][k],
                (double)curve[ADAGRAD][lie][k]);
    figure_close(file);
    file = figure_open(directory, "pairs.dat");
    fprintf(file, "# steps of RMSProp, of AdaGrad\n");
    for (size_t s = 0; s < SEEDS; s++)
        fprintf(file, "%.4g %.4g\n", (double)steps[RMSPROP][s],
                (double)steps[ADAGRAD][s]);
    figure_close(file);
    figure_fact(facts, "seeds-liar-rmsprop", "%.0f", (double)steps[RMSPROP][lie]);
    figure_fact(facts, "seeds-liar-adagrad", "%.0f", (double)steps[ADAGRAD][lie]);
    figure_fact(facts, "seeds-liar-saved", "%.0f",
                100 * (1 - (double)(steps[ADAGRAD][lie] / steps[RMSPROP][lie])));
}

/* For the live figures: all costs, first of RMSProp, then of AdaGrad, seed by seed. */
static void write_all(const char *directory)
{
    FILE *file = figure_open(directory, "curves.dat");
    fprintf(file, "# costs of RMSProp, of AdaGrad, seed by seed\n");
    for (size_t s = 0; s < SEEDS; s++)
        for (size_t m = 0; m < METHODS; m++)
            for (size_t k = 0; k < POINTS; k++)
                fprintf(file, "%.9g%c", (double)curve[m][s][k],
                        k + 1 < POINTS ? ' ' : '\n');
    figure_close(file);
}

static void write_intervals(const char *directory, FILE *facts)
{
    FILE *file = figure_open(directory, "intervals.dat");
    fprintf(file, "# seeds, middle, low, high with pairs; low, high without\n");
    for (size_t k = 0; k < COUNTS; k++) {
        const real *a = steps[ADAGRAD], *b = steps[RMSPROP];
        const struct interval pairs = interval_of(a, b, seed_counts[k], true);
        const struct interval single = interval_of(a, b, seed_counts[k], false);
        fprintf(file, "%zu %.4g %.4g %.4g %.4g %.4g\n", seed_counts[k],
                (double)pairs.middle, (double)pairs.low, (double)pairs.high,
                (double)single.low, (double)single.high);
        if (seed_counts[k] == SEEDS) {
            figure_fact(facts, "seeds-low", "%.1f", (double)pairs.low);
            figure_fact(facts, "seeds-high", "%.1f", (double)pairs.high);
            figure_fact(facts, "seeds-low-single", "%.1f", (double)single.low);
            figure_fact(facts, "seeds-high-single", "%.1f", (double)single.high);
        }
    }
    figure_close(file);
}

void experiment(const char *directory, FILE *facts)
{
    run_all();
    write_curves(directory, facts);
    write_all(directory);
    write_intervals(directory, facts);
    compare(facts);
    count_wins(facts, "3", target);
    count_wins(facts, "2", 0.2);
}
