/** @exercise 4.6 Drawing by weight
 *  @points 15
 *
 *  Samples with a large L_i should be drawn more often. Write a sampler that draws sample
 *  i with the probability
 *
 *      p_i = u/m + (1 - u) w_i/(Σ_j w_j),
 *
 *  a mixture of uniform draws and draws by weight. The weights change while it is in use,
 *  so neither a draw nor a change may take more than O(log m) operations: keep their sums
 *  in a binary tree. The header says where each node stands. A draw gets a uniform random
 *  number 0 ≤ r < 1 and uses it once.
 *
 *  An average of f_i over such draws is not the mean of all f_i. With the factor
 *  1/(m p_i) it is, on average: write that, too.
 *
 *  Try it:  build/descent grade 4.6
 *  A hint:  build/descent hint 4.6
 */
#include "optim/sampler.h"
#include "optim/todo.h"

#include <tgmath.h>

enum descent_status sampler_set(struct sampler *sampler, size_t i, real weight)
{
    // TODO 4.6
    todo("4.6");
}

real sampler_probability(const struct sampler *sampler, size_t i)
{
    // TODO 4.6
    todo("4.6");
}

size_t sampler_draw(const struct sampler *sampler, real r)
{
    // TODO 4.6
    todo("4.6");
}

real sampler_weight(const struct sampler *sampler, size_t i)
{
    // TODO 4.6
    todo("4.6");
}
