/** @exercise 1.2 The bias-corrected average
 *  @points 10
 *
 *  An average that starts at zero is too small by the factor 1 - λ^t after t samples.
 *  Write the average that divides this factor out when it is read. The state stays raw:
 *  reading must not change it.
 *
 *  Keep λ^t as a running product, so that an update needs no call of pow.
 *
 *  Try it:  build/descent grade 1.2
 *  A hint:  build/descent hint 1.2
 */
#include "optim/ewma_corrected.h"
#include "optim/todo.h"

enum descent_status ewma_corrected_init(struct ewma_corrected *ewma, real lambda)
{
    // TODO 1.2
    todo("1.2");
}

void ewma_corrected_update(struct ewma_corrected *ewma, real x)
{
    // TODO 1.2
    todo("1.2");
}

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    // TODO 1.2
    todo("1.2");
}
