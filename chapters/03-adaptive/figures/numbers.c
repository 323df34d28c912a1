/* numbers.c: numbers of the text that belong to no figure. */
#include "lab/classifier.h"
#include "lab/rng.h"
#include "lab/train.h"
#include "optim/adadelta.h"
#include "optim/adam.h"
#include "optim/adam_eps.h"
#include "optim/cross_entropy.h"
#include "shared.h"
#include <float.h>

/* The size of a step over η once v has settled at g². */
static double settled_step(double g, double inside, double outside)
{
    return g / (sqrt(square(g) + inside) + outside);
}

static void run_eps(FILE *facts)
{
    figure_fact(facts, "eps-outside", "%.2f", settled_step(1e-6, 0, 1e-8));
    figure_fact(facts, "eps-inside", "%.2f", settled_step(1e-6, 1e-8, 0));
    figure_fact(facts, "eps-worst", "%.1f",
                100 * (settled_step(1e-8, 1e-16, 0) / settled_step(1e-8, 0, 1e-8) - 1));
    figure_fact(facts, "eps-hat-ratio", "%.1f",
                adam_eps_after(1e-8, (real)0.999, 1) / 1e-8);
    figure_fact(facts, "eps-hat-settled", "%.0f",
                ceil(adam_eps_settled((real)0.999, (real)0.01)));
    struct adadelta_config adadelta = adadelta_defaults();
    figure_fact(facts, "adadelta-first", "%.4f",
                sqrt(adadelta.eps) / sqrt(1 - adadelta.rho));
}

static void run_unrolled(FILE *facts)
{
    const real g[2] = {2, 1};
    real theta = 0, first = 0;
    struct optimizer optimizer = make(ADAM, 1, 0.001);
    const struct adam *adam = optimizer.state;
    for (int t = 0; t < 2; t++) {
        first = theta;
        optimizer.step(optimizer.state, &theta, &g[t]);
    }
    figure_fact(facts, "unrolled-m", "%.4f", adam->m[0] / (1 - adam->beta1_power));
    figure_fact(facts, "unrolled-v", "%.4f", adam->v[0] / (1 - adam->beta2_power));
    figure_fact(facts, "unrolled-step", "%.6f", first - theta);
    figure_fact(facts, "unrolled-shorter", "%.0f", 100 * (1 - (first - theta) / -first));
    optimizer_drop(&optimizer);
}

/* How many steps without a gradient it takes until a number that each step multiplies by
 * 0.9 is subnormal, from 1e-3; and what it is in the end. */
static void run_subnormal(FILE *facts)
{
    double m = 1e-3, before = 0, unit = DBL_TRUE_MIN;
    int steps = 0;
    float single = 1e-3F;
    int single_steps = 0;
    for (; m >= DBL_MIN; steps++)
        m *= 0.9;
    for (; single >= FLT_MIN; single_steps++)
        single *= 0.9F;
    while (m < before || before == 0) {
        before = m;
        m *= 0.9;
    }
    figure_fact(facts, "subnormal-double", "%d", steps);
    figure_fact(facts, "subnormal-float", "%d", single_steps);
    figure_fact(facts, "subnormal-units", "%.0f", m / unit);
}

/* Steps until the average of a gradient that turned from 1 to -1 turns too. */
static int steps_to_turn(double beta)
{
    double m = 1;
    int t = 0;
    for (; m > 0; t++)
        m = beta * m - (1 - beta);
    return t;
}

/* Adam on x²/2 from 1: how far it overshoots, and when it stays within 0.05. */
static void swing(double beta1, double *overshoot, int *settled)
{
    enum { steps = 20000 };
    struct adam_config config = adam_defaults();
    config.lr = (real)0.01, config.beta1 = (real)beta1;
    struct adam adam;
    require(adam_init(&adam, 1, config));
    real theta = 1;
    *overshoot = 0, *settled = 0;
    for (int t = 1; t <= steps; t++) {
        real g = theta;
        adam_step(&adam, &theta, &g);
        *overshoot = fmax(*overshoot, -theta);
        if (fabs(theta) > 0.05)
            *settled = t + 1;
    }
    adam_free(&adam);
}

static void run_beta1(FILE *facts)
{
    const double beta[2] = {0.9, 0.99};
    const char *name[2] = {"9", "99"};
    for (int k = 0; k < 2; k++) {
        double overshoot;
        int settled;
        swing(beta[k], &overshoot, &settled);
        figure_fact_of(facts, "turn", name[k], "%d", steps_to_turn(beta[k]));
        figure_fact_of(facts, "overshoot", name[k], "%.2f", overshoot);
        figure_fact_of(facts, "settled", name[k], "%d", settled);
    }
}

/* The mean square of the outputs of ten layers of width 256, for normal inputs. */
static double signal_after_ten(uint64_t seed)
{
    enum { layers = 10, width = 256, batch = 64 };
    size_t widths[layers + 1];
    for (size_t i = 0; i <= layers; i++)
        widths[i] = width;
    struct mlp mlp;
    require(mlp_init(&mlp, layers, widths, batch));
    real *theta = allocate(mlp.n, sizeof(real)),
         *x = allocate(batch * width, sizeof(real));
    struct rng rng = rng_seed(seed);
    mlp_init_he(&mlp, theta, &rng);
    for (size_t i = 0; i < batch * width; i++)
        x[i] = (real)rng_normal(&rng);
    const real *y = mlp_forward(&mlp, theta, batch, x);
    double sum = 0;
    for (size_t i = 0; i < batch * width; i++)
        sum += square(y[i]) / (batch * width);
    free(theta), free(x);
    mlp_free(&mlp);
    return sum;
}

/* Mean and standard deviation over networks. */
static void run_signal(FILE *facts)
{
    enum { seeds = 40 };
    double mean = 0, squares = 0;
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        double signal = signal_after_ten(seed);
        mean += signal / seeds;
        squares += square(signal) / seeds;
    }
    double deviation = sqrt((squares - square(mean)) * seeds / (seeds - 1));
    figure_fact(facts, "signal-ten", "%.2f", mean);
    figure_fact(facts, "signal-error", "%.1f", deviation / sqrt(seeds));
    figure_fact(facts, "signal-deviation", "%.1f", deviation);
}

/* What the plain formula and exercise 3.5 make of large logits. */
static void run_logits(FILE *facts)
{
    const real z[2] = {1000, 1003};
    double plain = -log(exp((double)z[0]) / (exp((double)z[0]) + exp((double)z[1])));
    figure_fact(facts, "logits-plain", "%s", isnan(plain) ? "NaN" : "a number");
    figure_fact(facts, "logits-exercise", "%.4f", softmax_cross_entropy(2, z, 0, NULL));
}

/* The gradient of the network against central differences. */
static void run_gradient_check(FILE *facts)
{
    const size_t width[] = {64, 32, 10};
    struct classifier classifier;
    struct dataset train, test;
    require(dataset_load(&train, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    struct dataset few = train;
    few.rows = 20;
    require(classifier_init(&classifier, 2, width, &few, 0));
    struct problem problem = classifier_problem(&classifier);
    real *theta = allocate(problem.n, sizeof(real));
    struct rng rng = rng_seed(1);
    mlp_init_he(&classifier.mlp, theta, &rng);
    figure_fact(facts, "gradient-error", "%.0e", problem_gradient_error(&problem, theta));
    figure_fact(facts, "network-n", "%zu", problem.n);
    free(theta);
    classifier_free(&classifier);
    dataset_free(&train);
    dataset_free(&test);
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    run_eps(facts);
    run_unrolled(facts);
    run_subnormal(facts);
    run_beta1(facts);
    run_signal(facts);
    run_logits(facts);
    run_gradient_check(facts);
}
