/* Correct, by way of the condition number: (√κ - 1)/(√κ + 1) is tanh(¼ log κ), and with ½
 * in place of ¼ it is the rate of gradient descent; log1p keeps the digits. */
#include "optim/quadratic_tuning.h"

#include <math.h>
#include <stdbool.h>

static bool is_spectrum(real mu, real ell)
{
    return isfinite(mu) && isfinite(ell) && mu > 0 && ell - mu >= 0;
}

struct quadratic_tuning quadratic_tune_gradient(real mu, real ell)
{
    struct quadratic_tuning tuning = {(real)NAN, (real)NAN, (real)NAN};
    if (is_spectrum(mu, ell)) {
        tuning.rate = tanh(log1p((ell - mu) / mu) / 2);
        tuning.lr = (1 + tuning.rate) / ell;
        tuning.beta = 0;
    }
    return tuning;
}

struct quadratic_tuning quadratic_tune_heavy_ball(real mu, real ell)
{
    struct quadratic_tuning tuning = {(real)NAN, (real)NAN, (real)NAN};
    if (is_spectrum(mu, ell)) {
        tuning.rate = tanh(log1p((ell - mu) / mu) / 4);
        tuning.lr = pow(1 + tuning.rate, 2) / ell;
        tuning.beta = tuning.rate * tuning.rate;
    }
    return tuning;
}
