/** @exercise 4.5 A line search for L
 *  @points 10
 *
 *  A step of length 1/L along the gradient of a function whose gradient has the Lipschitz
 *  constant L lowers it by ‖∇ f_i‖^2/(2L) or more. So if the function is not lowered by
 *  as much, the estimate of L is too small. Write the search: let the estimate decay a
 *  little, then double it until
 *
 *      f_i(θ - ∇ f_i(θ)/L) ≤ f_i(θ) - 1/(2L) ‖∇ f_i(θ)‖^2.
 *
 *  Where the gradient is tiny, both sides agree to all digits, and rounding would decide:
 *  then only the decay is done.
 *
 *  Try it:  build/descent grade 4.5
 *  A hint:  build/descent hint 4.5
 */
#include "optim/lipschitz.h"
#include "optim/todo.h"

#include <tgmath.h>

size_t lipschitz_search(struct lipschitz *search, real value, real square,
                        lipschitz_fn *along, void *context)
{
    // TODO 4.5
    todo("4.5");
}
