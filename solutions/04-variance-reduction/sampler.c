/** @exercise 4.6 Drawing by weight
 *  @points 15
 *
 *  Samples with a large $L_i$ should be drawn more often. Write a sampler that draws
 *  sample $i$ with the probability
 *
 *  $$ p_i = \frac um + (1 - u) \frac{w_i}{\sum_j w_j} , $$
 *
 *  a mixture of uniform draws and draws by weight. The weights change while it is in use,
 *  so neither a draw nor a change may take more than $O(\log m)$ operations: keep their
 *  sums in a binary tree. The header says where each node stands. A draw gets a uniform
 *  random number $0 \le r < 1$ and uses it once.
 *
 *  An average of $f_i$ over such draws is not the mean of all $f_i$. With the factor
 *  $1/(m p_i)$ it is, on average: write that, too.
 *
 *  @hint Draw: what is the sum of the weights in the left half of the samples? If the
 *        number is below it, the sample is there; if not, what number do you look for in
 *        the right half?
 *  @hint Set: write the leaf, then for its parent and up to the root add the two
 *        children. Draw: below u it is a uniform draw. Else start with (r - u) / (1 - u)
 *        times the root at node 1; at node k go to 2k if the number is below node[2k], or
 *        if node[2k + 1] is 0; otherwise take node[2k] off and go to 2k + 1. Stop at a
 *        leaf.
 *  @plot draws r sample
 *  @commentary Adding each change to the sums above, as a Fenwick tree does, is as fast,
 *  but its sums keep the rounding errors of all weights that have ever been there: set a
 *  weight to $10^{20}$ and back, and the others are gone. */
#include "optim/sampler.h"
#include "optim/todo.h"

#include <tgmath.h>

enum descent_status sampler_set(struct sampler *sampler, size_t i, real weight)
{
    // BEGIN SOLUTION
    real *node = sampler->node;
    if (i >= sampler->m || !(weight >= 0 && isfinite(weight)))
        return DESCENT_ERANGE;
    size_t k = sampler->leaves + i;
    node[k] = weight;
    while (k > 1) {
        k /= 2;
        node[k] = node[2 * k] + node[2 * k + 1];
    }
    return DESCENT_OK;
    // END SOLUTION
}

real sampler_probability(const struct sampler *sampler, size_t i)
{
    // BEGIN SOLUTION
    const real *node = sampler->node, even = 1 / (real)sampler->m, u = sampler->uniform;
    if (!(node[1] > 0))
        return even;
    return u * even + (1 - u) * (node[sampler->leaves + i] / node[1]);
    // END SOLUTION
}

size_t sampler_draw(const struct sampler *sampler, real r)
{
    // BEGIN SOLUTION
    const real *node = sampler->node, v = node[1] > 0 ? sampler->uniform : 1;
    if (r < v) {
        size_t i = (size_t)((real)sampler->m * (r / v));
        return i < sampler->m ? i : sampler->m - 1;
    }
    real rest = (r - v) / (1 - v) * node[1];
    size_t k = 1;
    while (k < sampler->leaves) {
        k *= 2;
        if (rest >= node[k] && node[k + 1] > 0) {
            rest -= node[k];
            k++;
        }
    }
    return k - sampler->leaves;
    // END SOLUTION
}

real sampler_weight(const struct sampler *sampler, size_t i)
{
    // BEGIN SOLUTION
    return 1 / ((real)sampler->m * sampler_probability(sampler, i));
    // END SOLUTION
}
