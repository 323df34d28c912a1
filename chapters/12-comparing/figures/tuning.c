/* tuning.c: points of a search, and what more trials are worth. */
#include "lab/sorting.h"
#include "rivals.h"

enum { SPACES = 5, TRIALS = 32, SEEDS = 2, DRAWS = 400, SIDE = 5, ROOM = SIDE * SIDE };
enum { ADAGRAD, SGD, ADAMW, LION, WIDE };
static const char *const spaces[SPACES] = {"adagrad", "sgd", "adamw", "lion", "wide"};

/* A space of the contest; the last is Lion's with rates ten times as large. */
static struct contestant space_of(size_t k)
{
    struct contestant c = *contestant_named(k == WIDE ? "lion" : spaces[k]);
    if (k == WIDE) {
        c.range[0].low *= 10;
        c.range[0].high *= 10;
    }
    return c;
}

/* What the best of k trials costs, on average over all choices of k among n: the i-th
 * smallest is the best of C(n - i, k - 1) choices, i from 1. */
static double best_of(size_t n, const double *sorted, size_t k)
{
    double mean = 0, share = (double)k / (double)n;
    for (size_t i = 0; i + k <= n; i++) {
        mean += share * sorted[i];
        share *= (double)(n - i - k) / (double)(n - i - 1);
    }
    return mean;
}

/* Final costs of all trials, sorted; a run that diverged has learned nothing. */
static void run_space(struct task *task, size_t k, uint64_t seed, double *cost)
{
    const struct contestant c = space_of(k);
    real point[CONTEST_DIMS], step[POINTS], value[POINTS];
    for (size_t i = 0; i < TRIALS; i++) {
        require(contest_point(&c, TRIALS, 0, i, point));
        run_rival(task, &c, point, seed, step, value);
        const double last = (double)value[POINTS - 1];
        cost[i] = isfinite(last) ? fmin(last, log(10)) : log(10);
    }
    sort_ascending(TRIALS, cost);
}

static void write_budgets(const char *directory, FILE *facts)
{
    static double cost[SPACES][SEEDS][TRIALS];
    struct task task;
    require(task_digits(&task, 32, 32));
    for (size_t k = 0; k < SPACES; k++)
        for (size_t s = 0; s < SEEDS; s++)
            run_space(&task, k, 2000 * FIRST_SEED + s, cost[k][s]);
    task_free(&task);
    FILE *file = figure_open(directory, "budgets.dat");
    fprintf(file, "# trials, the best cost of each space\n");
    for (size_t n = 1; n <= TRIALS; n++) {
        fprintf(file, "%zu", n);
        for (size_t k = 0; k < SPACES; k++) {
            double mean = 0;
            for (size_t s = 0; s < SEEDS; s++)
                mean += best_of(TRIALS, cost[k][s], n) / SEEDS;
            fprintf(file, " %.4g", mean);
            if (n == 5 ? k >= LION : (n == 1 || n == TRIALS) && k != SGD && k < LION) {
                char name[16];
                snprintf(name, sizeof name, "tuning-%zu", n);
                figure_fact_of(facts, name, spaces[k], "%.2f", mean);
            }
        }
        fputc('\n', file);
    }
    figure_close(file);
}

/* The longest piece of 0 to 1 without one of n numbers. */
static double largest_hole(size_t n, const double *x)
{
    double sorted[ROOM], hole;
    memcpy(sorted, x, n * sizeof *x);
    sort_ascending(n, sorted);
    hole = fmax(sorted[0], 1 - sorted[n - 1]);
    for (size_t i = 1; i < n; i++)
        hole = fmax(hole, sorted[i] - sorted[i - 1]);
    return hole;
}

/* 25 points in a square: a grid, the Halton sequence, random ones. */
static void write_points(const char *directory, FILE *facts)
{
    double halton[2][ROOM], drawn[2][ROOM], hole = 0;
    struct rng rng = rng_seed(FIRST_SEED);
    for (size_t r = 0; r < DRAWS; r++) {
        for (size_t i = 0; i < ROOM; i++)
            for (size_t j = 0; j < 2; j++)
                drawn[j][i] = rng_uniform(&rng);
        hole += largest_hole(ROOM, drawn[0]) / DRAWS;
    }
    FILE *file = figure_open(directory, "points.dat");
    fprintf(file, "# grid, Halton, random\n");
    for (size_t i = 0; i < ROOM; i++) {
        halton[0][i] = (double)radical_inverse(2, i + 1);
        halton[1][i] = (double)radical_inverse(3, i + 1);
        fprintf(file, "%.4g %.4g %.4g %.4g %.4g %.4g\n",
                (0.5 + (double)(i % SIDE)) / SIDE, (0.5 + (double)(i / SIDE)) / SIDE,
                halton[0][i], halton[1][i], drawn[0][i], drawn[1][i]);
    }
    figure_close(file);
    figure_fact(facts, "hole-grid", "%.2f", 1.0 / SIDE);
    figure_fact(facts, "hole-halton", "%.2f", largest_hole(ROOM, halton[0]));
    figure_fact(facts, "hole-random", "%.2f", hole);
}

void experiment(const char *directory, FILE *facts)
{
    write_points(directory, facts);
    write_budgets(directory, facts);
}
