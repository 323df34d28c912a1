/* kkt_verify-by-rows.c: for each unknown its column by BLAS, both kinds of constraints
 * by one function. */
#include "optim/kkt_verify.h"
#include <cblas.h>

#include <math.h>

static real plus_column(size_t count, const real *prices, const real *slopes, size_t n,
                        size_t i)
{
    return count ? cblas_ddot((int)count, prices, 1, slopes + i, (int)n) : 0;
}

static real spoiled(size_t count, const real *x)
{
    real sum = 0;
    while (count--)
        sum += x[count] - x[count];
    return sum;
}

struct kkt_report kkt_verify(const struct kkt_candidate *c, real tolerance)
{
    struct kkt_report r = {0, 0, 0, 0, KKT_HOLDS};
    const size_t n = c->n, p = c->inequalities, q = c->equalities;
    const real bad = spoiled(n, c->gradient) + spoiled(p, c->g) +
                     spoiled(p, c->g_prices) + spoiled(p * n, c->g_slopes) +
                     spoiled(q, c->h) + spoiled(q, c->h_prices) +
                     spoiled(q * n, c->h_slopes) + (tolerance - tolerance);
    if (isnan(bad) || tolerance < 0)
        return (struct kkt_report){NAN, NAN, NAN, NAN, KKT_INVALID};
    for (size_t i = 0; i < n; i++) {
        const real slope = c->gradient[i] +
                           plus_column(p, c->g_prices, c->g_slopes, n, i) +
                           plus_column(q, c->h_prices, c->h_slopes, n, i);
        if (fabs(slope) > r.stationarity)
            r.stationarity = fabs(slope);
    }
    for (size_t k = 0; k < p; k++) {
        const real product = fabs(c->g[k]) * fabs(c->g_prices[k]);
        r.primal = c->g[k] > r.primal ? c->g[k] : r.primal;
        r.dual = -c->g_prices[k] > r.dual ? -c->g_prices[k] : r.dual;
        r.complementarity = product > r.complementarity ? product : r.complementarity;
    }
    for (size_t k = 0; k < q; k++)
        r.primal = fabs(c->h[k]) > r.primal ? fabs(c->h[k]) : r.primal;
    real worst = tolerance;
    if (r.stationarity > worst)
        worst = r.stationarity, r.worst = KKT_STATIONARITY;
    if (r.primal > worst)
        worst = r.primal, r.worst = KKT_PRIMAL;
    if (r.dual > worst)
        worst = r.dual, r.worst = KKT_DUAL;
    if (r.complementarity > worst)
        r.worst = KKT_COMPLEMENTARITY;
    return r;
}
