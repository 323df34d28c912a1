/* Your heavy ball's learning rate is 4 / (√L + √μ). It must have the unit of 1/curvature,
 * so the sum of the roots is squared as well as the 2. */
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
    real step = 2 / roots;
    return (struct quadratic_tuning){.lr = 2 * step, .beta = rate * rate, .rate = rate};
}
