/* Your β and your rate of the heavy ball have κ where √κ belongs: the rate is that of
 * gradient descent. The allowed interval ends at (1 ± √β)²; dividing one end by the other
 * leaves a square on one side. */
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
    real rate = (ell / 2 - mu / 2) / (ell / 2 + mu / 2);
    real step = 2 / roots;
    return (struct quadratic_tuning){
        .lr = step * step, .beta = rate * rate, .rate = rate};
}
