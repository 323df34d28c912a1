/* group_norm-by-normalize.c: the forward pass by the library's function; backward is the
 * solution's. */
#include "optim/group_norm.h"

enum descent_status group_norm_forward(struct norm_shape shape, size_t groups, real eps,
                                       const real *x, const real *gain, const real *bias,
                                       real *mean, real *scale, real *y)
{
    struct norm_sets sets;
    if (shape.samples * shape.channels * shape.space == 0 ||
        norm_over_groups(shape, groups, &sets) || normalize(sets, eps, x, mean, scale, y))
        return DESCENT_ERANGE;
    for (size_t n = 0; n < shape.samples; n++)
        for (size_t c = 0; c < shape.channels; c++)
            for (size_t s = 0; s < shape.space; s++, y++)
                *y = *y * gain[c] + bias[c];
    return DESCENT_OK;
}
