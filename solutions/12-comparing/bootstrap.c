/** @exercise 12.4 A bootstrap interval of a difference
 *  @points 15
 *
 *  Two methods were run on the same $n$ seeds, and one is better by $\bar a - \bar b$ on
 *  average. How much of that is chance? The bootstrap asks the sample itself: draw $n$
 *  pairs with replacement, take the mean of their differences, and do that many times.
 *  The middle 95 % of those means are the percentile interval.
 *
 *  Write it for pairs: one draw takes $a_i$ and $b_i$ together. Then write it for results
 *  that are no pairs, where $a$ and $b$ are drawn each by itself. A seed that is hard for
 *  both methods moves both alike: the difference of a pair does not see it. Compare the
 *  two intervals.
 *
 *  @hint How many indices does a resample of $n$ pairs need, and how many one of $n$
 *        results of each method? Of what are the quantiles taken: of the differences, or
 *        of their means?
 *  @hint First refuse what is to be refused. Resample $r$ sums $a_i - b_i$ over the $n$
 *        indices $i = \lfloor n u \rfloor$ and divides by $n$. Sort the means (`qsort`).
 *        The quantile $q$ is at the place $p = q\,(R - 1)$: with $k = \lfloor p \rfloor$
 *        it is $m_k + (p - k)(m_{k+1} - m_k)$, and there is no $m_{k+1}$ behind the last
 *        one.
 *  @plot paired q difference
 *  @commentary The percentile interval is a little too narrow for small $n$: with 5 seeds
 *  the spread of the resamples is that of the population times $\sqrt{4/5}$ on average.
 *  It needs no normal distribution and keeps to the range of the data, and that is why it
 *  is used. With 5 pairs there are only 126 different resamples. */
#include "optim/bootstrap.h"
#include "optim/todo.h"

#include <stdlib.h>
#include <tgmath.h>

// BEGIN SOLUTION
static enum descent_status check(size_t n, const real *a, const real *b, real level,
                                 size_t resamples, const real *u, size_t draws)
{
    if (n == 0 || resamples == 0 || !(level > 0 && level < 1))
        return DESCENT_ERANGE;
    for (size_t k = 0; k < resamples * draws; k++)
        if (!(u[k] >= 0 && u[k] < 1))
            return DESCENT_ERANGE;
    for (size_t i = 0; i < n; i++)
        if (!isfinite(a[i]) || !isfinite(b[i]))
            return DESCENT_ENAN;
    return DESCENT_OK;
}

/* The mean of the n numbers of x that u draws. */
static real drawn_mean(size_t n, const real *x, const real *u)
{
    real sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += x[(size_t)((real)n * u[i])];
    return sum / (real)n;
}

static int ascending(const void *a, const void *b)
{
    const real x = *(const real *)a, y = *(const real *)b;
    return (x > y) - (x < y);
}

static real quantile(size_t count, const real *sorted, real q)
{
    const real place = q * (real)(count - 1);
    const size_t k = (size_t)place;
    if (k + 1 >= count)
        return sorted[count - 1];
    return sorted[k] + (place - (real)k) * (sorted[k + 1] - sorted[k]);
}

/* Sorts the resamples' means, and reads the interval off them. */
static void summarize(size_t n, const real *a, const real *b, real level,
                      size_t resamples, real *mean, struct interval *interval)
{
    real sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += a[i] - b[i];
    qsort(mean, resamples, sizeof *mean, ascending);
    *interval = (struct interval){.middle = sum / (real)n,
                                  .low = quantile(resamples, mean, (1 - level) / 2),
                                  .high = quantile(resamples, mean, (1 + level) / 2)};
}

// END SOLUTION
enum descent_status bootstrap_paired(size_t n, const real *a, const real *b, real level,
                                     size_t resamples, const real *u, real *mean,
                                     struct interval *interval)
{
    // BEGIN SOLUTION
    enum descent_status status = check(n, a, b, level, resamples, u, n);
    if (status)
        return status;
    for (size_t r = 0; r < resamples; r++, u += n)
        mean[r] = drawn_mean(n, a, u) - drawn_mean(n, b, u);
    summarize(n, a, b, level, resamples, mean, interval);
    return DESCENT_OK;
    // END SOLUTION
}

enum descent_status bootstrap_unpaired(size_t n, const real *a, const real *b, real level,
                                       size_t resamples, const real *u, real *mean,
                                       struct interval *interval)
{
    // BEGIN SOLUTION
    enum descent_status status = check(n, a, b, level, resamples, u, 2 * n);
    if (status)
        return status;
    for (size_t r = 0; r < resamples; r++, u += 2 * n)
        mean[r] = drawn_mean(n, a, u) - drawn_mean(n, b, u + n);
    summarize(n, a, b, level, resamples, mean, interval);
    return DESCENT_OK;
    // END SOLUTION
}
