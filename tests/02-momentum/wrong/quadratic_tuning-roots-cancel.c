/* Your rate of the heavy ball loses its digits where L is close to μ: √L - √μ is a
 * difference of two rounded numbers that agree in most of their digits, and what is
 * left is mostly rounding. Write the difference so that the subtraction comes before
 * the roots. */
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
    real low = sqrt(mu), high = sqrt(ell);
    real rate = (high - low) / (high + low), step = 2 / (high + low);
    return (struct quadratic_tuning){
        .lr = step * step, .beta = rate * rate, .rate = rate};
}
