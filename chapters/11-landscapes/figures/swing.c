/* swing.c: from beside one and the same minimum, with a rate that can stay there and with
 * one that cannot. */
#include "swing.h"
#include "shared.h"

enum { RATES = 2 };
static const double rates[RATES] = {0.05, 0.1};
static const char *const keys[RATES] = {"05", "1"};

void experiment(const char *directory, FILE *facts)
{
    static double x[RATES][SWING_STEPS + 1], y[RATES][SWING_STEPS + 1],
        top[RATES][SWING_STEPS + 1];
    FILE *file = figure_open(directory, "swing.dat");
    fprintf(file, "# step; x, y and sharpness, for each rate\n");
    for (size_t r = 0; r < RATES; r++) {
        swing(rates[r], 0.25, 5, x[r], y[r], top[r]);
        figure_fact_of(facts, "swing-end", keys[r], "%.1f", top[r][SWING_STEPS]);
    }
    for (size_t t = 0; t <= SWING_STEPS; t++) {
        fprintf(file, "%zu", t);
        for (size_t r = 0; r < RATES; r++)
            fprintf(file, " %.5g %.5g %.5g", x[r][t], y[r][t], top[r][t]);
        fprintf(file, "\n");
    }
    figure_close(file);
}
