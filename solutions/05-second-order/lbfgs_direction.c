/** @exercise 5.3 The direction of L-BFGS
 *  @points 15
 *
 *  BFGS keeps a matrix of $n^2$ numbers. L-BFGS keeps the last $m$ pairs $(s, y)$, and
 *  applies to the gradient what the updates would have made of $H_0 = \gamma I$ with
 *  $\gamma = s^\top y / y^\top y$ of the newest pair. With $\rho = 1/y^\top s$: let $r =
 *  -g$; then
 *
 *  $$ \text{newest to oldest:} \quad \alpha = \rho\, s^\top r, \quad
 *     r \leftarrow r - \alpha\, y ; $$
 *
 *  $$ r \leftarrow \gamma r ; $$
 *
 *  $$ \text{oldest to newest:} \quad r \leftarrow r + s\, (\alpha - \rho\, y^\top r) . $$
 *
 *  The end of it is the direction $d = -Hg$. Write both loops over the ring of
 *  `curvature_pairs`; its header says in which row the pair of an age stands. The first
 *  loop leaves its $\alpha$ in `pairs->alpha` for the second.
 *
 *  @hint The update of a pair is $V^\top H V + \rho s s^\top$. Which pair's $V$ stands
 *        outermost, and so meets the gradient first?
 *  @hint d can be r from the beginning. For age = 1 … count: row = (next + m - age) mod
 *        m. Then the scale, from the newest row, if there is one. Then for age = count …
 *        1: $d \leftarrow d + (\alpha_{row} - \rho_{row}\, y^\top d)\, s$.
 *  @plot path t theta
 *  @commentary The second loop has the factor $\rho$ too. Slides in circulation have $r
 *  + s(\alpha - y^\top r)$; it is right only where $y^\top s = 1$. */
#include "optim/lbfgs_direction.h"
#include "optim/blas.h"
#include "optim/todo.h"

void lbfgs_direction(struct curvature_pairs *pairs, const real *g, real *d)
{
    // BEGIN SOLUTION
    const size_t n = pairs->n, m = pairs->m, count = pairs->count;
    for (size_t i = 0; i < n; i++)
        d[i] = -g[i];
    for (size_t age = 1; age <= count; age++) {
        const size_t row = (pairs->next + m - age) % m;
        const real *s = pairs->s + row * n, *y = pairs->y + row * n;
        pairs->alpha[row] = pairs->rho[row] * blas_dot(n, s, d);
        blas_add(n, -pairs->alpha[row], y, d);
    }
    if (count > 0) {
        const size_t row = (pairs->next + m - 1) % m;
        const real *y = pairs->y + row * n;
        const real scale = 1 / (pairs->rho[row] * blas_dot(n, y, y));
        for (size_t i = 0; i < n; i++)
            d[i] *= scale;
    }
    for (size_t age = count; age >= 1; age--) {
        const size_t row = (pairs->next + m - age) % m;
        const real *s = pairs->s + row * n, *y = pairs->y + row * n;
        const real beta = pairs->rho[row] * blas_dot(n, y, d);
        blas_add(n, pairs->alpha[row] - beta, s, d);
    }
    // END SOLUTION
}
