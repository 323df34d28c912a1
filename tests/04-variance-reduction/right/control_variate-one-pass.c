/* Mean and variance in one pass, by Welford's updates. */
#include "optim/control_variate.h"

struct running {
    real mean, squares;
};

static struct running differences(size_t m, const real *x, const real *y)
{
    struct running r = {0, 0};
    for (size_t i = 0; i < m; i++) {
        real d = x[i] - y[i], off = d - r.mean;
        r.mean += off / (real)(i + 1);
        r.squares += off * (d - r.mean);
    }
    return r;
}

real control_variate(real x, real y, real mean_y, real alpha)
{
    return alpha * x - alpha * y + mean_y;
}

struct control_variate_law control_variate_law(size_t m, const real *x, const real *y,
                                               real alpha)
{
    const struct running r = differences(m, x, y);
    real mean_y = 0;
    for (size_t i = 0; i < m; i++)
        mean_y += (y[i] - mean_y) / (real)(i + 1);
    const real V = r.squares / (real)m, bias = r.mean - alpha * r.mean;
    return (struct control_variate_law){mean_y + alpha * r.mean, alpha * alpha * V,
                                        alpha * alpha * V + bias * bias};
}

real control_variate_best(size_t m, const real *x, const real *y)
{
    const struct running r = differences(m, x, y);
    const real square = r.mean * r.mean, V = r.squares / (real)m;
    return square + V > 0 ? square / (square + V) : 1;
}
