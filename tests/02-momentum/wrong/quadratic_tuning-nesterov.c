/* These are the rates of Nesterov's method: η = 1/L, β = (√κ - 1)/(√κ + 1), and
 * ρ = 1 - 1/√κ. The heavy ball takes its gradient elsewhere, so other rates suit it
 * best, and it is the faster of the two on a quadratic. */
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
    real root = sqrt(ell / mu);
    return (struct quadratic_tuning){
        .lr = 1 / ell, .beta = (root - 1) / (root + 1), .rate = 1 - 1 / root};
}
