/** @exercise 8.4 Clipping by the global norm
 *  @points 15
 *
 *  On a cliff of the cost, one gradient can be a million times as long as all the others
 *  and undo a day of training. Clipping shortens it:
 *
 *  $$ g \leftarrow g \cdot \min\left(1, \frac{c}{\lVert g \rVert}\right). $$
 *
 *  The norm is that of all tensors together. With a norm for each tensor, the long ones
 *  are shortened and the others not, and what is left points elsewhere.
 *
 *  Write the norm and the clipping. Gradients that need clipping are those that are not
 *  of a usual size, so squares overflow just when it matters: the norm of $(10^{200},
 *  10^{200})$ is $1.4 \cdot 10^{200}$, and not infinite. Do not divide 0 by 0, and do not
 *  hide a NaN by multiplying it with 0.
 *
 *  @hint The norm of $g$ is $s$ times the norm of $g/s$, for every $s$. Which $s$ makes
 *        all squares harmless? When is that $s$ no help? What is NaN compared with the
 *        largest number so far?
 *  @hint Go through the numbers twice. First the largest size $s$; a NaN ends this at
 *        once, because comparisons pass over it. If $s$ is 0 or infinite you are done.
 *        Then $r$, the root of the sum of the squares of $g/s$. The norm is $sr$, which
 *        may overflow although nothing is wrong. So do not use it for clipping: scale
 *        $g/s$ by $c/(r + \text{slack}/s)$.
 *  @plot lengths given left
 *  @commentary That the numbers are scaled by $s$ first costs a division for each, twice.
 *  BLAS's `nrm2` does the same. PyTorch adds $10^{-6}$ to the norm instead of asking for
 *  0, so that what is clipped is a little shorter than asked for; optax compares. PyTorch
 *  lets infinities through unless `error_if_nonfinite` is set: then $c/\infty = 0$, every
 *  finite number becomes 0 and every infinite one NaN. */
#include "optim/clip.h"
#include "optim/largest.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
/* The largest size of a number; NaN if one is NaN. */
static real largest(size_t count, const struct clip_part *part)
{
    real size = 0;
    for (size_t k = 0; k < count; k++) {
        const real own = largest_size_of(part[k].n, part[k].g);
        size = own > size || isnan(own) ? own : size;
    }
    return size;
}

/* ‖g / unit‖ */
static real norm_in(real unit, size_t count, const struct clip_part *part)
{
    real sum = 0;
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < part[k].n; i++) {
            real x = part[k].g[i] / unit;
            sum += x * x;
        }
    return sqrt(sum);
}

// END SOLUTION
real clip_norm(size_t count, const struct clip_part *part)
{
    // BEGIN SOLUTION
    const real unit = largest(count, part);
    return unit > 0 && isfinite(unit) ? unit * norm_in(unit, count, part) : unit;
    // END SOLUTION
}

enum descent_status clip_global(size_t count, const struct clip_part *part, real most,
                                real slack, real *norm)
{
    // BEGIN SOLUTION
    if (!(most >= 0) || !(slack >= 0) || isinf(slack))
        return DESCENT_ERANGE;
    const real unit = largest(count, part);
    const real inner = unit > 0 && isfinite(unit) ? norm_in(unit, count, part) : 1;
    if (norm)
        *norm = unit * inner;
    if (!isfinite(unit))
        return DESCENT_ENAN;
    if (unit == 0 || unit * inner + slack <= most)
        return DESCENT_OK;
    const real left = most / (inner + slack / unit);
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < part[k].n; i++)
            part[k].g[i] = part[k].g[i] / unit * left;
    return DESCENT_OK;
    // END SOLUTION
}
