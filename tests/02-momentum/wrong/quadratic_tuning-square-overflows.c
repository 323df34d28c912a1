/* Your heavy ball squares √L + √μ, and near the end of what a double can hold the square
 * is infinite. Divide first, twice or by the sum of the roots before you square. */
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
    real rate = (ell - mu) / (roots * roots);
    return (struct quadratic_tuning){
        .lr = 4 / (roots * roots), .beta = rate * rate, .rate = rate};
}
