/* Correct: with the envelope √β^t taken out, both regimes are one function of the
 * angle, a sine or a hyperbolic sine; without momentum it is a power. */
#include "optim/l2_momentum.h"

#include <math.h>
#include <stdbool.h>

static bool out_of_range(real lr, real beta, real l2)
{
    return !isfinite(lr) || !isfinite(l2) || isnan(beta) || lr < 0 || l2 < 0 ||
           beta < 0 || beta >= 1;
}

real l2_momentum_pull(real lr, real beta, real l2, uint64_t steps)
{
    if (out_of_range(lr, beta, l2))
        return (real)NAN;
    if (beta == 0)
        return steps ? lr * l2 : 0;
    return lr * l2 * (expm1((real)steps * log1p(beta - 1)) / (beta - 1));
}

/* β^((t-1)/2) sinh(t a) / sinh(a), without an overflow; √β e^a is 1 - gap. */
static real creeping(real gap, real a, real t)
{
    real ratio = a > 0 ? expm1(-2 * t * a) / expm1(-2 * a) : t;
    return exp((t - 1) * log1p(-gap)) * ratio;
}

static real swinging(real half_log, real phi, real t)
{
    return exp((t - 1) * half_log) * sin(t * phi) / sin(phi);
}

real l2_momentum_left(real lr, real beta, real l2, uint64_t steps)
{
    if (out_of_range(lr, beta, l2) || lr * l2 > 1)
        return (real)NAN;
    const real h = lr * l2, t = (real)steps;
    if (steps == 0)
        return 1;
    if (beta == 0)
        return exp(t * log1p(-h));
    const real half_log = log(beta) / 2, root = sqrt(beta);
    /* 1 + β - h = 2√β cosh a, or cos φ; sinh² ½a tells them apart. */
    const real square = ((1 - root) * (1 - root) - h) / (4 * root);
    if (square >= 0) {
        const real a = 2 * asinh(sqrt(square));
        const real gap = 2 * h / (1 - beta + h + 2 * root * sinh(a));
        return (1 - h) * creeping(gap, a, t) - beta * creeping(gap, a, t - 1);
    }
    const real phi = 2 * asin(sqrt(-square));
    return (1 - h) * swinging(half_log, phi, t) - beta * swinging(half_log, phi, t - 1);
}
