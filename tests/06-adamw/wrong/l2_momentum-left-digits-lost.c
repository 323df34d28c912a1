/* You form the larger root itself. If the penalty does next to nothing it is so close
 * to 1 that most of what it lacks is rounded away, and a great number of steps shows
 * it. Carry on its distance from 1 instead. */
#include "optim/check.h"
#include "optim/l2_momentum.h"

#include <tgmath.h>

/* S_t for the roots of z² - bz + β with b = 1 + β - h. The larger one may be so close to
 * 1 that only its distance from there has any digits: (1 - z₁)(1 - z₂) is h. */
static real impulse(real h, real beta, real t)
{
    real rest = 1 - beta + h, square = rest * rest - 4 * h; /* (z₁ - z₂)² */
    if (t <= 1)
        return t;
    if (square < 0) {
        real phi = atan2(sqrt(-square), 1 + beta - h);
        return pow(beta, (t - 1) / 2) * sin(t * phi) / sin(phi);
    }
    real larger = (1 + beta - h + sqrt(square)) / 2;
    real q = larger > 0 ? beta / (larger * larger) : 0;
    real ratio = q < 1 ? expm1(t * log(q)) / expm1(log(q)) : t;
    return pow(larger, t - 1) * ratio;
}

real l2_momentum_left(real lr, real beta, real l2, uint64_t steps)
{
    if (!is_amount(lr) || !is_share(beta) || !is_amount(l2) || !(lr * l2 <= 1))
        return (real)NAN;
    if (steps == 0)
        return 1;
    real h = lr * l2, t = (real)steps;
    return (1 - h) * impulse(h, beta, t) - beta * impulse(h, beta, t - 1);
}
