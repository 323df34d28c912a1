/* The variance as a mean of squares less the square of the mean, of differences that are
 * counted from the first one. */
#include "optim/control_variate.h"

static real spread(size_t m, const real *x, const real *y, real *mean)
{
    const real first = x[0] - y[0];
    real sum = 0, squares = 0;
    for (size_t i = 0; i < m; i++) {
        real d = x[i] - y[i] - first;
        sum += d / (real)m;
        squares += d * d / (real)m;
    }
    *mean = first + sum;
    return squares > sum * sum ? squares - sum * sum : 0;
}

real control_variate(real x, real y, real mean_y, real alpha)
{
    return mean_y - alpha * (y - x);
}

struct control_variate_law control_variate_law(size_t m, const real *x, const real *y,
                                               real alpha)
{
    struct control_variate_law law;
    real b, V = spread(m, x, y, &b), sum = 0;
    for (size_t i = 0; i < m; i++)
        sum += y[i];
    law.mean = sum / (real)m + alpha * b;
    law.variance = alpha * alpha * V;
    law.error = law.variance + (1 - alpha) * (1 - alpha) * b * b;
    return law;
}

real control_variate_best(size_t m, const real *x, const real *y)
{
    real b, V = spread(m, x, y, &b);
    return V == 0 ? 1 : 1 / (1 + V / (b * b));
}
