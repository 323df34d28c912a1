/* Your rate of gradient descent is the factor of f, the square of the one that was
 * asked for. The header means the distance to the minimum. */
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
    real rate = (ell / 2 - mu / 2) / (ell / 2 + mu / 2);
    return (struct quadratic_tuning){
        .lr = 1 / (mu / 2 + ell / 2), .beta = 0, .rate = rate * rate};
}
