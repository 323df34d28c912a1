/* You answer whatever you are asked: for a negative learning rate, a β of 1, NaN, a
 * penalty that takes more than all. The header says what to return then. */
#include "optim/check.h"
#include "optim/l2_momentum.h"

#include <tgmath.h>

/* S_t for the roots of z² - bz + β. */
static real impulse(real b, real beta, real t)
{
    real square = b * b - 4 * beta;
    if (t == 0)
        return 0;
    if (square < 0) {
        real phi = atan2(sqrt(-square), b);
        return pow(beta, (t - 1) / 2) * sin(t * phi) / sin(phi);
    }
    real larger = (b + sqrt(square)) / 2;
    real q = larger > 0 ? beta / (larger * larger) : 0;
    real ratio = q < 1 ? expm1(t * log(q)) / expm1(log(q)) : t;
    return pow(larger, t - 1) * ratio;
}

real l2_momentum_pull(real lr, real beta, real l2, uint64_t steps)
{
    if (steps == 0)
        return 0;
    return lr * l2 * -expm1((real)steps * log(beta)) / (1 - beta);
}

real l2_momentum_left(real lr, real beta, real l2, uint64_t steps)
{
    if (steps == 0)
        return 1;
    real h = lr * l2, b = 1 + beta - h, t = (real)steps;
    return (1 - h) * impulse(b, beta, t) - beta * impulse(b, beta, t - 1);
}
