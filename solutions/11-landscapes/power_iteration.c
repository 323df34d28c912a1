/** @exercise 11.3 The sharpest direction
 *  @points 15
 *
 *  The sharpness of a minimum is the largest eigenvalue of the Hessian $H$. A network
 *  has too many parameters to store $H$, but a product $Hv$ costs no more than three
 *  gradients. Multiply again and again, and the direction of the eigenvalue of largest
 *  *size* wins:
 *
 *  $$ v \leftarrow \frac{(H + sI)\,v}{\lVert (H + sI)\,v \rVert} , \quad
 *     \rho = v^\top (H + sI)\,v . $$
 *
 *  Write this iteration with a test that means something: stop when $\lVert (H + sI) v
 *  - \rho v\rVert \le \tau \lvert\rho\rvert$, for then an eigenvalue is no farther from
 *  $\rho$ than that. Then write the largest eigenvalue by one or two such runs. With
 *  the shift $s$ all eigenvalues of $H + sI$ are those of $H$ plus $s$.
 *
 *  @hint Away from minima $H$ has negative eigenvalues, and the one of largest size may
 *        be one of them. Where do all eigenvalues lie once you know it? Which shift
 *        makes the largest one the one of largest size? And where may the second run
 *        not start?
 *  @hint In each iteration: the product, plus $s v$; $\rho$, a dot product; the
 *        residual $w - \rho v$, number by number; the test; and only if it fails and
 *        products are left, $v \leftarrow w / \lVert w\rVert$. For the largest
 *        eigenvalue keep a copy of the start in the second half of `work`: after the
 *        first run $v$ is the eigenvector of the other end, which the shifted matrix
 *        maps to 0.
 *  @plot digits iteration error
 *  @commentary A test of how much $\rho$ changes is weaker than it looks: where two
 *  eigenvalues are close, $\rho$ creeps, and each change is small long before the end.
 *  The residual bounds the distance to some eigenvalue. Which one, it cannot know: a
 *  start without any part along the top eigenvector stays without, but for rounding.
 *  Lanczos's method gets more out of the same products, and needs them all stored. */
#include "optim/power_iteration.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/todo.h"

#include <string.h>
#include <tgmath.h>

// BEGIN SOLUTION
/* x ← x / ‖x‖. */
static void to_length_one(size_t n, real *x)
{
    const real length = blas_norm(n, x);
    for (size_t i = 0; i < n; i++)
        x[i] /= length;
}

/* ‖w - ρv‖, without a difference of squares. */
static real residual_of(size_t n, const real *w, real rho, const real *v)
{
    real squares = 0;
    for (size_t i = 0; i < n; i++)
        squares += (w[i] - rho * v[i]) * (w[i] - rho * v[i]);
    return sqrt(squares);
}

static bool is_valid(size_t n, real shift, struct power_config config, const real *v)
{
    return n > 0 && isfinite(shift) && config.limit > 0 && config.tolerance > 0 &&
           isfinite(config.tolerance) && !(blas_norm(n, v) <= 0);
}

// END SOLUTION
enum descent_status power_iteration(size_t n, product_fn *product, void *context,
                                    real shift, struct power_config config, real *v,
                                    real *work, struct power_result *result)
{
    // BEGIN SOLUTION
    *result = (struct power_result){.value = (real)NAN, .residual = (real)NAN};
    if (!is_valid(n, shift, config, v))
        return DESCENT_ERANGE;
    if (!all_finite(n, v))
        return DESCENT_ENAN;
    to_length_one(n, v);
    for (;;) {
        product(n, v, work, context);
        result->products++;
        if (!all_finite(n, work)) {
            result->value = result->residual = (real)NAN;
            return DESCENT_ENAN;
        }
        blas_add(n, shift, v, work);
        const real rho = blas_dot(n, v, work);
        result->value = rho - shift;
        result->residual = residual_of(n, work, rho, v);
        result->converged = result->residual <= config.tolerance * fabs(rho);
        if (result->converged || result->products == config.limit)
            return DESCENT_OK;
        memcpy(v, work, n * sizeof *v);
        to_length_one(n, v);
    }
    // END SOLUTION
}

enum descent_status top_eigenvalue(size_t n, product_fn *product, void *context,
                                   struct power_config config, real *v, real *work,
                                   struct power_result *result)
{
    // BEGIN SOLUTION
    real *start = work + n;
    memcpy(start, v, n * sizeof *v);
    enum descent_status status =
        power_iteration(n, product, context, 0, config, v, work, result);
    if (status || !result->converged || !(result->value < 0))
        return status;
    const size_t products = result->products;
    const real bottom = result->value;
    memcpy(v, start, n * sizeof *v);
    status = power_iteration(n, product, context, -bottom, config, v, work, result);
    result->products += products;
    return status;
    // END SOLUTION
}
