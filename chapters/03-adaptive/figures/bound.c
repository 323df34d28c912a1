/* bound.c: the length of Adam's steps. */
#include "lab/rng.h"
#include "optim/adam.h"
#include "shared.h"

enum { bound_event = 5000, bound_last = 5060, bound_first = 4940 };

/* The gradient of step t in one of four series; in two of them nothing comes after the
 * event. */
static double bound_gradient(int series, int t, struct rng *rng)
{
    switch (series) {
    case 0:
        return 1;
    case 1:
        return rng_normal(rng);
    case 2:
        return t == bound_event;
    default:
        return t > bound_event ? 0 : fmax(pow(0.999 / 0.9, t - bound_event), 1e-12);
    }
}

/* |Δθ| / η of Adam, whose ε is too small to matter, on one series of gradients. */
static void run_bound_series(int series, double size[bound_last + 1])
{
    struct rng rng = rng_seed(1);
    struct adam_config config = adam_defaults();
    config.lr = 1, config.eps = (real)1e-30;
    struct adam adam;
    require(adam_init(&adam, 1, config));
    for (int t = 1; t <= bound_last; t++) {
        real theta = 0, g = (real)bound_gradient(series, t, &rng);
        adam_step(&adam, &theta, &g);
        size[t] = fabs(theta);
    }
    adam_free(&adam);
}

/* The lengths of the steps, and the bound. */
static void run_bound(const char *directory, FILE *facts)
{
    static double size[4][bound_last + 1];
    const double bound = 0.1 / sqrt(0.001) / sqrt(1 - 0.81 / 0.999);
    double squares = 0;
    for (int k = 0; k < 4; k++)
        run_bound_series(k, size[k]);
    for (int t = 1001; t <= bound_last; t++)
        squares += square(size[1][t]) / (bound_last - 1000);
    FILE *file = figure_open(directory, "bound.dat");
    fprintf(file, "# t-event constant noise spike growing bound\n");
    for (int t = bound_first; t <= bound_last; t++)
        fprintf(file, "%d %.5g %.5g %.5g %.5g %.5g\n", t - bound_event, size[0][t],
                size[1][t], size[2][t], size[3][t], bound);
    figure_close(file);
    figure_fact(facts, "bound-spike", "%.2f", size[2][bound_event]);
    figure_fact(facts, "bound-growing", "%.2f", size[3][bound_event]);
    figure_fact(facts, "bound-noise", "%.2f", sqrt(squares));
    figure_fact(facts, "bound-limit", "%.2f", bound);
    figure_fact(facts, "bound-factor", "%.2f", 0.999 / 0.9);
}

void experiment(const char *directory, FILE *facts)
{
    run_bound(directory, facts);
}
