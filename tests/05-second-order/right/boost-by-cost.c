/* boost-by-cost.c: the gain as the difference of three costs, each at its best value. */
#include "optim/boost.h"

#include <math.h>

static bool outside(real amount)
{
    return !(amount >= 0) || isinf(amount);
}

real boost_leaf(real g, real h, real lambda)
{
    if (outside(h) || outside(lambda) || isnan(g) || isinf(g))
        return NAN;
    return h + lambda == 0 ? 0 : -(g / (h + lambda));
}

static real cost(real g, real h, real lambda)
{
    const real w = boost_leaf(g, h, lambda);
    return g * w + 0.5 * (h + lambda) * w * w;
}

struct boost_split boost_best_split(size_t n, const real *x, const real *g, const real *h,
                                    struct boost_config c)
{
    struct boost_split best = {false, 0, NAN, 0};
    const struct boost_split nothing = {false, 0, NAN, NAN};
    real gl = 0, hl = 0, sum_g = 0, sum_h = 0;
    if (outside(c.lambda) || outside(c.gamma) || outside(c.least))
        return nothing;
    for (size_t i = 0; i < n; i++) {
        sum_g += g[i];
        sum_h += h[i];
        if (outside(h[i]) || !isfinite(x[i] + 0) || !isfinite(g[i]) ||
            (i && !(x[i - 1] <= x[i])))
            return nothing;
    }
    const real before = cost(sum_g, sum_h, c.lambda);
    for (size_t i = 1; i < n; i++) {
        gl += g[i - 1];
        hl += h[i - 1];
        const real gr = sum_g - gl, hr = fmax(sum_h - hl, 0);
        const real gain =
            before - cost(gl, hl, c.lambda) - cost(gr, hr, c.lambda) - c.gamma;
        if (x[i - 1] == x[i] || hl < c.least || hr < c.least || gain <= best.gain)
            continue;
        best.found = true;
        best.left = i;
        best.gain = gain;
        best.threshold = x[i - 1] / 2 + x[i] / 2;
        if (best.threshold <= x[i - 1])
            best.threshold = x[i];
    }
    return best;
}
