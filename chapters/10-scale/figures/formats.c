/* formats.c: the relative error of rounding to 16 bits, by the size of the number. */
#include "shared.h"

enum { DRAWN = 2000 };

static double relative_error(enum format format, double from, struct rng *rng)
{
    return format_error(format, 1, from, DRAWN, rng);
}

void experiment(const char *directory, FILE *facts)
{
    struct rng rng = rng_seed(FIRST_SEED);
    FILE *file = figure_open(directory, "formats.dat");
    fprintf(file, "# size, mean relative error of fp16, of bf16\n");
    for (size_t bin = 0; bin < FORMAT_BINS; bin++) {
        const double fp16 = relative_error(FP16, format_size(bin), &rng);
        const double bf16 = relative_error(BF16, format_size(bin), &rng);
        fprintf(file, "%.6g %.6g %.6g\n", format_size(bin) * pow(10, 0.05), fp16, bf16);
    }
    figure_close(file);
    figure_fact(facts, "error-fp16", "%.1e", relative_error(FP16, 1, &rng));
    figure_fact(facts, "error-bf16", "%.1e", relative_error(BF16, 1, &rng));
    figure_fact(facts, "largest-fp16", "%.0f", (double)fp16_to_float(0x7bff));
    figure_fact(facts, "smallest-fp16", "%.1e", (double)fp16_to_float(1));
    figure_fact(facts, "normal-fp16", "%.1e", (double)fp16_to_float(0x0400));
    figure_fact(facts, "largest-bf16", "%.1e", (double)bf16_to_float(0x7f7f));
    figure_fact(facts, "smallest-bf16", "%.1e", (double)bf16_to_float(1));
    figure_fact(facts, "normal-bf16", "%.1e", (double)bf16_to_float(0x0080));
    /* Adding 1 in bf16 until nothing changes. */
    float sum = 0, before = -1;
    for (; sum > before; sum = bf16_to_float(bf16_from_float(sum + 1)))
        before = sum;
    figure_fact(facts, "counts-to", "%.0f", (double)sum);
}
