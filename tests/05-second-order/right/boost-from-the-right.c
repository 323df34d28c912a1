/* boost-from-the-right.c: goes from the last sample to the first. */
#include "optim/boost.h"

#include <math.h>

real boost_leaf(real g, real h, real lambda)
{
    const real below = h + lambda;
    if (!isfinite(g) || !isfinite(below) || !(h >= 0) || !(lambda >= 0))
        return (real)NAN;
    return below > 0 ? -g / below : 0;
}

static real half_score(real g, real h, real lambda)
{
    return h + lambda > 0 ? 0.5 * g * (g / (h + lambda)) : 0;
}

static bool is_good(size_t n, const real *x, const real *g, const real *h)
{
    for (size_t i = 0; i < n; i++)
        if (isnan(x[i]) || isinf(x[i]) || isnan(g[i]) || isinf(g[i]) || !(h[i] >= 0) ||
            isinf(h[i]) || (i > 0 && x[i - 1] > x[i]))
            return false;
    return true;
}

struct boost_split boost_best_split(size_t n, const real *x, const real *g, const real *h,
                                    struct boost_config c)
{
    struct boost_split best = {.gain = (real)NAN, .threshold = (real)NAN};
    real all_g = 0, all_h = 0, g_right = 0, h_right = 0;
    if (!isfinite(c.lambda + c.gamma + c.least) || c.lambda < 0 || c.gamma < 0 ||
        c.least < 0 || !is_good(n, x, g, h))
        return best;
    best.gain = 0;
    for (size_t i = n; i-- > 0;) {
        all_g += g[i];
        all_h += h[i];
    }
    for (size_t left = n; left-- > 1;) {
        g_right += g[left];
        h_right += h[left];
        const real g_left = all_g - g_right, h_left = all_h - h_right;
        const real gain = half_score(g_left, h_left, c.lambda) +
                          half_score(g_right, h_right, c.lambda) -
                          half_score(all_g, all_h, c.lambda) - c.gamma;
        const bool allowed =
            x[left - 1] != x[left] && h_left >= c.least && h_right >= c.least;
        if (!allowed || gain <= 0 || gain < best.gain)
            continue;
        const real middle = x[left] - (x[left] / 2 - x[left - 1] / 2);
        best = (struct boost_split){true, left, middle > x[left - 1] ? middle : x[left],
                                    gain};
    }
    return best;
}
