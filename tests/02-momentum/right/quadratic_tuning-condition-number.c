/* Correct, with the condition number: the difference of the roots comes from κ - 1. */
#include "optim/quadratic_tuning.h"

#include <math.h>

struct quadratic_tuning quadratic_tune_gradient(real mu, real ell)
{
    if (!(mu > 0) || !(ell >= mu) || isinf(ell))
        return (struct quadratic_tuning){(real)NAN, (real)NAN, (real)NAN};
    real middle = mu + (ell - mu) / 2;
    return (struct quadratic_tuning){1 / middle, 0, (ell - mu) / 2 / middle};
}

struct quadratic_tuning quadratic_tune_heavy_ball(real mu, real ell)
{
    if (!(mu > 0) || !(ell >= mu) || isinf(ell))
        return (struct quadratic_tuning){(real)NAN, (real)NAN, (real)NAN};
    real root = sqrt(ell / mu), excess = (ell - mu) / mu;
    real rate = excess / (root + 1) / (root + 1);
    real beta = rate * rate;
    return (struct quadratic_tuning){
        .lr = (1 + beta) / (mu / 2 + ell / 2), .beta = beta, .rate = rate};
}
