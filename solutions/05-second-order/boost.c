/** @exercise 5.7 Newton's method in boosted trees
 *  @points 15
 *
 *  Gradient boosting adds up trees. Each new tree lowers the cost of all samples, taken
 *  to second order: sample $i$ has the first derivative $g_i$ and the second $h_i$ with
 *  respect to the prediction so far. In a leaf the tree has one value $w$, and with the
 *  sums $G$ and $H$ over the leaf's samples and a penalty $\frac{\lambda}{2} w^2$ it
 *  costs
 *
 *  $$ G w + \frac12 (H + \lambda)\, w^2 . $$
 *
 *  Write the best $w$, and look for the best split of sorted samples into two leaves. A
 *  split pays the difference of the costs before and after, each with its best values,
 *  less the price $\gamma$ of one more leaf.
 *
 *  @hint Put the best $w$ back into the cost of the leaf. What is left? Which sign has
 *        it, and which factor?
 *  @hint Sum up G and H over all samples. Go through the samples once, with the sums of
 *        the left side; the right side is the rest. Look at a split after sample i only
 *        if x[i] < x[i + 1].
 *  @plot scan t threshold
 *  @commentary This is Newton's step in function space, one number a leaf. With squared
 *  error $h = 1$, and the leaf value is the mean of the residuals, shrunk. */
#include "optim/boost.h"
#include "optim/check.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
/* Sums of first and second derivatives. */
struct sums {
    real g, h;
};

/* Twice what a leaf with its best value takes off the cost. */
static real score(struct sums leaf, real lambda)
{
    return leaf.h + lambda > 0 ? leaf.g * leaf.g / (leaf.h + lambda) : 0;
}

static bool is_valid(size_t n, const real *x, const real *g, const real *h,
                     struct boost_config config)
{
    if (!is_nonnegative(config.lambda) || !is_nonnegative(config.gamma) ||
        !is_nonnegative(config.least))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!isfinite(x[i]) || !isfinite(g[i]) || !is_nonnegative(h[i]) ||
            (i > 0 && x[i] < x[i - 1]))
            return false;
    return true;
}

static real halfway(real left, real right)
{
    const real middle = left / 2 + right / 2;
    return middle > left ? middle : right;
}
// END SOLUTION

real boost_leaf(real g, real h, real lambda)
{
    // BEGIN SOLUTION
    if (!isfinite(g) || !is_nonnegative(h) || !is_nonnegative(lambda))
        return (real)NAN;
    return h + lambda > 0 ? -g / (h + lambda) : 0;
    // END SOLUTION
}

struct boost_split boost_best_split(size_t n, const real *x, const real *g, const real *h,
                                    struct boost_config config)
{
    // BEGIN SOLUTION
    struct boost_split best = {.threshold = (real)NAN};
    struct sums all = {0}, left = {0};
    if (!is_valid(n, x, g, h, config)) {
        best.gain = (real)NAN;
        return best;
    }
    for (size_t i = 0; i < n; i++) {
        all.g += g[i];
        all.h += h[i];
    }
    for (size_t i = 0; i + 1 < n; i++) {
        left.g += g[i];
        left.h += h[i];
        const struct sums right = {all.g - left.g, all.h - left.h};
        if (!(x[i] < x[i + 1]) || left.h < config.least || right.h < config.least)
            continue;
        const real gain = (score(left, config.lambda) + score(right, config.lambda) -
                           score(all, config.lambda)) /
                              2 -
                          config.gamma;
        if (gain > best.gain)
            best = (struct boost_split){true, i + 1, halfway(x[i], x[i + 1]), gain};
    }
    return best;
    // END SOLUTION
}
