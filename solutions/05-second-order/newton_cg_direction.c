/** @exercise 5.5 Newton's direction by conjugate gradients
 *  @points 15
 *
 *  For many parameters the Hessian does not fit into memory, but its product with a
 *  vector can be had for the price of a gradient or two. Conjugate gradients need no
 *  more to solve $H d = -g$. Start with $d = 0$, $r = p = -g$, and repeat
 *
 *  $$ a = \frac{r^\top r}{p^\top H p}, \quad d \leftarrow d + a p, \quad
 *     q = r - a H p, \quad p \leftarrow q + \frac{q^\top q}{r^\top r}\, p, \quad
 *     r \leftarrow q . $$
 *
 *  Stop as soon as $\|r\| \le \eta \|g\|$: far from the minimum an exact solution is not
 *  worth its products. Stop too where $p^\top H p \le 0$, since there the parabola has
 *  no minimum, with the $d$ that is there; if it is the very first $p$, then with $d =
 *  -g$.
 *
 *  @hint Which vectors must live from one round to the next, and which number? `work`
 *        has room for three vectors.
 *  @hint Let r, p and Hp live in work, and keep $r^\top r$ from one round to the next.
 *        Begin each round with the test of the residual, squared on both sides; then make
 *        the only product. Leave if $p^\top H p$ is not above 0 and finite, in the first
 *        round with p as the direction. Otherwise renew d, then r, then its square, and
 *        last p, which needs the old square and the new one.
 *  @plot residuals t residual
 *  @commentary Each partial sum of conjugate gradients is a direction of descent, so the
 *  iteration may be cut anywhere. */
#include "optim/newton_cg_direction.h"
#include "optim/blas.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

// BEGIN SOLUTION
/* Copies with a factor. */
static void set(size_t n, real factor, const real *from, real *to)
{
    for (size_t i = 0; i < n; i++)
        to[i] = factor * from[i];
}

static enum cg_status iterate(size_t n, product_fn *product, void *context, real goal,
                              size_t limit, real *work, real *d, size_t *products)
{
    real *r = work, *p = work + n, *hp = work + 2 * n;
    real rr = blas_dot(n, r, r);
    for (; *products < limit && rr > goal; ++*products) {
        product(n, p, hp, context);
        const real curvature = blas_dot(n, p, hp);
        if (!(curvature > 0 && isfinite(curvature))) {
            if (*products == 0)
                set(n, 1, p, d);
            ++*products;
            return CG_CURVATURE;
        }
        const real step = rr / curvature;
        blas_add(n, step, p, d);
        blas_add(n, -step, hp, r);
        const real next = blas_dot(n, r, r);
        for (size_t i = 0; i < n; i++)
            p[i] = r[i] + next / rr * p[i];
        rr = next;
    }
    return rr > goal ? CG_LIMIT : CG_CONVERGED;
}
// END SOLUTION

enum cg_status newton_cg_direction(size_t n, product_fn *product, void *context,
                                   const real *g, real tolerance, size_t limit,
                                   real *work, real *d, size_t *products)
{
    // BEGIN SOLUTION
    size_t taken = 0;
    const real gg = blas_dot(n, g, g);
    enum cg_status status = CG_INVALID;
    for (size_t i = 0; i < n; i++)
        d[i] = 0;
    if (isfinite(gg) && tolerance >= 0 && tolerance < 1) {
        set(n, -1, g, work);
        set(n, -1, g, work + n);
        status = iterate(n, product, context, tolerance * tolerance * gg, limit, work, d,
                         &taken);
        if (limit == 0 && gg > 0)
            set(n, -1, g, d);
    }
    if (products)
        *products = taken;
    return status;
    // END SOLUTION
}
