/* One doubling, and then the rest. */
#include "optim/lipschitz.h"

#include <math.h>
#include <stdbool.h>

static size_t doublings(real *L, real value, real square, lipschitz_fn *along,
                        void *context, size_t left)
{
    if (left == 0)
        return 0;
    bool too_small = along(1 / *L, context) > value - square / *L / 2;
    if (!too_small)
        return 0;
    *L += *L;
    return 1 + doublings(L, value, square, along, context, left - 1);
}

size_t lipschitz_search(struct lipschitz *search, real value, real square,
                        lipschitz_fn *along, void *context)
{
    search->L = search->decay * search->L;
    if (isnan(square) || isinf(square) || square <= search->config.tiny)
        return 0;
    return doublings(&search->L, value, square, along, context, LIPSCHITZ_MAX_DOUBLINGS);
}
