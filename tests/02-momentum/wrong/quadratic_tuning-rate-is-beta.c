/* Your rate is β. But β is the product of the two roots of a step, and each of them has
 * the modulus √β: that is what an error shrinks by. */
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
    return (struct quadratic_tuning){
        .lr = step * step, .beta = rate * rate, .rate = rate * rate};
}
