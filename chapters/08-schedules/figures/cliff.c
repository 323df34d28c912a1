/* cliff.c: a recurrent unit of two parameters, whose cost has a cliff.
 *
 *     x_0 = ½,  x_t = w σ(x_{t-1}) + b,  f = (σ(x_50) - 0.7)²   [Pascanu et al. 2013] */
#include "optim/clip.h"
#include "optim/sigmoid.h"
#include "shared.h"

enum { unrolled = 50, steps = 200, starts = 200, columns = 121, rows = 91, tried = 5 };

static const double limit = 0.1, rates[tried] = {0.1, 0.3, 1, 3, 10};

/* The cost; g gets its gradient, carried forward with x. */
static double cost(const real theta[2], real g[2])
{
    real x = (real)0.5, dw = 0, db = 0;
    for (int t = 0; t < unrolled; t++) {
        const real s = sigmoid(x), slope = theta[0] * s * (1 - s);
        x = theta[0] * s + theta[1];
        dw = s + slope * dw;
        db = 1 + slope * db;
    }
    const real y = sigmoid(x), error = y - (real)0.7;
    g[0] = 2 * error * y * (1 - y) * dw;
    g[1] = 2 * error * y * (1 - y) * db;
    return (double)(error * error);
}

/* Gradient descent; returns the cost at the end, and the longest gradient met. */
static double descend_from(const real start[2], double rate, double most, double *longest,
                           FILE *file)
{
    real theta[2] = {start[0], start[1]}, g[2], norm;
    for (int t = 0; t <= steps; t++) {
        const double now = cost(theta, g);
        if (file)
            fprintf(file, "%d %.6g %.6g %.6g\n", t, (double)theta[0], (double)theta[1],
                    now);
        require(clip_global(1, &(struct clip_part){2, g}, (real)most, 0, &norm));
        *longest = fmax(*longest, (double)norm);
        for (int i = 0; i < 2 && t < steps; i++)
            theta[i] -= (real)rate * g[i];
    }
    return cost(theta, g);
}

static void write_map(const char *directory)
{
    FILE *file = figure_open(directory, "cliff-map.dat");
    fprintf(file, "# w, b, cost; a blank line after each row\n");
    for (int r = 0; r < rows; r++, fprintf(file, "\n"))
        for (int c = 0; c < columns; c++) {
            real g[2], theta[2] = {(real)(3 + 4.0 * c / (columns - 1)),
                                   (real)(-4 + 3.0 * r / (rows - 1))};
            fprintf(file, "%.6g %.6g %.6g\n", (double)theta[0], (double)theta[1],
                    cost(theta, g));
        }
    figure_close(file);
}

static void run_one(const char *directory, FILE *facts)
{
    const real start[2] = {6, (real)-2.2};
    const double most[2] = {INFINITY, limit};
    static const char *const name[2] = {"plain", "clipped"};
    for (int k = 0; k < 2; k++) {
        char path[32];
        double longest = 0;
        snprintf(path, sizeof path, "cliff-%s.dat", name[k]);
        FILE *file = figure_open(directory, path);
        fprintf(file, "# step, w, b, cost\n");
        figure_fact_of(facts, "cliff-end", name[k], "%.3f",
                       descend_from(start, 1, most[k], &longest, file));
        figure_close(file);
        if (k == 0)
            figure_fact(facts, "cliff-longest", "%.0f", longest);
    }
}

/* From how many random starts, in percent, the cost gets below a hundredth. */
static double arrivals(uint64_t seed, double rate, double most)
{
    struct rng rng = rng_seed(seed);
    double longest = 0;
    int arrived = 0;
    for (int s = 0; s < starts; s++) {
        const double across = 4 + 3 * rng_uniform(&rng);
        const real start[2] = {(real)across, (real)(-3.5 + 2 * rng_uniform(&rng))};
        arrived += descend_from(start, rate, most, &longest, NULL) < 0.01;
    }
    return 100.0 * arrived / starts;
}

/* At the rate of the figure, and at the best of several, which other starts choose. */
static void run_many(FILE *facts, const char *name, double most)
{
    double best = 0, most_arrived = -1;
    for (int r = 0; r < tried; r++) {
        const double arrived = arrivals(FIRST_SEED + 100, rates[r], most);
        if (arrived > most_arrived)
            most_arrived = arrived, best = rates[r];
    }
    figure_fact_of(facts, "cliff-arrived", name, "%.0f", arrivals(FIRST_SEED, 1, most));
    figure_fact_of(facts, "cliff-rate", name, "%g", best);
    figure_fact_of(facts, "cliff-tuned", name, "%.0f", arrivals(FIRST_SEED, best, most));
}

void experiment(const char *directory, FILE *facts)
{
    write_map(directory);
    run_one(directory, facts);
    run_many(facts, "plain", INFINITY);
    run_many(facts, "clipped", limit);
}
