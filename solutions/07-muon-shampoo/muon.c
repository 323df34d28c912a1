/** @exercise 7.2 Muon
 *  @points 15   @needs 7.1
 *
 *  Muon keeps a momentum $B$ of a matrix's gradients, makes the direction $D$ orthogonal,
 *  and steps:
 *
 *  $$ W \leftarrow W - s\eta\,(k\,O + \lambda W), \qquad O = \text{Newton–Schulz}(D) . $$
 *
 *  Here $s$ is the multiplier of a schedule. Two conventions for the momentum are in use,
 *  with Nesterov's variant of each, and two for the factor $k$. Write the factor, and the
 *  step for all of them. A gradient that is not finite must leave no trace.
 *
 *  @hint What is made orthogonal, the gradient or the momentum? Which of the two numbers
 *        in $\max(1, \text{rows}/\text{cols})$ is the number of units?
 *  @hint First refuse a gradient whose norm is not finite. Then renew the momentum, with
 *        the share of the new gradient that its convention has, and form the direction
 *        from it; both fit into one loop. Let newton_schulz() write into the second half
 *        of muon->d. The last loop is AdamW's, with the orthogonal matrix, times the
 *        scale, in the place of the direction.
 *  @plot bowl t distance
 *  @commentary The two momenta differ by the factor $1-\beta$ throughout, which
 *  Newton–Schulz divides out again: but for $\varepsilon$ and rounding they take the
 *  same steps. That is no longer so for the scales, each of which needs a learning rate
 *  of its own (exercise 7.3). */
#include "optim/muon.h"
#include "optim/blas.h"
#include "optim/todo.h"

#include <tgmath.h>

real muon_scale(enum muon_scale scale, size_t rows, size_t cols)
{
    // BEGIN SOLUTION
    const real m = (real)rows, n = (real)cols;
    if (scale == MUON_SCALE_RMS)
        return (real)0.2 * sqrt(m > n ? m : n);
    return m > n ? sqrt(m / n) : 1;
    // END SOLUTION
}

enum descent_status muon_step(struct muon *muon, real *w, const real *g)
{
    // BEGIN SOLUTION
    const struct muon_config c = muon->config;
    const size_t n = muon->rows * muon->cols;
    const real fresh = c.momentum == MUON_EMA ? 1 - c.beta : 1;
    real *b = muon->b, *d = muon->d, *o = muon->d + n;
    if (!isfinite(blas_norm(n, g)))
        return DESCENT_ENAN;
    for (size_t i = 0; i < n; i++) {
        b[i] = c.beta * b[i] + fresh * g[i];
        d[i] = c.nesterov ? c.beta * b[i] + fresh * g[i] : b[i];
    }
    muon->t++;
    enum descent_status status = newton_schulz(&muon->ns, c.steps, d, o);
    if (status)
        return status;
    const real lr = muon->schedule * c.lr;
    const real rate = lr * muon_scale(c.scale, muon->rows, muon->cols);
    for (size_t i = 0; i < n; i++)
        w[i] -= rate * o[i] + lr * c.decay * w[i];
    return DESCENT_OK;
    // END SOLUTION
}
