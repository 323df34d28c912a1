/* lbfgs.c: L-BFGS as a method of the minimizer.
 *
 *     d = -H g,   H made of the last m pairs (s, y)
 *
 *     g   gradient        d   direction        pairs   the memory
 *
 * Invariant: H is positive definite, because no pair with yᵀs ≤ 0 is taken. */
#include "optim/lbfgs.h"
#include "optim/lbfgs_direction.h"

static enum direction_scale find(void *pairs, const real *theta, const real *g, real *d)
{
    const struct curvature_pairs *memory = pairs;
    (void)theta;
    lbfgs_direction(pairs, g, d);
    return memory->count > 0 ? DIRECTION_SCALED : DIRECTION_UNSCALED;
}

static void learn(void *pairs, const real *s, const real *y)
{
    curvature_pairs_push(pairs, s, y);
}

static void reset(void *pairs)
{
    curvature_pairs_clear(pairs);
}

struct direction lbfgs_method(struct curvature_pairs *pairs)
{
    return (struct direction){
        .state = pairs, .find = find, .learn = learn, .reset = reset};
}
