/* Your β is the rate itself. The heavy ball shrinks the error by √β a step, because β
 * is the product of two roots; with β as you have it, the method is slower than it
 * could be and the rate is not the one you state. */
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
    return (struct quadratic_tuning){.lr = step * step, .beta = rate, .rate = rate};
}
