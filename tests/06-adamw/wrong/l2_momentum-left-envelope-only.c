/* Where the roots are complex you return the envelope β^(t/2), without the swing under
 * it. The two roots have the same modulus and opposite angles, and what is left is
 * their combination. */
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

real l2_momentum_left(real lr, real beta, real l2, uint64_t steps)
{
    if (!is_amount(lr) || !is_share(beta) || !is_amount(l2) || !(lr * l2 <= 1))
        return (real)NAN;
    if (steps == 0)
        return 1;
    real h = lr * l2, b = 1 + beta - h, t = (real)steps;
    if (b * b < 4 * beta)
        return pow(beta, t / 2);
    return (1 - h) * impulse(b, beta, t) - beta * impulse(b, beta, t - 1);
}
