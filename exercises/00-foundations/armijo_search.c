/** @exercise 0.2 Backtracking
 *  @points 10
 *
 *  How long may a step along d be, when nobody knows L? Try one. If it does not lower the
 *  function by a share c of what the slope promises, it was too long; make it shorter and
 *  try again:
 *
 *      f(θ + ad) ≤ f(θ) + c a gᵀ d.
 *
 *  This is Armijo's condition. Write the search. It serves every direction that leads
 *  down, and it stays where the function is defined: a step at which f is infinite or not
 *  a number is too long as well.
 *
 *  Try it:  build/descent grade 0.2
 *  A hint:  build/descent hint 0.2
 */
#include "optim/armijo_search.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <string.h>
#include <tgmath.h>

struct armijo_result armijo_search(size_t n, objective_fn *f, void *context,
                                   const real *theta, real value, const real *g,
                                   const real *d, real first, struct armijo_config config,
                                   real *trial)
{
    // TODO 0.2
    todo("0.2");
}
