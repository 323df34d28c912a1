/* normalize.c: batch, layer, instance and group normalization.
 *
 *     x̂ = (x - μ) / √(v + ε)                  μ, v: mean and variance of the set of x
 *
 *     x   activations, samples × channels × space      eps    ε
 *     y   x̂, laid out like x                           mean   μ      scale  1/√(v + ε)
 *
 * Invariant: the sets cover the array, each number once, so that y may be x. */
#include "optim/normalize.h"

#include <tgmath.h>

// [norm-sets]
struct norm_sets norm_over_batch(struct norm_shape shape)
{
    const size_t sample = shape.channels * shape.space;
    return (struct norm_sets){shape.channels, shape.space, shape.samples, shape.space,
                              sample};
}
// [norm-sets]

// [norm-groups]
enum descent_status norm_over_groups(struct norm_shape shape, size_t groups,
                                     struct norm_sets *sets)
{
    if (groups == 0 || shape.channels % groups)
        return DESCENT_ERANGE;
    const size_t group = shape.channels / groups * shape.space;
    *sets = (struct norm_sets){shape.samples * groups, group, 1, group, group};
    return DESCENT_OK;
}
// [norm-groups]

/* Mean of a set, and the mean square of the distances from it. */
static void moments(struct norm_sets sets, const real *x, real *mean, real *variance)
{
    const real size = (real)(sets.runs * sets.run);
    real sum = 0, squares = 0;
    for (size_t r = 0; r < sets.runs; r++)
        for (size_t i = 0; i < sets.run; i++)
            sum += x[r * sets.stride + i];
    *mean = sum / size;
    for (size_t r = 0; r < sets.runs; r++)
        for (size_t i = 0; i < sets.run; i++) {
            const real off = x[r * sets.stride + i] - *mean;
            squares += off * off;
        }
    *variance = squares / size;
}

// [normalize]
enum descent_status normalize(struct norm_sets sets, real eps, const real *x, real *mean,
                              real *scale, real *y)
{
    if (!(eps > 0 && isfinite(eps)))
        return DESCENT_ERANGE;
    for (size_t k = 0; k < sets.count; k++, x += sets.first, y += sets.first) {
        real variance;
        moments(sets, x, &mean[k], &variance);
        scale[k] = 1 / sqrt(variance + eps);
        for (size_t r = 0; r < sets.runs; r++)
            for (size_t i = r * sets.stride; i < r * sets.stride + sets.run; i++)
                y[i] = (x[i] - mean[k]) * scale[k];
    }
    return DESCENT_OK;
}
// [normalize]
