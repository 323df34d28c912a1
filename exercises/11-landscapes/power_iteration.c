/** @exercise 11.3 The sharpest direction
 *  @points 15
 *
 *  The sharpness of a minimum is the largest eigenvalue of the Hessian H. A network has
 *  too many parameters to store H, but a product Hv costs no more than three gradients.
 *  Multiply again and again, and the direction of the eigenvalue of largest size wins:
 *
 *      v ← (H + sI) v/‖(H + sI) v‖,
 *      ρ = vᵀ(H + sI) v.
 *
 *  Write this iteration with a test that means something: stop when
 *  ‖(H + sI)v - ρv‖ ≤ τ|ρ|, for then an eigenvalue is no farther from ρ than that. Then
 *  write the largest eigenvalue by one or two such runs. With the shift s all eigenvalues
 *  of H + sI are those of H plus s.
 *
 *  Try it:  build/descent grade 11.3
 *  A hint:  build/descent hint 11.3
 */
#include "optim/power_iteration.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/todo.h"

#include <string.h>
#include <tgmath.h>

enum descent_status power_iteration(size_t n, product_fn *product, void *context,
                                    real shift, struct power_config config, real *v,
                                    real *work, struct power_result *result)
{
    // TODO 11.3
    todo("11.3");
}

enum descent_status top_eigenvalue(size_t n, product_fn *product, void *context,
                                   struct power_config config, real *v, real *work,
                                   struct power_result *result)
{
    // TODO 11.3
    todo("11.3");
}
