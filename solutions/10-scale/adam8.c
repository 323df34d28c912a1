/** @exercise 10.4 Adam in two bytes
 *  @points 15   @needs 10.3
 *
 *  Adam keeps two numbers a parameter, 8 bytes in single precision. As codes they are two
 *  bytes, and a scale for each block. Write the step: read the codes of a block, let
 *  Adam work on the numbers, move the parameters, write the codes back. What was read is
 *  a little wrong, but what the gradient adds is not rounded before it is used.
 *
 *  The two averages want different maps. $m$ has a sign. $v$ has none, and with a map
 *  that has signs half of its codes would be for nothing. Both need a map that is fine
 *  near 0: a $v$ that is rounded to 0 makes a step of any length.
 *
 *  @hint Where in Adam's step does the average end and the step begin? Which of the two
 *        may be rounded? How long is the last block? What are the scales of a block, when
 *        its averages have changed?
 *  @hint Once: the products of the betas, the rate and ε with the corrections in them,
 *        as in 3.2. For each block, with `work` as room for both averages: dequantize m
 *        and v; in a loop update them and θ; quantize them. The arrays of codes and
 *        parameters begin at `first`, those of scales at `first / block`; the call is for
 *        one block.
 *  @plot valley t theta
 *  @commentary bitsandbytes does the same, with fp32 scales, blocks of 256 (the paper has
 *  2048), and fp32 states for tensors of fewer than 4096 numbers. With $\beta_1 = 0.9$
 *  each rounding of m is forgotten after ten steps; those of v stay for a thousand, but
 *  only the root of v matters. */
#include "optim/adam8.h"
#include "optim/block_quant.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
/* What all parameters of a step have in common. */
struct rates {
    real rate, eps, shrink;
};

/* Adam on numbers. */
static void move(const struct adam8_config *c, struct rates r, size_t count, real *m,
                 real *v, real *theta, const real *g)
{
    for (size_t i = 0; i < count; i++) {
        m[i] = c->beta1 * m[i] + (1 - c->beta1) * g[i];
        v[i] = c->beta2 * v[i] + (1 - c->beta2) * g[i] * g[i];
        theta[i] -= r.rate * m[i] / (sqrt(v[i]) + r.eps) + r.shrink * theta[i];
    }
}

// END SOLUTION
void adam8_step(struct adam8 *adam8, real *theta, const real *g)
{
    // BEGIN SOLUTION
    const struct adam8_config *c = &adam8->config;
    const size_t n = adam8->n, block = c->block;
    const real *signs = adam8->with_sign, *none = adam8->without_sign;
    adam8->t++;
    adam8->beta1_power *= c->beta1;
    adam8->beta2_power *= c->beta2;
    const real root = sqrt(1 - adam8->beta2_power);
    const struct rates rates = {c->lr * root / (1 - adam8->beta1_power), c->eps * root,
                                c->lr * c->decay};
    for (size_t first = 0, k = 0; first < n; first += block, k++) {
        const size_t count = n - first < block ? n - first : block;
        uint8_t *m_code = adam8->m + first, *v_code = adam8->v + first;
        real *m = adam8->work, *v = adam8->work + count;
        block_dequantize(signs, count, block, m_code, &adam8->m_scale[k], m);
        block_dequantize(none, count, block, v_code, &adam8->v_scale[k], v);
        move(c, rates, count, m, v, theta + first, g + first);
        block_quantize(signs, count, block, m, m_code, &adam8->m_scale[k]);
        block_quantize(none, count, block, v, v_code, &adam8->v_scale[k]);
    }
    // END SOLUTION
}
