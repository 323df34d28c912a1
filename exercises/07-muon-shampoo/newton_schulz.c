/** @exercise 7.1 Newton–Schulz
 *  @points 15
 *
 *  Let G = U diag(σ)Vᵀ be the singular value decomposition of a matrix. What Muon wants
 *  is UVᵀ: the same directions, with every singular value set to 1. A polynomial in XXᵀ,
 *  applied to X, changes the singular values and leaves the directions alone. From
 *  X = G/(‖G‖_F + ε) take the given number of steps
 *
 *      X ← aX + bXXᵀ X + c (XXᵀ)^2 X.
 *
 *  If the matrix has more rows than columns, iterate on its transpose and transpose back:
 *  the answer is the same and XXᵀ is smaller.
 *
 *  Try it:  build/descent grade 7.1
 *  A hint:  build/descent hint 7.1
 */
#include "optim/newton_schulz.h"
#include "optim/blas.h"
#include "optim/matrix.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <string.h>
#include <tgmath.h>

enum descent_status newton_schulz(struct newton_schulz *ns, size_t steps, const real *g,
                                  real *o)
{
    // TODO 7.1
    todo("7.1");
}
