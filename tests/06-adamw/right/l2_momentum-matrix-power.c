/* Correct: a step is a matrix that acts on θ and the velocity, and its powers are
 * formed by squaring; so is the sum of the powers of β. */
#include "optim/check.h"
#include "optim/l2_momentum.h"

/* Row by row. */
struct matrix {
    real a, b, c, d;
};

static struct matrix times(struct matrix x, struct matrix y)
{
    return (struct matrix){x.a * y.a + x.b * y.c, x.a * y.b + x.b * y.d,
                           x.c * y.a + x.d * y.c, x.c * y.b + x.d * y.d};
}

static struct matrix to_the_power(struct matrix x, uint64_t n)
{
    struct matrix power = {1, 0, 0, 1};
    for (; n; n /= 2) {
        if (n % 2)
            power = times(power, x);
        x = times(x, x);
    }
    return power;
}

real l2_momentum_pull(real lr, real beta, real l2, uint64_t steps)
{
    if (!is_amount(lr) || !is_share(beta) || !is_amount(l2))
        return (real)NAN;
    return lr * l2 * to_the_power((struct matrix){beta, 1, 0, 1}, steps).b;
}

real l2_momentum_left(real lr, real beta, real l2, uint64_t steps)
{
    real h = lr * l2;
    if (!is_amount(lr) || !is_share(beta) || !is_amount(l2) || h > 1)
        return (real)NAN;
    /* The velocity in units of θ: u ← βu + hθ, θ ← θ - u. */
    return to_the_power((struct matrix){1 - h, -beta, h, beta}, steps).a;
}
