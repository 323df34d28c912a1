/* adam8-hats.c: with the corrected averages as the paper writes them, in three loops. */
#include "optim/adam8.h"
#include "optim/block_quant.h"

#include <tgmath.h>

void adam8_step(struct adam8 *adam8, real *theta, const real *g)
{
    const struct adam8_config c = adam8->config;
    const size_t blocks = quant_blocks(adam8->n, c.block);
    adam8->beta1_power *= c.beta1;
    adam8->beta2_power *= c.beta2;
    adam8->t += 1;
    for (size_t k = 0; k < blocks; k++) {
        const size_t at = k * c.block;
        const size_t count = k + 1 < blocks ? c.block : adam8->n - at;
        real *v = adam8->work, *m = adam8->work + count;
        block_dequantize(adam8->without_sign, count, count, adam8->v + at,
                         adam8->v_scale + k, v);
        block_dequantize(adam8->with_sign, count, count, adam8->m + at,
                         adam8->m_scale + k, m);
        for (size_t i = 0; i < count; i++) {
            m[i] += (1 - c.beta1) * (g[at + i] - m[i]);
            v[i] += (1 - c.beta2) * (g[at + i] * g[at + i] - v[i]);
        }
        for (size_t i = 0; i < count; i++)
            theta[at + i] *= 1 - c.lr * c.decay;
        for (size_t i = 0; i < count; i++) {
            const real m_hat = m[i] / (1 - adam8->beta1_power);
            const real v_hat = v[i] / (1 - adam8->beta2_power);
            theta[at + i] -= c.lr * m_hat / (sqrt(v_hat) + c.eps);
        }
        block_quantize(adam8->with_sign, count, count, m, adam8->m + at,
                       adam8->m_scale + k);
        block_quantize(adam8->without_sign, count, count, v, adam8->v + at,
                       adam8->v_scale + k);
    }
}
