/* Your heavy ball's learning rate is the root of the right one. It must have the unit
 * of 1/curvature: measure the curvatures in other units, and yours changes by the root
 * of the factor. */
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
    return (struct quadratic_tuning){.lr = 2 / roots, .beta = rate * rate, .rate = rate};
}
