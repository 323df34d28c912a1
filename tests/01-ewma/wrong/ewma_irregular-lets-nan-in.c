/* You let in what is not a number. Every comparison with NaN is false, so it does not
 * look late either; and once it is in a sum it never leaves. Refuse it by name. */
#include "optim/ewma_decay.h"
#include "optim/ewma_irregular.h"

#include <math.h>

enum descent_status ewma_irregular_init(struct ewma_irregular *ewma, real halflife)
{
    if (!(halflife > 0))
        return DESCENT_ERANGE;
    real lambda = ewma_lambda_from_halflife(halflife);
    *ewma = (struct ewma_irregular){.lambda = lambda, .time = -(real)INFINITY};
    return DESCENT_OK;
}

enum descent_status ewma_irregular_update(struct ewma_irregular *ewma, real time, real x)
{
    if (time < ewma->time)
        return DESCENT_EORDER;
    real decay = pow(ewma->lambda, time - ewma->time);
    ewma->sum = decay * ewma->sum + x;
    ewma->weight = decay * ewma->weight + 1;
    ewma->time = time;
    return DESCENT_OK;
}

real ewma_irregular_value(const struct ewma_irregular *ewma)
{
    return ewma->sum / ewma->weight;
}
