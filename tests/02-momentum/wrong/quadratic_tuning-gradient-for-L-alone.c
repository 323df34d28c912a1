/* Your gradient descent uses 2/L. That is the edge of what converges on the steepest
 * direction: there the error changes its sign and keeps its size. Both ends of the
 * spectrum have a say. */
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
        .lr = 2 / ell, .beta = 0, .rate = (ell - mu) / 2 / middle};
}
