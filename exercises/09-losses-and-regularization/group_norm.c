/** @exercise 9.9 Group normalization
 *  @points 20
 *
 *  Group normalization divides the channels of each sample into G groups of neighbors and
 *  normalizes each group over its channels and places, by itself. Gain γ_c and bias β_c
 *  belong to the channel:
 *
 *      y_ncs = γ_c (x_ncs - μ_ng)/√(v_ng + ε) + β_c,
 *      g = ⌊c G/C⌋.
 *
 *  With G = 1 it is layer normalization, with G = C instance normalization. Write the
 *  forward pass and the backward pass, for every G that divides C. The forward pass hands
 *  μ and 1/√(v + ε) to the backward one.
 *
 *  Try it:  build/descent grade 9.9
 *  A hint:  build/descent hint 9.9
 */
#include "optim/group_norm.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

enum descent_status group_norm_forward(struct norm_shape shape, size_t groups, real eps,
                                       const real *x, const real *gain, const real *bias,
                                       real *mean, real *scale, real *y)
{
    // TODO 9.9
    todo("9.9");
}

enum descent_status group_norm_backward(struct norm_shape shape, size_t groups,
                                        const real *x, const real *gain, const real *mean,
                                        const real *scale, const real *dy, real *dx,
                                        real *dgain, real *dbias)
{
    // TODO 9.9
    todo("9.9");
}
