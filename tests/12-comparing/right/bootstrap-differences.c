/* bootstrap-differences.c: sums of differences, sorted by insertion. */
#include "optim/bootstrap.h"

#include <math.h>
#include <stdbool.h>

static bool in_range(size_t n, real level, size_t resamples, size_t draws, const real *u)
{
    bool good = n > 0 && resamples > 0 && level > 0 && level < 1;
    for (size_t k = 0; good && k < resamples * draws; k++)
        good = u[k] >= 0 && u[k] < 1;
    return good;
}

static void insert(size_t count, real *sorted, real x)
{
    for (; count > 0 && sorted[count - 1] > x; count--)
        sorted[count] = sorted[count - 1];
    sorted[count] = x;
}

static real between(size_t count, const real *sorted, double place)
{
    const double below = floor(place), share = place - below;
    const size_t k = (size_t)below, next = k + 1 < count ? k + 1 : k;
    return (1 - share) * sorted[k] + share * sorted[next];
}

static enum descent_status both(bool pairs, size_t n, const real *a, const real *b,
                                real level, size_t resamples, const real *u, real *mean,
                                struct interval *interval)
{
    const size_t draws = pairs ? n : 2 * n;
    double all = 0, last = (double)resamples - 1;
    if (!in_range(n, level, resamples, draws, u))
        return DESCENT_ERANGE;
    for (size_t i = 0; i < n; all += a[i] - b[i], i++)
        if (!isfinite(a[i] - b[i]))
            return DESCENT_ENAN;
    for (size_t r = 0; r < resamples; r++) {
        double sum = 0;
        for (size_t i = 0; i < n; i++) {
            const real *mine = u + r * draws + i, *other = pairs ? mine : mine + n;
            sum += a[(size_t)floor(*mine * (double)n)] -
                   b[(size_t)floor(*other * (double)n)];
        }
        insert(r, mean, sum / (double)n);
    }
    interval->middle = all / (double)n;
    interval->low = between(resamples, mean, last * (0.5 - level / 2));
    interval->high = between(resamples, mean, last * (0.5 + level / 2));
    return DESCENT_OK;
}

enum descent_status bootstrap_paired(size_t n, const real *a, const real *b, real level,
                                     size_t resamples, const real *u, real *mean,
                                     struct interval *interval)
{
    return both(true, n, a, b, level, resamples, u, mean, interval);
}

enum descent_status bootstrap_unpaired(size_t n, const real *a, const real *b, real level,
                                       size_t resamples, const real *u, real *mean,
                                       struct interval *interval)
{
    return both(false, n, a, b, level, resamples, u, mean, interval);
}
