/* Correct: the discriminant as a product of two factors, which keeps its digits near its
 * zero. */
#include "optim/check.h"
#include "optim/momentum_spectrum.h"

static enum momentum_regime regime_of(real discriminant, real threshold)
{
    if (discriminant > threshold)
        return MOMENTUM_OVERDAMPED;
    return discriminant < -threshold ? MOMENTUM_UNDERDAMPED : MOMENTUM_CRITICAL;
}

struct momentum_spectrum momentum_spectrum(real lr, real beta, real curvature)
{
    const real root = sqrt(beta), b = fabs((1 - lr * curvature) + beta);
    if (!(is_nonnegative(lr) && is_decay_rate(beta) && isfinite(lr * curvature)))
        return (struct momentum_spectrum){(real)NAN, MOMENTUM_OVERDAMPED};
    const real low = b - 2 * root, high = b + 2 * root;
    return (struct momentum_spectrum){
        .radius = low < 0 ? root : b / 2 + sqrt(low) * sqrt(high) / 2,
        .regime = regime_of(low * high, 64 * REAL_EPSILON * (1 + beta) * b)};
}
