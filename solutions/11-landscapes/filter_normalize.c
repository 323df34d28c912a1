/** @exercise 11.2 Filter normalization
 *  @points 10
 *
 *  A step of length 1 is far for a network with small weights and near for one with
 *  large ones, although both may compute the same function. So a picture of the cost
 *  along a random direction $d$ says little until $d$ is measured in the network's own
 *  units: for each unit $i$ of each layer, with incoming weights $w_i$ (a *filter*),
 *
 *  $$ d_i \leftarrow \frac{\lVert w_i\rVert}{\lVert d_i\rVert}\, d_i . $$
 *
 *  Biases, and the parameters of normalizations, are left alone: there the direction is
 *  0.
 *
 *  @hint What is one filter in memory: a row or a column of the layer's matrix? What do
 *        you do with a filter of $d$ that is 0?
 *  @hint A loop over parts, in it one over filters, with a position that moves on by
 *        `size` each time. Divide each number of $d$ by $\lVert d_i\rVert$ first and
 *        multiply by $\lVert w_i\rVert$ then: the quotient of the two norms may
 *        overflow where the result does not. Look for NaN before you write anything.
 *  @plot lengths filter length
 *  @commentary The authors' program adds 1e-10 to the norm of $d_i$, which turns the
 *  division by 0 into 0 and is wrong for directions of that size. Filter normalization
 *  takes out the scale of each unit. It does not take out every symmetry: in a linear
 *  network the hidden units can be rotated, which changes the lengths of the filters
 *  and not the function. */
#include "optim/filter_normalize.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/todo.h"

// BEGIN SOLUTION
/* d ← ‖w‖ d / ‖d‖. */
static void rescale(size_t size, const real *w, real *d)
{
    const real length = blas_norm(size, w), old = blas_norm(size, d);
    for (size_t i = 0; old > 0 && i < size; i++)
        d[i] = d[i] / old * length;
}

// END SOLUTION
enum descent_status filter_normalize(size_t parts, const struct filter_part *part,
                                     const real *theta, real *d)
{
    // BEGIN SOLUTION
    size_t at = 0;
    for (size_t p = 0; p < parts; p++) {
        const size_t count = part[p].filters * part[p].size;
        if (!part[p].fixed &&
            (!all_finite(count, theta + at) || !all_finite(count, d + at)))
            return DESCENT_ENAN;
        at += count;
    }
    for (size_t p = 0; p < parts; p++)
        for (size_t f = 0; f < part[p].filters; f++) {
            for (size_t i = 0; part[p].fixed && i < part[p].size; i++)
                d[i] = 0;
            if (!part[p].fixed)
                rescale(part[p].size, theta, d);
            theta += part[p].size;
            d += part[p].size;
        }
    return DESCENT_OK;
    // END SOLUTION
}
