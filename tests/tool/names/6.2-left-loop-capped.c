/* A loop that stops after a million steps. */
#include "optim/check.h"
#include "optim/l2_momentum.h"
#include "optim/todo.h"

#include <tgmath.h>

real l2_momentum_pull(real lr, real beta, real l2, uint64_t steps)
{
    if (!is_nonnegative(lr) || !is_decay_rate(beta) || !is_nonnegative(l2))
        return NAN;
    if (steps == 0)
        return 0;
    if (beta == 0)
        return lr * l2;
    return lr * l2 * (-expm1((real)steps * log(beta)) / (1 - beta));
}

real l2_momentum_left(real lr, real beta, real l2, uint64_t steps)
{
    if (!is_nonnegative(lr) || !is_decay_rate(beta) || !is_nonnegative(l2) ||
        !(lr * l2 <= 1))
        return NAN;
    real theta = 1, v = 0;
    for (uint64_t k = 0; k < steps && k < 1000000; k++) {
        v = beta * v + l2 * theta;
        theta -= lr * v;
    }
    return theta;
}
