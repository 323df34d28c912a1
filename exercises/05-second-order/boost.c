/** @exercise 5.7 Newton's method in boosted trees
 *  @points 15
 *
 *  Gradient boosting adds up trees. Each new tree lowers the cost of all samples, taken
 *  to second order: sample i has the first derivative g_i and the second h_i with respect
 *  to the prediction so far. In a leaf the tree has one value w, and with the sums G and
 *  H over the leaf's samples and a penalty λ/2 w^2 it costs
 *
 *      Gw + 1/2 (H + λ) w^2.
 *
 *  Write the best w, and look for the best split of sorted samples into two leaves. A
 *  split pays the difference of the costs before and after, each with its best values,
 *  less the price γ of one more leaf.
 *
 *  Try it:  build/descent grade 5.7
 *  A hint:  build/descent hint 5.7
 */
#include "optim/boost.h"
#include "optim/check.h"
#include "optim/todo.h"

#include <tgmath.h>

real boost_leaf(real g, real h, real lambda)
{
    // TODO 5.7
    todo("5.7");
}

struct boost_split boost_best_split(size_t n, const real *x, const real *g, const real *h,
                                    struct boost_config config)
{
    // TODO 5.7
    todo("5.7");
}
