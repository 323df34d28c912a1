/* You refuse L = μ. A bowl that is round has a condition number of 1, and nothing is
 * easier: the best rates reach its minimum in one step, and the rate is 0. */
#include "optim/quadratic_tuning.h"

#include <math.h>

struct quadratic_tuning quadratic_tune_gradient(real mu, real ell)
{
    if (!(mu > 0 && ell > mu && isfinite(ell)))
        return (struct quadratic_tuning){(real)NAN, (real)NAN, (real)NAN};
    return (struct quadratic_tuning){.lr = 1 / (mu / 2 + ell / 2),
                                     .beta = 0,
                                     .rate = (ell / 2 - mu / 2) / (ell / 2 + mu / 2)};
}

struct quadratic_tuning quadratic_tune_heavy_ball(real mu, real ell)
{
    if (!(mu > 0 && ell > mu && isfinite(ell)))
        return (struct quadratic_tuning){(real)NAN, (real)NAN, (real)NAN};
    real roots = sqrt(ell) + sqrt(mu);
    real rate = (ell - mu) / roots / roots;
    return (struct quadratic_tuning){
        .lr = 4 / roots / roots, .beta = rate * rate, .rate = rate};
}
