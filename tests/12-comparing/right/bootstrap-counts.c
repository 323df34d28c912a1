/* bootstrap-counts.c: counts how often each result is drawn; sorts by selection. */
#include "optim/bootstrap.h"

#include <math.h>

/* Adds sign/n of each result of x that is drawn. */
static real drawn(size_t n, const real *x, const real *u, real sign)
{
    real total = 0;
    for (size_t i = 0; i < n; i++) {
        size_t times = 0;
        for (size_t k = 0; k < n; k++)
            times += (size_t)(u[k] * (real)n) == i;
        total += sign * (real)times * x[i] / (real)n;
    }
    return total;
}

static void sort(size_t count, real *x)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++)
            if (x[k] < x[i]) {
                const real smaller = x[k];
                x[k] = x[i];
                x[i] = smaller;
            }
}

static real at(const real *x, size_t count, real q)
{
    const real place = q * (real)(count - 1), share = fmod(place, 1);
    const real *low = x + (size_t)place;
    return share > 0 ? *low * (1 - share) + low[1] * share : *low;
}

static enum descent_status run(size_t n, const real *a, const real *b, real level,
                               size_t resamples, const real *u, size_t apart, real *mean,
                               struct interval *interval)
{
    struct interval made = {0, 0, 0};
    if (!n || !resamples || !(level > 0) || !(level < 1))
        return DESCENT_ERANGE;
    for (size_t k = 0; k < resamples * (n + apart); k++)
        if (!(u[k] >= 0) || !(u[k] < 1))
            return DESCENT_ERANGE;
    for (size_t i = 0; i < n; i++) {
        if (!(fabs(a[i]) < INFINITY && fabs(b[i]) < INFINITY))
            return DESCENT_ENAN;
        made.middle += a[i] / (real)n - b[i] / (real)n;
    }
    for (size_t r = 0; r < resamples; r++, u += n + apart)
        mean[r] = drawn(n, a, u, 1) + drawn(n, b, u + apart, -1);
    sort(resamples, mean);
    made.low = at(mean, resamples, (1 - level) / 2);
    made.high = at(mean, resamples, (1 + level) / 2);
    *interval = made;
    return DESCENT_OK;
}

enum descent_status bootstrap_paired(size_t n, const real *a, const real *b, real level,
                                     size_t resamples, const real *u, real *mean,
                                     struct interval *interval)
{
    return run(n, a, b, level, resamples, u, 0, mean, interval);
}

enum descent_status bootstrap_unpaired(size_t n, const real *a, const real *b, real level,
                                       size_t resamples, const real *u, real *mean,
                                       struct interval *interval)
{
    return run(n, a, b, level, resamples, u, n, mean, interval);
}
