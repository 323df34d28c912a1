/* Your heavy ball has κ where √κ belongs: its rate is that of gradient descent. The
 * allowed interval ends at (1 ± √β)²; equating that with ημ and ηL and dividing leaves
 * a square on one side. */
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
    real rate = (ell / 2 - mu / 2) / (ell / 2 + mu / 2), root = (1 + rate);
    return (struct quadratic_tuning){
        .lr = root * root / ell, .beta = rate * rate, .rate = rate};
}
