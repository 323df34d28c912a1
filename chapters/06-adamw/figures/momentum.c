/* momentum.c: a penalty that goes through the velocity. */
#include "optim/heavy_ball.h"
#include "optim/l2_momentum.h"
#include "shared.h"

/* Where the parameter of run_momentum() changes its sign, and how far it swings. */
static void write_swing(FILE *facts, int steps, const double *left)
{
    int crossing = 0, trough = 0;
    for (int t = 1; t <= steps; t++) {
        if (!crossing && left[t] < 0)
            crossing = t;
        if (left[t] < left[trough])
            trough = t;
    }
    figure_fact(facts, "swing-crossing", "%d", crossing);
    figure_fact(facts, "swing-trough", "%d", trough);
    figure_fact(facts, "swing-lowest", "%.2f", left[trough]);
    figure_fact(facts, "swing-limit", "%.4f", square(1 - sqrt(0.9)));
    figure_fact(facts, "pull-first", "%.0f", 100 * (1 - 0.9));
    figure_fact(facts, "pull-ten", "%.0f", 100 * (1 - pow(0.9, 10)));
}

/* A parameter whose only gradient is the penalty's, under momentum; and one that decays
 * by as much in the long run, apart from the velocity. */
static void run_momentum(const char *directory, FILE *facts)
{
    enum { steps = 120 };
    const real lr = (real)0.1, beta = (real)0.9, l2 = (real)0.2;
    const real decay = l2 / (1 - beta);
    struct heavy_ball ball;
    struct sgdw sgdw;
    require(heavy_ball_init(
        &ball, 1, (struct heavy_ball_config){lr, beta, 0, l2, MOMENTUM_LR_OUTSIDE}));
    require(sgdw_init(&sgdw, 1, (struct sgdw_config){lr, beta, decay, DECAY_TIMES_LR}));
    real penalized = 1, decayed = 1, g = 0;
    double left[steps + 1], error = 0;
    FILE *file = figure_open(directory, "momentum.dat");
    fprintf(file, "# t penalty closed-form sgdw\n");
    for (int t = 0; t <= steps; t++) {
        if (t > 0) {
            heavy_ball_step(&ball, &penalized, &g);
            sgdw_step(&sgdw, &decayed, &g);
        }
        real closed = l2_momentum_left(lr, beta, l2, (uint64_t)t);
        left[t] = (double)penalized;
        error = fmax(error, fabs((double)(closed - penalized)));
        fprintf(file, "%d %.6g %.6g %.6g\n", t, penalized, closed, decayed);
    }
    figure_close(file);
    write_swing(facts, steps, left);
    figure_fact(facts, "swing-error", "%.0e", error);
    heavy_ball_free(&ball);
    sgdw_free(&sgdw);
}

void experiment(const char *directory, FILE *facts)
{
    run_momentum(directory, facts);
}
