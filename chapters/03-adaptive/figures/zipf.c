/* zipf.c: rare classes. */
#include "lab/zipf.h"
#include "lab/classifier.h"
#include "lab/rng.h"
#include "optim/cross_entropy.h"
#include "shared.h"

enum {
    zipf_classes = 64,
    zipf_rows = 512,
    zipf_steps = 100,
    zipf_every = 5,
    zipf_points = zipf_steps / zipf_every + 1,
    zipf_parts = 4,
    zipf_offset = 8,
    zipf_seeds = 5
};

/* Softmax regression by the full gradient on data whose classes have shares in proportion
 * to k^-exponent. Writes the cost of all samples, and of each quarter of them, from the
 * most common classes to the rarest; `every` steps apart. */
static void run_zipf_once(double exponent, uint64_t seed, int method, double lr,
                          int every, double part[][1 + zipf_parts])
{
    struct zipf_config config = {.rows = zipf_rows,
                                 .features = 16,
                                 .classes = zipf_classes,
                                 .exponent = (real)exponent,
                                 .spread = 1,
                                 .offset = zipf_offset};
    const size_t width[] = {16, zipf_classes};
    struct rng rng = rng_seed(seed);
    struct dataset data;
    struct classifier classifier;
    require(zipf_dataset(&data, &config, &rng));
    require(classifier_init(&classifier, 1, width, &data, 0));
    struct problem problem = classifier_problem(&classifier);
    struct optimizer optimizer = make(method, problem.n, lr);
    real *theta = allocate(problem.n, sizeof(real));
    for (int t = 0; t <= zipf_steps; t += every) {
        if (t > 0)
            descend(&problem, &optimizer, (size_t)every, theta, NULL, NULL);
        double *row = part[t / every];
        memset(row, 0, sizeof *part);
        for (size_t i = 0; i < zipf_rows; i++) {
            const real *z =
                mlp_forward(&classifier.mlp, theta, 1, data.x + i * data.features);
            double cost = softmax_cross_entropy(zipf_classes, z, data.label[i], NULL);
            row[0] += cost / zipf_rows;
            row[1 + i * zipf_parts / zipf_rows] += cost * zipf_parts / zipf_rows;
        }
    }
    optimizer_drop(&optimizer);
    free(theta);
    classifier_free(&classifier);
    dataset_free(&data);
}

/* The learning rate with the smallest cost in the second half of the steps, seeds 101 and
 * 102. Beyond the stable limit the last step alone is a matter of luck. */
static double choose_zipf_lr(double exponent, int method, int lowest)
{
    double best = INFINITY, chosen = 0;
    for (int i = 0; i < 3; i++) {
        double cost = 0, lr = half_decade(lowest + i);
        for (uint64_t seed = 101; seed <= 102; seed++) {
            double part[zipf_points][1 + zipf_parts];
            run_zipf_once(exponent, seed, method, lr, zipf_every, part);
            for (int r = zipf_points / 2; r < zipf_points; r++)
                cost += part[r][0];
        }
        if (cost < best) {
            best = cost;
            chosen = lr;
        }
    }
    return chosen;
}

/* One method at its own learning rate: mean costs over the seeds. */
static void run_zipf_method(FILE *facts, const char *name, double exponent, int method,
                            int lowest, double mean[zipf_points][1 + zipf_parts])
{
    struct band rare = {0};
    double lr = choose_zipf_lr(exponent, method, lowest);
    for (uint64_t seed = 1; seed <= zipf_seeds; seed++) {
        double part[zipf_points][1 + zipf_parts];
        run_zipf_once(exponent, seed, method, lr, zipf_every, part);
        for (int r = 0; r < zipf_points; r++)
            for (int p = 0; p <= zipf_parts; p++)
                mean[r][p] += part[r][p] / zipf_seeds;
        widen(&rare, part[zipf_points - 1][zipf_parts], zipf_seeds);
    }
    const double *last = mean[zipf_points - 1];
    const char *what[6] = {"lr", "all", "common", "rare", "rare-low", "rare-high"};
    const double value[6] = {lr, last[0], last[1], rare.mean, rare.low, rare.high};
    for (int i = 0; i < 6; i++) {
        char prefix[32];
        snprintf(prefix, sizeof prefix, "%s-%s", name, what[i]);
        figure_fact_of(facts, prefix, raced[method].key, i ? "%.2f" : "%g", value[i]);
    }
}

/* Gradient descent, heavy ball and Adam on Zipf's shares; the last two on equal ones. */
static void run_zipf(const char *directory, FILE *facts)
{
    const int which[3] = {SGD, HEAVY_BALL, ADAM}, lowest[3] = {-2, -2, -3};
    static double mean[3][zipf_points][1 + zipf_parts],
        even[2][zipf_points][1 + zipf_parts];
    for (int k = 0; k < 3; k++)
        run_zipf_method(facts, "zipf", 1, which[k], lowest[k], mean[k]);
    run_zipf_method(facts, "even", 0, HEAVY_BALL, 0, even[0]);
    run_zipf_method(facts, "even", 0, ADAM, -3, even[1]);
    FILE *file = figure_open(directory, "zipf.dat");
    fprintf(file, "# t, then all and four quarters for each of three methods\n");
    for (int r = 0; r < zipf_points; r++) {
        fprintf(file, "%d", r * zipf_every);
        for (int k = 0; k < 3; k++)
            for (int p = 0; p <= zipf_parts; p++)
                fprintf(file, " %.4g", mean[k][r][p]);
        fprintf(file, "\n");
    }
    figure_close(file);
}

/* The mean cost in the end over the seeds. */
static double zipf_end(int method, double lr)
{
    double mean = 0, part[2][1 + zipf_parts];
    for (uint64_t seed = 1; seed <= zipf_seeds; seed++) {
        run_zipf_once(1, seed, method, lr, zipf_steps, part);
        mean += part[1][0] / zipf_seeds;
    }
    return mean;
}

/* The largest eigenvalue of diag π - π πᵀ, by power iteration, for shares π. */
static double largest_curvature(const double *share)
{
    double u[zipf_classes], norm = 0;
    for (int k = 0; k < zipf_classes; k++)
        u[k] = k % 2 ? -1 : 1 + k;
    for (int round = 0; round < 2000; round++) {
        double dot = 0, sum = 0;
        for (int k = 0; k < zipf_classes; k++)
            dot += share[k] * u[k];
        for (int k = 0; k < zipf_classes; k++) {
            u[k] = share[k] * (u[k] - dot);
            sum += square(u[k]);
        }
        norm = sqrt(sum);
        for (int k = 0; k < zipf_classes; k++)
            u[k] /= norm;
    }
    return norm;
}

/* The shares of the classes among the samples, which no seed changes. */
static void zipf_shares(double exponent, double share[zipf_classes])
{
    struct dataset data;
    struct rng rng = rng_seed(1);
    const struct zipf_config config = {.rows = zipf_rows,
                                       .features = 1,
                                       .classes = zipf_classes,
                                       .exponent = (real)exponent};
    require(zipf_dataset(&data, &config, &rng));
    for (int k = 0; k < zipf_classes; k++)
        share[k] = 0;
    for (size_t i = 0; i < data.rows; i++)
        share[data.label[i]] += 1.0 / zipf_rows;
    dataset_free(&data);
}

/* The largest stable learning rates once the shares of the classes have been learned:
 * the curvature is that of diag π - π πᵀ times the mean square of the offset's direction,
 * offset² + 2/16 of the class means and the noise, and 1 of the bias. */
static void run_zipf_limits(FILE *facts)
{
    const char *name[2] = {"even", "zipf"};
    for (int i = 0; i < 2; i++) {
        double share[zipf_classes];
        zipf_shares(i, share);
        double curvature =
            largest_curvature(share) * (square(zipf_offset) + 2.0 / 16 + 1);
        figure_fact_of(facts, name[i], "curvature", "%.1f", curvature);
        figure_fact_of(facts, name[i], "limit", "%.2f", 2 * 1.9 / curvature);
        if (i == 1) {
            figure_fact(facts, "zipf-limit-gd", "%.2f", 2 / curvature);
            figure_fact(facts, "zipf-first", "%.0f", zipf_rows * share[0]);
            figure_fact(facts, "zipf-last", "%.0f", zipf_rows * share[zipf_classes - 1]);
        }
    }
}

void experiment(const char *directory, FILE *facts)
{
    run_zipf(directory, facts);
    figure_fact(facts, "zipf-above-ball", "%.2f", zipf_end(HEAVY_BALL, 0.45));
    run_zipf_limits(facts);
}
