/* sparse.c: AdaGrad against gradient descent where most gradients are zero. */
#include "lab/rng.h"
#include "shared.h"

enum { sparse_n = 256, sparse_steps = 4000, sparse_seeds = 5 };

/* Gradient descent at a constant rate, and at η/√t; AdaGrad. */
enum contender { CONSTANT, FALLING, SUMMED, CONTENDERS };

static const char *const contender_name[CONTENDERS] = {"sgd", "falling", "adagrad"};

/* The first of the rates that are tried. */
static const double lowest[CONTENDERS] = {0.01, 0.1, 0.03};

/* A stream of samples: feature k is ±1 with probability p_k and otherwise 0. */
struct stream {
    double share[sparse_n], truth[sparse_n];
    struct rng rng;
};

/* Shares in proportion to 1/k, or equal ones with the same sum. */
static struct stream new_stream(bool rare, uint64_t seed)
{
    struct stream stream = {.rng = rng_seed(seed)};
    double sum = 0;
    for (int k = 0; k < sparse_n; k++)
        sum += 1.0 / (k + 1);
    for (int k = 0; k < sparse_n; k++) {
        stream.share[k] = rare ? 1.0 / (k + 1) : sum / sparse_n;
        stream.truth[k] = rng_normal(&stream.rng);
    }
    return stream;
}

/* Draws a sample; returns its label, ±1, from a logistic model with the true weights. */
static double next_sample(struct stream *stream, double *x)
{
    double z = 0;
    for (int k = 0; k < sparse_n; k++) {
        const bool present = rng_uniform(&stream->rng) < stream->share[k];
        x[k] = present ? (rng_below(&stream->rng, 2) ? 1 : -1) : 0;
        z += stream->truth[k] * x[k];
    }
    return rng_uniform(&stream->rng) < 1 / (1 + exp(-z)) ? 1 : -1;
}

static double product(const double *x, const double *weights)
{
    double sum = 0;
    for (int k = 0; k < sparse_n; k++)
        sum += x[k] * weights[k];
    return sum;
}

/* The mean of what each sample costs before it is learned from, less what it costs with
 * the true weights: the regret a step. */
static double regret(bool rare, uint64_t seed, enum contender contender, double lr)
{
    struct stream stream = new_stream(rare, seed);
    struct optimizer optimizer = make(contender == SUMMED ? ADAGRAD : SGD, sparse_n, lr);
    double x[sparse_n], total = 0;
    real theta[sparse_n] = {0}, g[sparse_n];
    for (int t = 1; t <= sparse_steps; t++) {
        const double label = next_sample(&stream, x);
        double z = 0;
        for (int k = 0; k < sparse_n; k++)
            z += x[k] * theta[k];
        total += log1p(exp(-label * z)) - log1p(exp(-label * product(x, stream.truth)));
        for (int k = 0; k < sparse_n; k++)
            g[k] = (real)(-label * x[k] / (1 + exp(label * z)));
        if (contender == FALLING)
            *optimizer.lr = (real)(lr / sqrt(t));
        optimizer.step(optimizer.state, theta, g);
    }
    optimizer_drop(&optimizer);
    return total / sparse_steps;
}

static double mean_regret(bool rare, uint64_t first, enum contender contender, double lr)
{
    double mean = 0;
    for (uint64_t seed = first; seed < first + sparse_seeds; seed++)
        mean += regret(rare, seed, contender, lr) / sparse_seeds;
    return mean;
}

/* The best of rates a quarter of a power of ten apart, on the seeds from 101 on. */
static double choose_rate(bool rare, enum contender contender)
{
    double best = INFINITY, chosen = 0;
    for (int i = 0; i < 13; i++) {
        const double lr = lowest[contender] * pow(10, i / 4.0);
        const double mean = mean_regret(rare, 101, contender, lr);
        if (mean < best) {
            best = mean;
            chosen = lr;
        }
    }
    return chosen;
}

static void regret_fact(FILE *facts, const char *what, bool rare,
                        enum contender contender, double lr)
{
    char key[48];
    snprintf(key, sizeof key, "%s-%s-%s", rare ? "sparse" : "dense", what,
             contender_name[contender]);
    figure_fact(facts, key, "%.3f", mean_regret(rare, 1, contender, lr));
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    for (int rare = 0; rare < 2; rare++)
        for (enum contender c = 0; c < CONTENDERS; c++) {
            const double lr = choose_rate(rare, c);
            regret_fact(facts, "regret", rare, c, lr);
            if (!rare || c == FALLING)
                continue;
            regret_fact(facts, "slow", rare, c, lr / 10);
            regret_fact(facts, "fast", rare, c, lr * 10);
        }
}
