/* Your gradient descent uses 1/L, the learning rate that is safe when only L is known.
 * It takes the steepest direction to its minimum in one step and leaves the flattest
 * the slower for it. With μ known as well, both ends can be made equally slow. */
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
    return (struct quadratic_tuning){.lr = 1 / ell, .beta = 0, .rate = 1 - mu / ell};
}
