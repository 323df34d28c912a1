/* Your rate of gradient descent has the roots of μ and L in it. That is how fast the
 * heavy ball is; without momentum there are no roots. */
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
    return (struct quadratic_tuning){.lr = 1 / middle,
                                     .beta = 0,
                                     .rate = (ell - mu) / (sqrt(ell) + sqrt(mu)) /
                                             (sqrt(ell) + sqrt(mu))};
}
