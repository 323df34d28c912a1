/** @exercise 9.5 Steps that end at zero
 *  @points 15
 *
 *  The penalty $\lambda_1 \sum |\theta_i|$ has a kink at 0, and a sub-gradient step jumps
 *  over it. A proximal step takes the gradient of the cost alone, and then solves the
 *  rest exactly, coordinate by coordinate:
 *
 *  $$ \theta_t = \operatorname{argmin}_u\; \frac12 \lVert u - (\theta_{t-1} - \eta
 *     g_t)\rVert^2 + \eta\lambda_1 \sum |u_i| + \frac{\eta\lambda_2}{2} \sum u_i^2 . $$
 *
 *  Write the soft threshold, which solves it for $\lambda_2 = 0$, and the step with both
 *  penalties. Then write the residual: how do you tell that you have arrived at a minimum
 *  that sits on kinks?
 *
 *  @hint Where is the derivative of $\frac12 (u - x)^2 + t\lvert u\rvert + \frac{s}{2}
 *        u^2$ zero for $u > 0$? For which $x$ is that a positive number? At $u = 0$ the
 *        slope of $\lvert u\rvert$ may be anything from $-1$ to 1.
 *  @hint The threshold has three cases; test for bad arguments first, and return a plain
 *        0 in the middle one. The step is the threshold of $\theta_i - \eta g_i$ at
 *        $\eta\lambda_1$, divided by $1 + \eta\lambda_2$; count $t$. The residual is the
 *        largest of: $\lvert g_i + \lambda_1 \operatorname{sign} \theta_i +
 *        \lambda_2\theta_i\rvert$ where $\theta_i \ne 0$, and the positive part of
 *        $\lvert g_i\rvert - \lambda_1$ where it is 0.
 *  @plot threshold x soft
 *  @commentary The order matters: dividing before the threshold makes the zone of zeros
 *  wider by $1 + \eta\lambda_2$. A gradient step on the $\lambda_2$ penalty instead of
 *  the division is right in the limit of small $\eta$, and diverges for $\eta\lambda_2 >
 *  2$; the proximal one never does. Codes such as glmnet, which leave out weights that
 *  seem to be 0, use the residual's second half as a test of whether they were right. */
#include "optim/ista.h"
#include "optim/todo.h"

#include <tgmath.h>

real soft_threshold(real x, real t)
{
    // BEGIN SOLUTION
    if (isnan(x) || !(t >= 0))
        return (real)NAN;
    if (x > t)
        return x - t;
    if (x < -t)
        return x + t;
    return 0;
    // END SOLUTION
}

void ista_step(struct ista *ista, real *theta, const real *g)
{
    // BEGIN SOLUTION
    const real lr = ista->config.lr, threshold = lr * ista->config.l1;
    const real shrink = 1 + lr * ista->config.l2;
    for (size_t i = 0; i < ista->n; i++)
        theta[i] = soft_threshold(theta[i] - lr * g[i], threshold) / shrink;
    ista->t++;
    // END SOLUTION
}

real ista_residual(const struct ista *ista, const real *theta, const real *g)
{
    // BEGIN SOLUTION
    const real l1 = ista->config.l1, l2 = ista->config.l2;
    real largest = 0;
    for (size_t i = 0; i < ista->n; i++) {
        real size = fabs(g[i]) - l1;
        if (theta[i] != 0)
            size = fabs(g[i] + (theta[i] > 0 ? l1 : -l1) + l2 * theta[i]);
        largest = size > largest ? size : largest;
    }
    return largest;
    // END SOLUTION
}
