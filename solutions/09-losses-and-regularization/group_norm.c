/** @exercise 9.9 Group normalization
 *  @points 20
 *
 *  Group normalization divides the channels of each sample into $G$ groups of neighbors
 *  and normalizes each group over its channels and places, by itself. Gain $\gamma_c$ and
 *  bias $\beta_c$ belong to the channel:
 *
 *  $$ y_{ncs} = \gamma_c\, \frac{x_{ncs} - \mu_{ng}}{\sqrt{v_{ng} + \varepsilon}} +
 *     \beta_c , \quad g = \lfloor c\,G / C \rfloor . $$
 *
 *  With $G = 1$ it is layer normalization, with $G = C$ instance normalization. Write the
 *  forward pass and the backward pass, for every $G$ that divides $C$. The forward pass
 *  hands $\mu$ and $1/\sqrt{v + \varepsilon}$ to the backward one.
 *
 *  @hint A group's numbers are neighbors in memory: how many are they, and where does
 *        group $g$ of sample $n$ begin? Which channel does the $i$-th of them belong to?
 *  @hint Let $M = S\,C/G$ and let set $k = n\,G + g$ begin at $k M$; its $i$-th number is
 *        of channel $(k - n G)\,C/G + \lfloor i/S \rfloor$. Forward: two loops for mean
 *        and variance, one for $y$. Backward: gradients of gain and bias start at 0; for
 *        each set the means of $d\hat x$ and of $d\hat x\,\hat x$ over its $M$ numbers,
 *        with $d\hat x = \gamma_c\,dy$, and $dx$ as in 9.7. Refuse what does not divide
 *        before you write.
 *  @plot sets set mean
 *  @commentary One loop over sets serves all three normalizations, since they differ only
 *  in where a set ends. Batch normalization does not fit: its sets are not contiguous,
 *  and its gradients cross samples. PyTorch's LayerNorm has a gain for every feature and
 *  place, its GroupNorm one for every channel: with G = 1 the two differ in their
 *  parameters, not in what they normalize. */
#include "optim/group_norm.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

// BEGIN SOLUTION
static bool divides(struct norm_shape shape, size_t groups)
{
    return shape.samples && shape.channels && shape.space && groups &&
           shape.channels % groups == 0;
}

/* The channel of number i of set k. */
static size_t channel_of(struct norm_shape shape, size_t groups, size_t k, size_t i)
{
    return k % groups * (shape.channels / groups) + i / shape.space;
}

/* Mean and 1/√(v + ε) of a set. */
static void measure(size_t size, real eps, const real *x, real *mean, real *scale)
{
    real sum = 0, squares = 0;
    for (size_t i = 0; i < size; i++)
        sum += x[i];
    const real m = *mean = sum / (real)size;
    for (size_t i = 0; i < size; i++)
        squares += (x[i] - m) * (x[i] - m);
    *scale = 1 / sqrt(squares / (real)size + eps);
}

/* From dy of set k to its dx; x and dy begin with the set. */
static void set_backward(struct norm_shape shape, size_t groups, size_t k, const real *x,
                         const real *gain, real mean, real scale, const real *dy,
                         real *dx, real *dgain, real *dbias)
{
    const size_t run = shape.space, size = shape.channels / groups * run;
    real s = 0, t = 0;
    for (size_t begin = 0; begin < size; begin += run) {
        const size_t c = channel_of(shape, groups, k, begin);
        real along = 0, sum = 0;
        for (size_t i = begin; i < begin + run; i++) {
            const real normal = (x[i] - mean) * scale, slope = gain[c] * dy[i];
            s += slope / (real)size;
            t += slope * normal / (real)size;
            along += dy[i] * normal;
            sum += dy[i];
        }
        dgain[c] += along;
        dbias[c] += sum;
    }
    for (size_t begin = 0; begin < size; begin += run) {
        const real own = gain[channel_of(shape, groups, k, begin)];
        for (size_t i = begin; i < begin + run; i++)
            dx[i] = scale * (own * dy[i] - s - (x[i] - mean) * scale * t);
    }
}

// END SOLUTION
enum descent_status group_norm_forward(struct norm_shape shape, size_t groups, real eps,
                                       const real *x, const real *gain, const real *bias,
                                       real *mean, real *scale, real *y)
{
    // BEGIN SOLUTION
    if (!divides(shape, groups) || !(eps > 0 && isfinite(eps)))
        return DESCENT_ERANGE;
    const size_t size = shape.channels / groups * shape.space, run = shape.space;
    for (size_t k = 0; k < shape.samples * groups; k++, x += size, y += size) {
        measure(size, eps, x, &mean[k], &scale[k]);
        for (size_t begin = 0; begin < size; begin += run) {
            const size_t c = channel_of(shape, groups, k, begin);
            const real m = mean[k], s = scale[k];
            for (size_t i = begin; i < begin + run; i++)
                y[i] = gain[c] * (x[i] - m) * s + bias[c];
        }
    }
    return DESCENT_OK;
    // END SOLUTION
}

enum descent_status group_norm_backward(struct norm_shape shape, size_t groups,
                                        const real *x, const real *gain, const real *mean,
                                        const real *scale, const real *dy, real *dx,
                                        real *dgain, real *dbias)
{
    // BEGIN SOLUTION
    if (!divides(shape, groups))
        return DESCENT_ERANGE;
    const size_t size = shape.channels / groups * shape.space;
    for (size_t c = 0; c < shape.channels; c++)
        dgain[c] = dbias[c] = 0;
    for (size_t k = 0; k < shape.samples * groups; k++, x += size, dy += size, dx += size)
        set_backward(shape, groups, k, x, gain, mean[k], scale[k], dy, dx, dgain, dbias);
    return DESCENT_OK;
    // END SOLUTION
}
