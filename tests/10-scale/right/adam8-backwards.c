/* adam8-backwards.c: from the last block to the first, number by number. */
#include "optim/adam8.h"
#include "optim/block_quant.h"

#include <tgmath.h>

void adam8_step(struct adam8 *adam8, real *theta, const real *g)
{
    const struct adam8_config *c = &adam8->config;
    const size_t block = c->block;
    adam8->t = adam8->t + 1;
    adam8->beta1_power *= c->beta1;
    adam8->beta2_power *= c->beta2;
    const real share1 = 1 - adam8->beta1_power, share2 = 1 - adam8->beta2_power;
    for (size_t k = quant_blocks(adam8->n, block); k-- > 0;) {
        const size_t end = adam8->n - k * block < block ? adam8->n : (k + 1) * block;
        real *m = adam8->work, *v = m + (end - k * block);
        for (size_t i = k * block, j = 0; i < end; i++, j++) {
            m[j] = c->beta1 * (adam8->m_scale[k] * adam8->with_sign[adam8->m[i]]) +
                   g[i] * (1 - c->beta1);
            v[j] = c->beta2 * (adam8->v_scale[k] * adam8->without_sign[adam8->v[i]]) +
                   g[i] * g[i] * (1 - c->beta2);
            theta[i] -= c->lr * (m[j] / share1 / (sqrt(v[j] / share2) + c->eps) +
                                 c->decay * theta[i]);
        }
        block_quantize(adam8->with_sign, end - k * block, block, m, adam8->m + k * block,
                       &adam8->m_scale[k]);
        block_quantize(adam8->without_sign, end - k * block, block, v,
                       adam8->v + k * block, &adam8->v_scale[k]);
    }
}
