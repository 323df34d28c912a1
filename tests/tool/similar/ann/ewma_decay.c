#include "optim/ewma_decay.h"

#include <tgmath.h>

real ewma_lambda_from_halflife(real halflife)
{
    return halflife > 0 && isfinite(halflife) ? pow((real)2, -1 / halflife) : (real)NAN;
}

real ewma_lambda_from_span(real span)
{
    return span >= 1 && isfinite(span) ? 1 - 2 / (span + 1) : (real)NAN;
}

real ewma_lambda_from_com(real com)
{
    return com >= 0 && isfinite(com) ? com / (1 + com) : (real)NAN;
}

real ewma_halflife(real lambda)
{
    return lambda > 0 && lambda < 1 ? log((real)0.5) / log(lambda) : (real)NAN;
}

real ewma_span(real lambda)
{
    return lambda >= 0 && lambda < 1 ? (1 + lambda) / (1 - lambda) : (real)NAN;
}

real ewma_com(real lambda)
{
    return lambda >= 0 && lambda < 1 ? lambda / (1 - lambda) : (real)NAN;
}
