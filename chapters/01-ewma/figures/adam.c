/* adam.c: the first steps of Adam, momentum and RMSProp. */
#include "shared.h"

/* The size of Adam's step over the learning rate for a constant gradient of 1, with both
 * moments corrected, neither, or one of them. */
static void run_adam(const char *directory, FILE *facts)
{
    enum { steps = 10000 };
    struct ewma m = new_ewma(0.9, EWMA_START_ZERO, 1);
    struct ewma v = new_ewma(0.999, EWMA_START_ZERO, 1);
    struct ewma_corrected m_hat = new_corrected(0.9), v_hat = new_corrected(0.999);
    double peak = 0;
    int peak_at = 0, settled = 0;
    FILE *file = figure_open(directory, "adam.dat");
    fprintf(file, "# t both neither first second\n");
    for (int t = 1; t <= steps; t++) {
        ewma_update(&m, 1);
        ewma_update(&v, 1);
        ewma_corrected_update(&m_hat, 1);
        ewma_corrected_update(&v_hat, 1);
        double first = ewma_corrected_value(&m_hat),
               second = ewma_corrected_value(&v_hat);
        double neither = ewma_value(&m) / sqrt(ewma_value(&v));
        double only_first = first / sqrt(ewma_value(&v));
        double only_second = ewma_value(&m) / sqrt(second);
        fprintf(file, "%d %.6g %.6g %.6g %.6g\n", t, first / sqrt(second), neither,
                only_first, only_second);
        if (t == 1) {
            figure_fact(facts, "adam-neither-1", "%.2f", neither);
            figure_fact(facts, "adam-first-1", "%.1f", only_first);
            figure_fact(facts, "adam-second-1", "%.2f", only_second);
        }
        if (neither > peak) {
            peak = neither;
            peak_at = t;
        }
        if (neither > 1.05)
            settled = t + 1;
    }
    figure_close(file);
    figure_fact(facts, "adam-peak", "%.1f", peak);
    figure_fact(facts, "adam-peak-step", "%d", peak_at);
    figure_fact(facts, "adam-settled", "%d", settled);
}

/* The step at which a momentum of 0.9 has 95 % of its full size, in a constant
 * gradient. */
static void run_momentum(FILE *facts)
{
    struct ewma v = new_ewma(0.9, EWMA_START_ZERO, 1);
    int t = 0;
    for (; ewma_value(&v) < 0.95; t++)
        ewma_update(&v, 1);
    figure_fact(facts, "momentum-settled", "%d", t);
}

/* The first step of RMSProp over the learning rate, with λ = 0.99 for the squares. */
static void run_rmsprop(FILE *facts)
{
    struct ewma squares = new_ewma(0.99, EWMA_START_ZERO, 1);
    ewma_update(&squares, 1);
    figure_fact(facts, "rmsprop-1", "%.0f", 1 / sqrt(ewma_value(&squares)));
}

void experiment(const char *directory, FILE *facts)
{
    run_adam(directory, facts);
    run_momentum(facts);
    run_rmsprop(facts);
}
