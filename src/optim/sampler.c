/* sampler.c: the memory of the weighted sampler; what it does is exercise 4.6.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/sampler.h"
#include "optim/zeros.h"

#include <stdlib.h>

enum descent_status sampler_init(struct sampler *sampler, size_t m, real uniform)
{
    *sampler = (struct sampler){.m = m, .leaves = 1, .uniform = uniform};
    if (m == 0 || !(uniform >= 0 && uniform <= 1))
        return DESCENT_ERANGE;
    while (sampler->leaves < m)
        sampler->leaves *= 2;
    sampler->node = zeros(2 * sampler->leaves);
    return sampler->node ? DESCENT_OK : DESCENT_ENOMEM;
}

void sampler_free(struct sampler *sampler)
{
    free(sampler->node);
    sampler->node = NULL;
}
