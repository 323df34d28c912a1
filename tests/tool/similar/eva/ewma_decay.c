#include "optim/ewma_decay.h"

#include <tgmath.h>

real ewma_lambda_from_halflife(real halflife)
{
    if (halflife > 0) {
        if (halflife < (real)INFINITY) {
            return exp2(-1 / halflife);
        }
    }
    return (real)NAN;
}

real ewma_lambda_from_span(real span)
{
    if (span >= 1) {
        if (span < (real)INFINITY) {
            real center = (span - 1) / 2;
            return center / (center + 1);
        }
    }
    return (real)NAN;
}

real ewma_lambda_from_com(real com)
{
    if (com >= 0) {
        if (com < (real)INFINITY) {
            return com / (com + 1);
        }
    }
    return (real)NAN;
}

real ewma_halflife(real lambda)
{
    if (lambda > 0) {
        if (lambda < 1) {
            return -1 / log2(lambda);
        }
    }
    return (real)NAN;
}

real ewma_span(real lambda)
{
    if (lambda >= 0) {
        if (lambda < 1) {
            real rest = 1 - lambda;
            return (1 + lambda) / rest;
        }
    }
    return (real)NAN;
}

real ewma_com(real lambda)
{
    if (lambda >= 0) {
        if (lambda < 1) {
            real rest = 1 - lambda;
            return lambda / rest;
        }
    }
    return (real)NAN;
}
