/* Your heavy ball walks with the learning rate of gradient descent. Momentum allows
 * more: up to 2(1 + β)/L. The two ends of the spectrum have to lie on the two ends of
 * its interval, and that takes a larger η. */
#include "optim/quadratic_tuning.h"

#include <math.h>
#include <stdbool.h>

static const struct quadratic_tuning nothing = {(real)NAN, (real)NAN, (real)NAN};

static bool is_spectrum(real mu, real ell)
{
    return mu > 0 && ell >= mu && isfinite(ell);
}

struct quadratic_tuning quadratic_tune_heavy_ball(real mu, real ell)
{
    if (!is_spectrum(mu, ell))
        return nothing;
    real roots = sqrt(ell) + sqrt(mu);
    real rate = (ell - mu) / roots / roots;
    return (struct quadratic_tuning){
        .lr = 1 / (mu / 2 + ell / 2), .beta = rate * rate, .rate = rate};
}
