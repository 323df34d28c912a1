/** @exercise 1.3 The decay rate by other names
 *  @points 10
 *
 *  Users seldom think in λ. They give a half-life (the age at which a weight has halved),
 *  a span (the window of the simple average whose samples are equally old on average) or
 *  a center of mass (the average age of a sample). Convert each to λ and back.
 *
 *  Try it:  build/descent grade 1.3
 *  A hint:  build/descent hint 1.3
 */
#include "optim/ewma_decay.h"
#include "optim/todo.h"

#include <tgmath.h>

real ewma_lambda_from_halflife(real halflife)
{
    // TODO 1.3
    todo("1.3");
}

real ewma_lambda_from_span(real span)
{
    // TODO 1.3
    todo("1.3");
}

real ewma_lambda_from_com(real com)
{
    // TODO 1.3
    todo("1.3");
}

real ewma_halflife(real lambda)
{
    // TODO 1.3
    todo("1.3");
}

real ewma_span(real lambda)
{
    // TODO 1.3
    todo("1.3");
}

real ewma_com(real lambda)
{
    // TODO 1.3
    todo("1.3");
}
