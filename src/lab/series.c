/* series.c: a wave with a jump, noise, and irregular times. */
#include "lab/series.h"

#include <math.h>

static const double pi = 3.14159265358979323846;

real series_level(size_t n, size_t i)
{
    double phase = 2 * pi * (double)i / (double)n;
    return (real)(1 + sin(phase) / 2 + (i >= n / 2));
}

void series_noisy(size_t n, real *x, real noise, struct rng *rng)
{
    for (size_t i = 0; i < n; i++)
        x[i] = series_level(n, i) + noise * (real)rng_normal(rng);
}

void series_times(size_t n, real *t, struct rng *rng)
{
    double now = 0;
    for (size_t i = 0; i < n; i++) {
        now -= log1p(-rng_uniform(rng));
        t[i] = (real)now;
    }
}
