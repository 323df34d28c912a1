/* You compute rates for anything: curvatures of 0 or below, an L below μ, NaN. On such
 * a function there is no best rate, and the header says what to return. */
#include "optim/quadratic_tuning.h"

#include <math.h>

struct quadratic_tuning quadratic_tune_gradient(real mu, real ell)
{
    return (struct quadratic_tuning){.lr = 1 / (mu / 2 + ell / 2),
                                     .beta = 0,
                                     .rate = (ell / 2 - mu / 2) / (ell / 2 + mu / 2)};
}

struct quadratic_tuning quadratic_tune_heavy_ball(real mu, real ell)
{
    real roots = sqrt(ell) + sqrt(mu);
    real rate = (ell - mu) / roots / roots;
    return (struct quadratic_tuning){
        .lr = 4 / roots / roots, .beta = rate * rate, .rate = rate};
}
