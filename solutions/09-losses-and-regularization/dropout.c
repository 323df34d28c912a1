/** @exercise 9.6 Inverted dropout
 *  @points 10
 *
 *  Dropout sets each unit to 0 with the probability $p$, independently, in every step of
 *  training. *Inverted* dropout multiplies those that are kept by $1/(1-p)$, so that the
 *  mean of a unit stays what it was and nothing need be done when the network is used.
 *
 *  Write the forward pass and the backward pass. The random numbers are given, so that
 *  every run can be repeated; the header says which numbers drop a unit. Mind the
 *  borders: $p = 0$, $p = 1$, and a unit that is NaN and is dropped.
 *
 *  Then write how much noise that is: the variance of a weighted sum of dropped units.
 *
 *  @hint $1/(1-p)$ is infinite for $p = 1$. Is it ever needed there? What is $0 \cdot
 *        \infty$? For the variance: what values does $y_i$ take, with which
 *        probabilities?
 *  @hint Refuse a bad $p$ before anything is written. Per unit: without random numbers
 *        keep $x$; otherwise decide by $u_i \ge p$, note it, and store $x_i/(1-p)$ or a
 *        plain 0 by a condition, not by a product. Backward does the same with the flags.
 *        Units are independent, so variances add; that of one is $x_i^2$ times $p/(1-p)$.
 *  @plot sweep p variance
 *  @commentary The first dropout multiplied the weights by $1 - p$ when the network was
 *  used; in the inverted form, deployed code needs to know nothing. A mask of factors in
 *  place of flags is as good, as long as 0 · NaN is not met. The variance shows why $p =
 *  \frac12$ in every layer of a narrow network is much. */
#include "optim/dropout.h"
#include "optim/todo.h"

#include <math.h>

enum descent_status dropout_forward(size_t n, real p, const real *u, const real *x,
                                    bool *kept, real *y)
{
    // BEGIN SOLUTION
    if (!(p >= 0 && p <= 1))
        return DESCENT_ERANGE;
    for (size_t i = 0; i < n; i++) {
        kept[i] = !u || u[i] >= p;
        if (!kept[i])
            y[i] = 0;
        else
            y[i] = u ? x[i] / (1 - p) : x[i];
    }
    return DESCENT_OK;
    // END SOLUTION
}

enum descent_status dropout_backward(size_t n, real p, const bool *kept, const real *dy,
                                     real *dx)
{
    // BEGIN SOLUTION
    if (!(p >= 0 && p <= 1))
        return DESCENT_ERANGE;
    const unsigned char *flag =
        (const unsigned char *)kept; /* gcc has no vectors of bool */
    for (size_t i = 0; i < n; i++) {
        const real passed = dy[i] / (1 - p);
        dx[i] = flag[i] ? passed : 0;
    }
    return DESCENT_OK;
    // END SOLUTION
}

real dropout_variance(size_t n, real p, const real *w, const real *x)
{
    // BEGIN SOLUTION
    if (!(p >= 0 && p <= 1))
        return (real)NAN;
    real sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += w[i] * x[i] * w[i] * x[i];
    return p < 1 ? p / (1 - p) * sum : 0;
    // END SOLUTION
}
