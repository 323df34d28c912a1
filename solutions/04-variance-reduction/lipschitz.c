/** @exercise 4.5 A line search for L
 *  @points 10
 *
 *  A step of length $1/L$ along the gradient of a function whose gradient has the
 *  Lipschitz constant $L$ lowers it by $\|\nabla f_i\|^2/(2L)$ or more. So if the
 *  function is not lowered by as much, the estimate of $L$ is too small. Write the
 *  search: let the estimate decay a little, then double it until
 *
 *  $$ f_i(\theta - \nabla f_i(\theta)/L) \le f_i(\theta)
 *     - \frac{1}{2L} \|\nabla f_i(\theta)\|^2 . $$
 *
 *  Where the gradient is tiny, both sides agree to all digits, and rounding would decide:
 *  then only the decay is done.
 *
 *  @hint What happens to the estimate at a sample that is fitted so well that its
 *        gradient all but vanishes, if tiny gradients are not left out? And if there is
 *        no decay, after one sample that was much steeper than the others?
 *  @hint First let the estimate decay. Then ask whether this sample can tell anything:
 *        if its squared gradient is tiny or not finite, nothing is doubled. If it can, a
 *        loop compares what along() says of the step 1 / L with the most that the
 *        function may be there, and doubles L until that holds or the limit is reached.
 *        Both sides change with L.
 *  @plot search t log2-L
 *  @commentary The decay $2^{-1/m}$ halves the estimate once a pass. An estimate that is
 *  too small costs one doubling, which for a linear model is a few operations. */
#include "optim/lipschitz.h"
#include "optim/todo.h"

#include <tgmath.h>

size_t lipschitz_search(struct lipschitz *search, real value, real square,
                        lipschitz_fn *along, void *context)
{
    // BEGIN SOLUTION
    size_t doublings = 0;
    search->L *= search->decay;
    if (!(square > search->config.tiny && isfinite(square)))
        return 0;
    while (doublings < LIPSCHITZ_MAX_DOUBLINGS &&
           along(1 / search->L, context) > value - square / (2 * search->L)) {
        search->L *= 2;
        doublings++;
    }
    return doublings;
    // END SOLUTION
}
