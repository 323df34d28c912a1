/* armijo_search-power.c: the step as a power, own sums, one exit. */
#include "optim/armijo_search.h"

#include <math.h>
#include <stdbool.h>

static bool valid(size_t n, real value, const real *g, const real *d, real first,
                  struct armijo_config c)
{
    bool good = isfinite(value) && isfinite(first) && first > 0 && c.c > 0 && c.c < 1 &&
                c.shrink > 0 && c.shrink < 1 && c.evaluations;
    for (size_t i = 0; i < n; i++)
        good = good && isfinite(g[i]) && isfinite(d[i]);
    return good;
}

struct armijo_result armijo_search(size_t n, objective_fn *f, void *context,
                                   const real *theta, real value, const real *g,
                                   const real *d, real first, struct armijo_config config,
                                   real *trial)
{
    struct armijo_result result = {ARMIJO_INVALID, 0, value, 0};
    const bool good = valid(n, value, g, d, first, config);
    real slope = 0;
    for (size_t i = 0; i < n; i++)
        slope += g[i] * d[i];
    if (good)
        result.status = slope < 0 ? ARMIJO_GAVE_UP : ARMIJO_UPHILL;
    while (result.status == ARMIJO_GAVE_UP && result.evaluations < config.evaluations) {
        const real a = first * pow(config.shrink, (real)result.evaluations++);
        for (size_t i = 0; i < n; i++)
            trial[i] = fma(a, d[i], theta[i]);
        const real there = f(n, trial, NULL, context);
        if (there > -INFINITY && there - value <= config.c * a * slope)
            result = (struct armijo_result){ARMIJO_OK, a, there, result.evaluations};
    }
    for (size_t i = 0; result.step == 0 && i < n; i++)
        trial[i] = theta[i];
    return result;
}
