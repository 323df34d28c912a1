/* Correct: a step is a matrix that acts on θ and the velocity, and its powers are
 * formed by squaring; so is the sum of the powers of β. */
#include "optim/check.h"
#include "optim/l2_momentum.h"

/* Row by row; what a power is more than the identity, which keeps the digits of a step
 * that does next to nothing. */
struct excess {
    real a, b, c, d;
};

/* (I + x)(I + y) - I = x + y + xy */
static struct excess times(struct excess x, struct excess y)
{
    return (struct excess){
        x.a + y.a + x.a * y.a + x.b * y.c, x.b + y.b + x.a * y.b + x.b * y.d,
        x.c + y.c + x.c * y.a + x.d * y.c, x.d + y.d + x.c * y.b + x.d * y.d};
}

static struct excess to_the_power(struct excess x, uint64_t n)
{
    struct excess power = {0, 0, 0, 0};
    for (; n; n /= 2) {
        if (n % 2)
            power = times(power, x);
        x = times(x, x);
    }
    return power;
}

real l2_momentum_pull(real lr, real beta, real l2, uint64_t steps)
{
    if (!is_nonnegative(lr) || !is_decay_rate(beta) || !is_nonnegative(l2))
        return (real)NAN;
    return lr * l2 * to_the_power((struct excess){beta - 1, 1, 0, 0}, steps).b;
}

real l2_momentum_left(real lr, real beta, real l2, uint64_t steps)
{
    real h = lr * l2;
    if (!is_nonnegative(lr) || !is_decay_rate(beta) || !is_nonnegative(l2) || h > 1)
        return (real)NAN;
    /* The velocity in units of θ: u ← βu + hθ, θ ← θ - u. */
    return 1 + to_the_power((struct excess){-h, -beta, h, beta - 1}, steps).a;
}
