/** @exercise 12.3 A Halton point in a search space
 *  @points 10
 *
 *  A few trials have to cover a search space. A grid of 25 points tries 5 learning rates;
 *  random points leave holes. The Halton sequence has neither fault: number j of point i
 *  is the radical inverse of i in the base of the j-th prime. The radical inverse mirrors
 *  the digits at the point: i = Σ_k d_k b^k becomes u = Σ_k d_k b^(-k-1). So 1, 2, 3, 4
 *  become 0.1, 0.01, 0.11, 0.001 in base 2. Then stretch each u over its range, on a
 *  linear scale or on a logarithmic one.
 *
 *  Try it:  build/descent grade 12.3
 *  A hint:  build/descent hint 12.3
 */
#include "optim/halton.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

real radical_inverse(size_t base, size_t index)
{
    // TODO 12.3
    todo("12.3");
}

enum descent_status halton_point(size_t dims, const struct search_range *range,
                                 size_t index, real *point)
{
    // TODO 12.3
    todo("12.3");
}
