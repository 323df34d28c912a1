/** @exercise 11.2 Filter normalization
 *  @points 10
 *
 *  A step of length 1 is far for a network with small weights and near for one with large
 *  ones, although both may compute the same function. So a picture of the cost along a
 *  random direction d says little until d is measured in the network's own units: for
 *  each unit i of each layer, with incoming weights w_i (a filter),
 *
 *      d_i ← ‖w_i‖/‖d_i‖ d_i.
 *
 *  Biases, and the parameters of normalizations, are left alone: there the direction is
 *  0.
 *
 *  Try it:  build/descent grade 11.2
 *  A hint:  build/descent hint 11.2
 */
#include "optim/filter_normalize.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/todo.h"

enum descent_status filter_normalize(size_t parts, const struct filter_part *part,
                                     const real *theta, real *d)
{
    // TODO 11.2
    todo("11.2");
}
