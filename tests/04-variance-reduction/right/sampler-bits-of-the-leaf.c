/* The leaf's number bit by bit, by sums that are added up on the way. */
#include "optim/sampler.h"

#include <math.h>

enum descent_status sampler_set(struct sampler *sampler, size_t i, real weight)
{
    if (!(i < sampler->m) || !(weight >= 0 && isfinite(weight)))
        return DESCENT_ERANGE;
    size_t k = sampler->leaves + i;
    sampler->node[k] = weight;
    for (; k > 1; k >>= 1)
        sampler->node[k >> 1] = sampler->node[k] + sampler->node[k ^ 1];
    return DESCENT_OK;
}

real sampler_probability(const struct sampler *sampler, size_t i)
{
    const real m = (real)sampler->m, u = sampler->uniform, total = sampler->node[1];
    real by_weight = total > 0 ? sampler->node[sampler->leaves + i] / total : 1 / m;
    return u / m + (1 - u) * by_weight;
}

size_t sampler_draw(const struct sampler *sampler, real r)
{
    const real *node = sampler->node, total = node[1];
    const real v = total > 0 ? sampler->uniform : 1;
    if (r < v) {
        size_t i = (size_t)((real)sampler->m * r / v);
        return i < sampler->m ? i : sampler->m - 1;
    }
    const real aim = (r - v) * total / (1 - v);
    real before = 0;
    size_t k = 1;
    for (size_t width = sampler->leaves; width > 1; width /= 2) {
        const real left = node[2 * k], right = node[2 * k + 1];
        const size_t bit = right > 0 && aim >= before + left;
        before += bit ? left : 0;
        k = 2 * k + bit;
    }
    return k - sampler->leaves;
}

real sampler_weight(const struct sampler *sampler, size_t i)
{
    return 1 / (sampler_probability(sampler, i) * (real)sampler->m);
}
