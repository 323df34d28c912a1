/** @exercise 8.4 Clipping by the global norm
 *  @points 15
 *
 *  On a cliff of the cost, one gradient can be a million times as long as all the others
 *  and undo a day of training. Clipping shortens it:
 *
 *      g ← g · min(1, c/‖g‖).
 *
 *  The norm is that of all tensors together. With a norm for each tensor, the long ones
 *  are shortened and the others not, and what is left points elsewhere.
 *
 *  Write the norm and the clipping. Gradients that need clipping are those that are not
 *  of a usual size, so squares overflow just when it matters: the norm of
 *  (10^200, 10^200) is 1.4 · 10^200, and not infinite. Do not divide 0 by 0, and do not
 *  hide a NaN by multiplying it with 0.
 *
 *  Try it:  build/descent grade 8.4
 *  A hint:  build/descent hint 8.4
 */
#include "optim/clip.h"
#include "optim/largest.h"
#include "optim/todo.h"

#include <tgmath.h>

real clip_norm(size_t count, const struct clip_part *part)
{
    // TODO 8.4
    todo("8.4");
}

enum descent_status clip_global(size_t count, const struct clip_part *part, real most,
                                real slack, real *norm)
{
    // TODO 8.4
    todo("8.4");
}
