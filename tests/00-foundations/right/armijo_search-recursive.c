/* armijo_search-recursive.c: each attempt calls the next; BLAS builds the point. */
#include "optim/armijo_search.h"
#include <cblas.h>

#include <math.h>
#include <string.h>

struct search {
    size_t n;
    objective_fn *f;
    void *context;
    const real *theta, *d;
    real value, slope, *trial;
    struct armijo_config config;
};

static struct armijo_result attempt(const struct search *s, real a, size_t k)
{
    if (s->n)
        memcpy(s->trial, s->theta, s->n * sizeof(real));
    if (k == s->config.evaluations)
        return (struct armijo_result){ARMIJO_GAVE_UP, 0, s->value, k};
    cblas_daxpy((int)s->n, a, s->d, 1, s->trial, 1);
    const real there = s->f(s->n, s->trial, NULL, s->context);
    if (isfinite(there) && there <= s->value + s->config.c * (a * s->slope))
        return (struct armijo_result){ARMIJO_OK, a, there, k + 1};
    return attempt(s, a * s->config.shrink, k + 1);
}

struct armijo_result armijo_search(size_t n, objective_fn *f, void *context,
                                   const real *theta, real value, const real *g,
                                   const real *d, real first, struct armijo_config config,
                                   real *trial)
{
    struct search s = {n, f, context, theta, d, value, 0, trial, config};
    struct armijo_result refused = {ARMIJO_INVALID, 0, value, 0};
    real sum = 0 * value + 0 * first + 0 * config.c + 0 * config.shrink;
    for (size_t i = 0; i < n; i++) {
        trial[i] = theta[i];
        sum += 0 * g[i] + 0 * d[i];
        s.slope += g[i] * d[i];
    }
    if (isnan(sum) || first <= 0 || config.c <= 0 || config.c >= 1 ||
        config.shrink <= 0 || config.shrink >= 1 || config.evaluations < 1)
        return refused;
    refused.status = ARMIJO_UPHILL;
    return s.slope < 0 ? attempt(&s, first, 0) : refused;
}
