/** @exercise 9.7 The backward pass of layer normalization
 *  @points 15
 *
 *  Layer normalization takes each row of features for itself: with the row's mean $\mu$
 *  and variance $v$, divided by $n$,
 *
 *  $$ \hat x_i = \frac{x_i - \mu}{\sqrt{v + \varepsilon}} , \quad
 *     y_i = \gamma_i \hat x_i + \beta_i . $$
 *
 *  Given $dy$, write the gradients with respect to the row, the gains $\gamma$ and the
 *  biases $\beta$. Every $y_i$ depends on every $x_k$, through the mean and the variance:
 *  that is what the two corrections of $dx$ are.
 *
 *  @hint Start from $d\hat x_i = \gamma_i\,dy_i$. Which direction of $x$ changes no $\hat
 *        x$ at all? Which one changes none but for $\varepsilon$? The gradient has
 *        nothing along either.
 *  @hint Two loops for mean and variance, and $r = 1/\sqrt{v + \varepsilon}$. In a third
 *        one, the mean $s$ of $d\hat x_i$ and the mean $t$ of $d\hat x_i\,\hat x_i$, and
 *        what the row adds to the gradients of gain and bias. In a fourth, $dx_i = r\,
 *        (d\hat x_i - s - \hat x_i t)$. It may overwrite $dy_i$, which is read for the
 *        last time there.
 *  @plot rows i dx
 *  @commentary The term $s$ comes from the mean, $t$ from the variance. The derivation
 *  goes through $\partial v/\partial x_k = 2(x_k - \mu)/n$; that the mean in $v$ depends
 *  on $x_k$, too, adds nothing, because deviations sum to 0. Programs that store $\hat x$
 *  save the first two loops and pay with memory; those that store $\mu$ and $r$ save them
 *  almost for free. */
#include "optim/layer_norm_backward.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
static void row_backward(size_t n, const real *x, const real *gain, real eps,
                         const real *dy, real *dx, real *dgain, real *dbias)
{
    real mean = 0, variance = 0, s = 0, t = 0;
    for (size_t i = 0; i < n; i++)
        mean += x[i] / (real)n;
    for (size_t i = 0; i < n; i++)
        variance += (x[i] - mean) * (x[i] - mean) / (real)n;
    const real scale = 1 / sqrt(variance + eps);
    for (size_t i = 0; i < n; i++) {
        const real normal = (x[i] - mean) * scale, slope = gain[i] * dy[i];
        s += slope / (real)n;
        t += slope * normal / (real)n;
        dgain[i] += dy[i] * normal;
        dbias[i] += dy[i];
    }
    for (size_t i = 0; i < n; i++)
        dx[i] = scale * (gain[i] * dy[i] - s - (x[i] - mean) * scale * t);
}

// END SOLUTION
enum descent_status layer_norm_backward(size_t rows, size_t n, const real *x,
                                        const real *gain, real eps, const real *dy,
                                        real *dx, real *dgain, real *dbias)
{
    // BEGIN SOLUTION
    if (n == 0 || !(eps > 0) || !isfinite(eps))
        return DESCENT_ERANGE;
    for (size_t i = 0; i < n; i++)
        dgain[i] = dbias[i] = 0;
    for (size_t r = 0; r < rows; r++)
        row_backward(n, x + r * n, gain, eps, dy + r * n, dx + r * n, dgain, dbias);
    return DESCENT_OK;
    // END SOLUTION
}
