/* effective.c: effective decay, and the size at which it balances noise. */
#include "optim/l2_decay.h"
#include "shared.h"

enum { crowd = 4000 };

/* The share of its size that a crowd of parameters loses per step, when its gradients are
 * noise of deviation sigma. */
static double shrink_rate(double sigma, struct optimizer optimizer, size_t steps)
{
    static real theta[crowd], g[crowd];
    struct rng rng = rng_seed(FIRST_SEED);
    double sum = 0;
    for (size_t i = 0; i < crowd; i++)
        theta[i] = 1;
    for (size_t t = 0; t < steps; t++) {
        for (size_t i = 0; i < crowd; i++)
            g[i] = (real)(sigma * rng_normal(&rng));
        optimizer.step(optimizer.state, theta, g);
    }
    for (size_t i = 0; i < crowd; i++)
        sum += (double)theta[i];
    return (1 - sum / crowd) / (double)steps;
}

/* Effective decay against the scale of the gradients. */
static void run_effective(const char *directory, FILE *facts)
{
    enum { steps = 100, points = 10 };
    const double lr = 1e-3, decay = 0.5;
    FILE *file = figure_open(directory, "effective.dat");
    fprintf(file, "# sigma adam_l2 adamw\n");
    for (int k = 0; k < points; k++) {
        double sigma = pow(10, -2 + (double)k / 3);
        struct optimizer with_l2 = make("adam_l2", crowd, lr, decay);
        struct optimizer apart = make("adamw", crowd, lr, decay);
        double l2_rate = shrink_rate(sigma, with_l2, steps);
        double w_rate = shrink_rate(sigma, apart, steps);
        fprintf(file, "%.6g %.6g %.6g\n", sigma, l2_rate / lr, w_rate / lr);
        if (k == 0)
            figure_fact(facts, "effective-weak", "%.2f", l2_rate / lr);
        if (k == points - 1) {
            figure_fact(facts, "effective-strong", "%.3f", l2_rate / lr);
            figure_fact(facts, "effective-apart", "%.2f", w_rate / lr);
        }
        optimizer_drop(&with_l2);
        optimizer_drop(&apart);
    }
    figure_close(file);
}

/* The size at which decay and noise balance. */
static double resting_size(double lr, double decay, enum decoupling decoupling)
{
    enum { steps = 1500 };
    static real theta[crowd], g[crowd];
    struct rng rng = rng_seed(FIRST_SEED);
    struct adamw_config config = adamw_defaults();
    config.lr = (real)lr;
    config.decay = (real)decay;
    config.decoupling = decoupling;
    struct adamw adamw;
    require(adamw_init(&adamw, crowd, config));
    memset(theta, 0, sizeof theta);
    for (size_t t = 0; t < steps; t++) {
        for (size_t i = 0; i < crowd; i++)
            g[i] = (real)rng_normal(&rng);
        adamw_step(&adamw, theta, g);
    }
    adamw_free(&adamw);
    return rms(crowd, theta);
}

static void run_resting(FILE *facts)
{
    figure_fact(facts, "resting-theory", "%.4f", sqrt(1e-3 / 2 / 2));
    figure_fact(facts, "resting-lr", "%.4f", resting_size(1e-3, 2, DECAY_TIMES_LR));
    figure_fact(facts, "resting-alone", "%.4f",
                resting_size(1e-3, 2e-3, DECAY_INDEPENDENT));
}

/* The half-life of a weight under one λ in both conventions. */
static void run_copy(FILE *facts)
{
    const real lr = (real)0.001, decay = (real)0.01;
    figure_fact(facts, "copy-library", "%.0f",
                decay_half_life(decay, DECAY_TIMES_LR, lr));
    figure_fact(facts, "copy-alone", "%.0f",
                decay_half_life(decay, DECAY_INDEPENDENT, lr));
}

void experiment(const char *directory, FILE *facts)
{
    run_effective(directory, facts);
    run_resting(facts);
    run_copy(facts);
}
