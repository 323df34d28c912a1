/* The search halves the length 1/L. */
#include "optim/lipschitz.h"

#include <math.h>

size_t lipschitz_search(struct lipschitz *search, real value, real square,
                        lipschitz_fn *along, void *context)
{
    real L = search->L * search->decay;
    size_t count = 0;
    if (square > search->config.tiny && !isinf(square))
        for (; count < LIPSCHITZ_MAX_DOUBLINGS; count++) {
            real length = 1 / L;
            if (!(along(length, context) > value - length * square / 2))
                break;
            L *= 2;
        }
    search->L = L;
    return count;
}
