/* rates.c: how the gap falls with the steps, measured as slopes in logarithmic scales,
 * for gradient descent and SGD; and what momentum and a perfect preconditioner change,
 * with noise and without.
 *
 *     f(θ) = ½ Σ h_j θ_j²
 *
 * Invariant: the noise of ∂f/∂θ_j has the variance h_j, as in least squares. */
#include "shared.h"

enum { N = 10, STEPS = 1 << 16, MARKS = 9, KINDS = 3, CHAIN = 1000 };
enum kind { PLAIN, BALL, SCALED };

static const double mu = 0.01;
static const char *const kind_key[KINDS] = {"plain", "ball", "scaled"};

/* Curvatures from μ to 1 in geometric progression. */
static double curvature(int j)
{
    return pow(mu, 1 - j / (N - 1.0));
}

static double gap_of(const double *theta)
{
    double sum = 0;
    for (int j = 0; j < N; j++)
        sum += curvature(j) * square(theta[j]) / 2;
    return sum;
}

/* One step along the direction of some kind, with momentum 0.9 for BALL, whose rate is a
 * tenth so that its steps add up to the same. */
static void step(enum kind kind, double lr, double noise, double *theta, double *v,
                 struct rng *rng)
{
    const double beta = kind == BALL ? 0.9 : 0;
    for (int j = 0; j < N; j++) {
        double h = curvature(j);
        double g = h * theta[j] + (noise > 0 ? noise * sqrt(h) * rng_normal(rng) : 0);
        v[j] = beta * v[j] + (1 - beta) * (kind == SCALED ? g / h : g);
        theta[j] -= lr * v[j];
    }
}

/* SGD with steps 1 / (μ (t + L/μ)), μ and L of the preconditioned function for SCALED:
 * the slope of log(gap) over log(t + L/μ), and the gap in the end. */
static double noisy_slope(enum kind kind, uint64_t seed, double *end)
{
    const double own = kind == SCALED ? 1 : mu;
    struct rng rng = rng_seed(seed);
    double theta[N], v[N] = {0}, x[MARKS], y[MARKS], sum = 0;
    size_t mark = 0, count = 0;
    for (int j = 0; j < N; j++)
        theta[j] = 1;
    for (size_t t = 1; t <= STEPS; t++) {
        step(kind, 1 / (own * (double)t + 1), 1, theta, v, &rng);
        sum += gap_of(theta);
        count++;
        if (t >= STEPS >> (MARKS - 1) && t == (size_t)STEPS >> (MARKS - 1 - mark)) {
            x[mark] = log(0.75 * (double)t + 1 / own);
            y[mark++] = log(sum / (double)count);
            sum = 0, count = 0;
        }
    }
    *end = exp(y[MARKS - 1]);
    return slope_of(MARKS - 1, x + 1, y + 1);
}

/* Steps without noise until the gap is 1e-8 of the start, with the best of rates that are
 * powers of 2^(1/4). */
static double quiet_steps(enum kind kind)
{
    double best = INFINITY;
    for (int k = -8; k <= 20; k++) {
        double theta[N], v[N] = {0}, start;
        size_t t = 0;
        for (int j = 0; j < N; j++)
            theta[j] = 1;
        start = gap_of(theta);
        for (; t < 10000 && gap_of(theta) > 1e-8 * start; t++)
            step(kind, pow(2, k / 4.0), 0, theta, v, NULL);
        if (gap_of(theta) <= 1e-8 * start)
            best = fmin(best, (double)t);
    }
    return best;
}

/* By what gradient descent with the step 1/L multiplies the gap in the last of many
 * steps. */
static double late_factor(void)
{
    double theta[N], v[N] = {0}, before = 0;
    for (int j = 0; j < N; j++)
        theta[j] = 1;
    for (int t = 0; t < CHAIN; t++) {
        before = gap_of(theta);
        step(PLAIN, 1, 0, theta, v, NULL);
    }
    return gap_of(theta) / before;
}

static void run_kinds(FILE *facts)
{
    double ends[KINDS] = {0};
    for (int kind = 0; kind < KINDS; kind++) {
        double slope[SEEDS], end;
        for (int s = 0; s < SEEDS; s++) {
            slope[s] = noisy_slope((enum kind)kind, (uint64_t)s + 1, &end);
            ends[kind] += end / SEEDS;
        }
        struct interval interval = interval_of(slope);
        figure_fact_of(facts, "noisy-slope", kind_key[kind], "%.2f", interval.mean);
        figure_fact_of(facts, "noisy-half", kind_key[kind], "%.2f", interval.half);
        if (kind != PLAIN)
            figure_fact_of(facts, "noisy-constant", kind_key[kind], "%.2f",
                           ends[kind] / ends[PLAIN]);
        figure_fact_of(facts, "quiet-steps", kind_key[kind], "%.0f",
                       quiet_steps((enum kind)kind));
    }
}

/* A convex quadratic with curvatures j/1000 that starts with the same cost in each
 * direction: the gap of gradient descent falls as 1/t until t = 1000. */
static void run_convex(FILE *facts)
{
    double x[MARKS], y[MARKS];
    for (int k = 0; k < MARKS; k++) {
        const double t = ldexp(1, k + 1);
        double gap = 0;
        for (int j = 1; j <= CHAIN; j++)
            gap += pow(1 - j / (double)CHAIN, 2 * t) / 2;
        x[k] = log(t), y[k] = log(gap);
    }
    figure_fact(facts, "slope-convex-gd", "%.2f", slope_of(MARKS, x, y));
}

/* Mean of ‖∇f‖² along T steps on f(x) = 1 - exp(-x²/2), which is not convex, from 1, with
 * noise and a rate 1/√T, or without noise and a rate 1. */
static double mean_square_slope(size_t steps, double noise, struct rng *rng)
{
    const double lr = noise > 0 ? 1 / sqrt((double)steps) : 1;
    double x = 1, sum = 0;
    for (size_t t = 0; t < steps; t++) {
        double slope = x * exp(-x * x / 2);
        sum += square(slope) / (double)steps;
        x -= lr * (slope + (noise > 0 ? noise * rng_normal(rng) : 0));
    }
    return sum;
}

static void run_nonconvex(FILE *facts)
{
    double x[MARKS], y[MARKS], slope[SEEDS];
    for (int s = 0; s < SEEDS; s++) {
        struct rng rng = rng_seed((uint64_t)s + 1);
        for (int k = 0; k < MARKS; k++) {
            const size_t steps = (size_t)1 << (k + 8);
            double mean = 0;
            for (int run = 0; run < 20; run++)
                mean += mean_square_slope(steps, 0.3, &rng) / 20;
            x[k] = log((double)steps), y[k] = log(mean);
        }
        slope[s] = slope_of(MARKS, x, y);
    }
    struct interval interval = interval_of(slope);
    figure_fact(facts, "slope-nonconvex-sgd", "%.3f", interval.mean);
    figure_fact(facts, "half-nonconvex-sgd", "%.3f", interval.half);
    for (int k = 0; k < MARKS; k++)
        y[k] = log(mean_square_slope((size_t)1 << (k + 8), 0, NULL));
    figure_fact(facts, "slope-nonconvex-gd", "%.2f", slope_of(MARKS, x, y));
}

/* SGD with rates 1/√t on the convex quadratic with 100 curvatures: the mean gap of the
 * last half of T steps. */
static void run_convex_sgd(FILE *facts)
{
    enum { DIRECTIONS = 100, MOST = 1 << 14 };
    double slope[SEEDS], x[MARKS], y[MARKS];
    for (int s = 0; s < SEEDS; s++) {
        struct rng rng = rng_seed((uint64_t)s + 1);
        double theta[DIRECTIONS], sum = 0;
        size_t mark = 0;
        for (int j = 0; j < DIRECTIONS; j++)
            theta[j] = 1 / sqrt((j + 1.0) / DIRECTIONS) / 10;
        for (size_t t = 1; t <= MOST; t++) {
            for (int j = 0; j < DIRECTIONS; j++) {
                double h = (j + 1.0) / DIRECTIONS;
                theta[j] -= (h * theta[j] + 0.1 * rng_normal(&rng)) / sqrt((double)t);
                sum += h * square(theta[j]) / 2;
            }
            if (t == (size_t)64 << mark) {
                x[mark] = log((double)t), y[mark++] = log(sum / (double)t * 2);
                sum = 0;
            }
        }
        slope[s] = slope_of(mark - 1, x + 1, y + 1);
    }
    struct interval interval = interval_of(slope);
    figure_fact(facts, "slope-convex-sgd", "%.2f", interval.mean);
    figure_fact(facts, "half-convex-sgd", "%.2f", interval.half);
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    figure_fact(facts, "pl-factor-gd", "%.2f", late_factor());
    run_kinds(facts);
    run_convex(facts);
    run_convex_sgd(facts);
    run_nonconvex(facts);
}
