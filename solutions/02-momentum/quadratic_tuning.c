/** @exercise 2.4 The best rates for a quadratic
 *  @points 10
 *
 *  Along an eigenvector of curvature $h$, gradient descent multiplies the error by
 *  $1 - \eta h$. The heavy ball in form (b) shrinks it by $\sqrt\beta$ a step in the long
 *  run, provided that $(1-\sqrt\beta)^2 \le \eta h \le (1+\sqrt\beta)^2$, and more slowly
 *  outside.
 *
 *  All curvatures of a quadratic lie in $[\mu, L]$. For both methods find the rates that
 *  make the slowest direction as fast as it can be, and the factor $\rho$ by which its
 *  error shrinks at each step. Mind the digits: where $L$ is close to $\mu$, $\rho$ is
 *  close to 0 and still wanted to twelve digits. Mind the range: $\mu$ and $L$ may be as
 *  large as a number can be, and then their sum is infinite.
 *
 *  @hint The slowest direction is at one end of the spectrum. Raising $\eta$ helps one
 *        end and hurts the other, so at the best $\eta$ both ends are equally slow. For
 *        the heavy ball, let both ends of the spectrum lie on the ends of the allowed
 *        interval.
 *  @hint Gradient descent: $1 - \eta\mu = -(1 - \eta L)$. Heavy ball: $\eta\mu =
 *        (1-\sqrt\beta)^2$ and $\eta L = (1+\sqrt\beta)^2$; divide one by the other, take
 *        roots, solve for $\sqrt\beta$. The result has $\sqrt L - \sqrt\mu$ in it, which
 *        loses digits; $(L - \mu)/(\sqrt L + \sqrt\mu)$ is the same and loses none.
 *  @plot kappas kappa rate
 *  @commentary With the condition number $\kappa = L/\mu$ the rates are
 *  $(\kappa-1)/(\kappa+1)$ and $(\sqrt\kappa-1)/(\sqrt\kappa+1)$: momentum takes the root
 *  of the condition number. At the best rates both ends of the spectrum are critically
 *  damped, and there the error shrinks like $t\rho^t$: the factor $t$ is the price of the
 *  edge. */
#include "optim/quadratic_tuning.h"
#include "optim/check.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
static const struct quadratic_tuning nothing = {(real)NAN, (real)NAN, (real)NAN};

static bool is_spectrum(real mu, real ell)
{
    return mu > 0 && ell >= mu && isfinite(ell);
}

// END SOLUTION
struct quadratic_tuning quadratic_tune_gradient(real mu, real ell)
{
    // BEGIN SOLUTION
    if (!is_spectrum(mu, ell))
        return nothing;
    real middle = mu / 2 + ell / 2; /* the sum itself may overflow */
    return (struct quadratic_tuning){
        .lr = 1 / middle, .beta = 0, .rate = (ell - mu) / 2 / middle};
    // END SOLUTION
}

struct quadratic_tuning quadratic_tune_heavy_ball(real mu, real ell)
{
    // BEGIN SOLUTION
    if (!is_spectrum(mu, ell))
        return nothing;
    real roots = sqrt(ell) + sqrt(mu);
    real rate = (ell - mu) / roots / roots;
    real step = 2 / roots;
    return (struct quadratic_tuning){
        .lr = step * step, .beta = rate * rate, .rate = rate};
    // END SOLUTION
}
