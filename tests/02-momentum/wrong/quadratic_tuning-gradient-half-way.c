/* Your gradient descent walks half as far as it could. From 1 - ημ = -(1 - ηL) follows
 * η(μ + L) = 2, not 1. */
#include "optim/quadratic_tuning.h"

#include <math.h>
#include <stdbool.h>

static const struct quadratic_tuning nothing = {(real)NAN, (real)NAN, (real)NAN};

static bool is_spectrum(real mu, real ell)
{
    return mu > 0 && ell >= mu && isfinite(ell);
}

struct quadratic_tuning quadratic_tune_gradient(real mu, real ell)
{
    if (!is_spectrum(mu, ell))
        return nothing;
    real middle = mu / 2 + ell / 2; /* the sum itself may overflow */
    return (struct quadratic_tuning){
        .lr = (real)0.5 / middle, .beta = 0, .rate = (ell - mu) / 2 / middle};
}
