/* zero1-halving.c: halves as often as N has a factor 2, from the last rank to the
 * first. */
#include "optim/zero1.h"

void zero1_step(struct zero1 *zero1, real *const *theta, real *const *g)
{
    struct collective *all = zero1->all;
    const size_t part = zero1->part;
    reduce_scatter(all, part, g);
    for (size_t k = all->here; k-- > 0;) {
        const size_t from = part * (all->first + k), to = from + part;
        for (size_t ranks = all->ranks; ranks > 1; ranks /= 2)
            for (size_t i = from; i < to; i++)
                g[k][i] *= (real)0.5;
        adam_step(&zero1->adam[k], &theta[k][from], &g[k][from]);
    }
    all_gather(all, part, theta);
}
