#include "optim/ewma_decay.h"

#include <stdbool.h>
#include <tgmath.h>

static bool is_rate(real lambda)
{
    return lambda >= 0 && lambda < 1;
}

real ewma_lambda_from_halflife(real halflife)
{
    if (isnan(halflife) || isinf(halflife) || halflife <= 0)
        return (real)NAN;
    return exp2(-1 / halflife);
}

real ewma_lambda_from_span(real span)
{
    return ewma_lambda_from_com((span - 1) / 2);
}

real ewma_lambda_from_com(real com)
{
    if (isnan(com) || isinf(com) || com < 0)
        return (real)NAN;
    return com / (com + 1);
}

real ewma_halflife(real lambda)
{
    return is_rate(lambda) && lambda != 0 ? -1 / log2(lambda) : (real)NAN;
}

real ewma_span(real lambda)
{
    return 2 * ewma_com(lambda) + 1;
}

real ewma_com(real lambda)
{
    if (is_rate(lambda))
        return lambda / (1 - lambda);
    return (real)NAN;
}
