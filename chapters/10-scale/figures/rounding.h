/* rounding.h: numbers of 16 bits in the place of others, and what that costs. */
#ifndef DESCENT_FIGURES_SCALE_ROUNDING_H
#define DESCENT_FIGURES_SCALE_ROUNDING_H

#include "lab/rng.h"
#include "optim/half.h"
#include "optim/real.h"

#include <math.h>

/* What numbers are rounded to. */
enum format { PLAIN, BF16, FP16 };

static inline real rounded(enum format format, real x)
{
    if (format == BF16)
        return bf16_to_float(bf16_from_float((float)x));
    return format == FP16 ? fp16_to_float(fp16_from_float((float)x)) : x;
}

/* Sizes from 10^-10 to 10^8, ten to a decade. */
enum { FORMAT_BINS = 180 };

static inline double format_size(size_t bin)
{
    return pow(10, -10 + (double)bin / 10);
}

/* The mean over numbers from a size to a tenth of a decade above it, which are multiplied
 * by a scale before they are rounded, and divided after it. NaN if one becomes
 * infinite. */
static inline double format_error(enum format format, double scale, double from,
                                  size_t drawn, struct rng *rng)
{
    double sum = 0;
    for (size_t i = 0; i < drawn; i++) {
        const float x = (float)(from * pow(10, 0.1 * rng_uniform(rng)));
        const double back = (double)rounded(format, (real)(scale * (double)x)) / scale;
        if (!isfinite(back))
            return NAN;
        sum += fabs(back - (double)x) / (double)x;
    }
    return sum / (double)drawn;
}

#endif
