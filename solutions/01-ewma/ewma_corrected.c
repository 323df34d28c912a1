/** @exercise 1.2 The bias-corrected average
 *  @points 10
 *
 *  An average that starts at zero is too small by the factor $1 - \lambda^t$ after $t$
 *  samples. Write the average that divides this factor out when it is read.
 *  The state stays raw: reading must not change it.
 *
 *  Keep $\lambda^t$ as a running product, so that an update needs no call of `pow`.
 *
 *  @hint What is $\lambda^0$? That is the start value of the product. When is it
 *        multiplied by $\lambda$ for the first time?
 *  @hint Three functions, three duties. The first checks the range and sets the state as
 *        it is before any sample. An update is the recursion of the plain average, and
 *        one multiplication that keeps the product. Reading divides and changes nothing;
 *        before the first sample that is 0/0, not a number, as the header asks.
 *  @plot noisy t value
 *  @commentary Multiplying the product in `update` and not in `value` is what keeps
 *  reading free of side effects. Correcting the stored state instead would divide the
 *  same past by the factor again at every step. While $t(1-\lambda)$ is small, the
 *  divisor loses digits by cancellation, about one for each factor of ten in $1-\lambda$;
 *  the average of a series of ones in its place loses none. */
#include "optim/ewma_corrected.h"
#include "optim/todo.h"

enum descent_status ewma_corrected_init(struct ewma_corrected *ewma, real lambda)
{
    // BEGIN SOLUTION
    if (!(lambda >= 0 && lambda < 1))
        return DESCENT_ERANGE;
    *ewma = (struct ewma_corrected){.lambda = lambda, .raw = 0, .power = 1};
    return DESCENT_OK;
    // END SOLUTION
}

void ewma_corrected_update(struct ewma_corrected *ewma, real x)
{
    // BEGIN SOLUTION
    ewma->raw = ewma->lambda * ewma->raw + (1 - ewma->lambda) * x;
    ewma->power *= ewma->lambda;
    // END SOLUTION
}

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    // BEGIN SOLUTION
    return ewma->raw / (1 - ewma->power);
    // END SOLUTION
}
