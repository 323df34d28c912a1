/* The tree by recursion, from the root. */
#include "optim/sampler.h"

#include <math.h>

static real sum_up(real *node, size_t k)
{
    return node[k] = node[2 * k] + node[2 * k + 1];
}

enum descent_status sampler_set(struct sampler *sampler, size_t i, real weight)
{
    if (i >= sampler->m || !isfinite(weight) || weight < 0)
        return DESCENT_ERANGE;
    sampler->node[sampler->leaves + i] = weight;
    for (size_t k = (sampler->leaves + i) / 2; k >= 1; k /= 2)
        sum_up(sampler->node, k);
    return DESCENT_OK;
}

static size_t find(const struct sampler *sampler, size_t k, real s)
{
    const real *left = sampler->node + 2 * k;
    if (k >= sampler->leaves)
        return k - sampler->leaves;
    if (left[1] == 0 || s < left[0])
        return find(sampler, 2 * k, s);
    return find(sampler, 2 * k + 1, s - left[0]);
}

real sampler_probability(const struct sampler *sampler, size_t i)
{
    const real total = sampler->node[1], m = (real)sampler->m;
    if (total == 0)
        return 1 / m;
    real share = sampler->node[sampler->leaves + i] / total;
    return share + sampler->uniform * (1 / m - share);
}

size_t sampler_draw(const struct sampler *sampler, real r)
{
    const real total = sampler->node[1], u = sampler->uniform;
    if (total == 0 || r < u) {
        size_t i = (size_t)(r / (total == 0 ? 1 : u) * (real)sampler->m);
        return i >= sampler->m ? sampler->m - 1 : i;
    }
    return find(sampler, 1, total * ((r - u) / (1 - u)));
}

real sampler_weight(const struct sampler *sampler, size_t i)
{
    const real p = sampler_probability(sampler, i);
    return p > 0 ? 1 / p / (real)sampler->m : (real)INFINITY;
}
