/* maps.c: the relative error of a byte with equal steps and with the dynamic map, by the
 * size of the number as a share of the scale. */
#include "optim/block_quant.h"
#include "shared.h"

enum { BINS = 80, DRAWN = 2000 };

static double relative_error(const real *map, double from, struct rng *rng)
{
    real x[DRAWN + 1], back[DRAWN + 1], scale;
    uint8_t code[DRAWN + 1];
    double sum = 0;
    x[DRAWN] = 1; /* the largest of the block */
    for (size_t i = 0; i < DRAWN; i++)
        x[i] = (real)(from * pow(10, 0.1 * rng_uniform(rng)));
    block_quantize(map, DRAWN + 1, DRAWN + 1, x, code, &scale);
    block_dequantize(map, DRAWN + 1, DRAWN + 1, code, &scale, back);
    for (size_t i = 0; i < DRAWN; i++)
        sum += fabs((double)(back[i] - x[i])) / (double)x[i];
    return sum / DRAWN;
}

void experiment(const char *directory, FILE *facts)
{
    static const char *const names[4] = {"linear", "dynamic", "linear-unsigned",
                                         "dynamic-unsigned"};
    real map[4][QUANT_CODES];
    struct rng rng = rng_seed(FIRST_SEED);
    for (size_t k = 0; k < 2; k++) {
        quant_map_linear(map[2 * k], k == 0);
        quant_map_dynamic(map[2 * k + 1], k == 0);
    }
    FILE *file = figure_open(directory, "maps.dat");
    fprintf(file,
            "# share of the scale; relative error: linear, dynamic; without sign\n");
    for (size_t bin = 0; bin < BINS; bin++) {
        const double size = pow(10, -8 + (double)bin / 10);
        fprintf(file, "%.6g", size * pow(10, 0.05));
        for (size_t k = 0; k < 4; k++)
            fprintf(file, " %.6g", relative_error(map[k], size, &rng));
        fprintf(file, "\n");
    }
    figure_close(file);
    for (size_t k = 0; k < 4; k++) {
        const double large = 100 * relative_error(map[k], 0.5, &rng);
        const double small = 100 * relative_error(map[k], 1e-3, &rng);
        if (k < 2)
            figure_fact_of(facts, "map-large", names[k], "%.2g", large);
        if (k != 2)
            figure_fact_of(facts, "map-small", names[k], "%.2g", small);
    }
    size_t below = 0;
    for (size_t i = 0; i < QUANT_CODES; i++)
        below += map[1][i] > 0 && map[1][i] < (real)0.1;
    figure_fact(facts, "map-codes-small", "%zu", below);
    figure_fact(facts, "map-least", "%.1e", (double)map[3][1]);
}
