/* kkt_verify-backwards.c: every loop from its end, the worst condition from the last. */
#include "optim/kkt_verify.h"

#include <math.h>
#include <stdbool.h>

static void raise(real *most, real candidate)
{
    if (candidate > *most)
        *most = candidate;
}

static bool all_finite(size_t count, const real *x)
{
    while (count-- > 0)
        if (isnan(x[count]) || isinf(x[count]))
            return false;
    return true;
}

struct kkt_report kkt_verify(const struct kkt_candidate *c, real tolerance)
{
    struct kkt_report r = {.worst = KKT_HOLDS};
    const size_t n = c->n;
    bool valid =
        all_finite(n, c->gradient) && tolerance >= 0 && all_finite(1, &tolerance);
    valid = valid && all_finite(c->inequalities, c->g) &&
            all_finite(c->inequalities, c->g_prices);
    valid = valid && all_finite(c->equalities, c->h) &&
            all_finite(c->equalities, c->h_prices);
    valid = valid && all_finite(n * c->inequalities, c->g_slopes);
    if (!valid || !all_finite(n * c->equalities, c->h_slopes))
        return (struct kkt_report){NAN, NAN, NAN, NAN, KKT_INVALID};
    for (size_t i = n; i-- > 0;) {
        real up = fmax(c->gradient[i], 0), down = fmin(c->gradient[i], 0);
        for (size_t k = c->inequalities; k-- > 0;)
            up += c->g_prices[k] * c->g_slopes[k * n + i];
        for (size_t k = c->equalities; k-- > 0;)
            down += c->h_prices[k] * c->h_slopes[k * n + i];
        raise(&r.stationarity, fabs(up + down));
    }
    for (size_t k = c->inequalities; k-- > 0;) {
        raise(&r.primal, c->g[k]);
        raise(&r.dual, -c->g_prices[k]);
        raise(&r.complementarity, c->g_prices[k] * c->g[k]);
        raise(&r.complementarity, -c->g_prices[k] * c->g[k]);
    }
    for (size_t k = c->equalities; k-- > 0;) {
        raise(&r.primal, c->h[k]);
        raise(&r.primal, -c->h[k]);
    }
    const real residual[4] = {r.stationarity, r.primal, r.dual, r.complementarity};
    for (size_t k = 4; k-- > 0;)
        if (residual[k] > tolerance && (!r.worst || residual[k] >= residual[r.worst - 1]))
            r.worst = (enum kkt_condition)(k + 1);
    return r;
}
