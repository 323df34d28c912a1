/** @exercise 9.4 InfoNCE
 *  @points 15
 *
 *  Of n embeddings, each has one positive among the others: another view of the same
 *  sample. With the similarities s_ij, the temperature τ and the softmax over all but
 *  itself,
 *
 *      p_ij = e^(s_ij/τ)/(Σ_(k≠i) e^(s_ik/τ)),
 *
 *  the loss is the mean of -log p_(i,pos(i)). Write it, and its gradient with respect to
 *  all similarities. Each row is a classifier with n - 1 classes: count who is in the
 *  denominator.
 *
 *  The diagonal may hold anything, NaN included. With τ = 0.01 the logits are a hundred
 *  times the similarities, so nothing may be exponentiated as it is.
 *
 *  Try it:  build/descent grade 9.4
 *  A hint:  build/descent hint 9.4
 */
#include "optim/infonce.h"
#include "optim/finite.h"
#include "optim/largest.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

real infonce(size_t n, const real *s, const size_t *positive, real temperature, real *ds)
{
    // TODO 9.4
    todo("9.4");
}
