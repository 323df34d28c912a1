/* Your rate of gradient descent is negative: the two ends of the spectrum are the wrong
 * way round in it. A factor by which an error shrinks lies between 0 and 1. */
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
    return (struct quadratic_tuning){.lr = 1 / (mu / 2 + ell / 2),
                                     .beta = 0,
                                     .rate = (mu / 2 - ell / 2) / (mu / 2 + ell / 2)};
}
