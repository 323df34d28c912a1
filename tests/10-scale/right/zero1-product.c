/* zero1-product.c: multiplies by 1/N, which is exact for a power of 2; ranks by
 * number. */
#include "optim/zero1.h"

void zero1_step(struct zero1 *zero1, real *const *theta, real *const *g)
{
    struct collective *all = zero1->all;
    const size_t last = all->first + all->here;
    const real share = 1 / (real)all->ranks;
    reduce_scatter(all, zero1->part, g);
    for (size_t rank = all->first; rank < last; rank++) {
        const size_t k = rank - all->first;
        real *own = g[k] + rank * zero1->part;
        for (size_t i = zero1->part; i-- > 0;)
            own[i] *= share;
        adam_step(zero1->adam + k, theta[k] + rank * zero1->part, own);
    }
    all_gather(all, zero1->part, theta);
}
