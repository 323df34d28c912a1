/* Your rate of gradient descent, 1 - μ/L, is that of the learning rate 1/L. At the best
 * one both ends of the spectrum are equally slow: put it into 1 - ημ. */
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
        .lr = 1 / middle, .beta = 0, .rate = (ell - mu) / ell};
}
