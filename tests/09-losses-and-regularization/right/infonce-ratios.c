/* infonce-ratios.c: shares of sums instead of exponentials of logarithms. */
#include "optim/infonce.h"

#include <math.h>
#include <stdbool.h>

real infonce(size_t n, const real *s, const size_t *positive, real tau, real *ds)
{
    bool good = n >= 2 && tau > 0 && isfinite(tau);
    for (size_t i = 0; good && i < n; i++)
        good = positive[i] < n && positive[i] != i;
    for (size_t e = 0; good && e < n * n; e++)
        good = e % (n + 1) == 0 || isfinite(s[e]);
    for (size_t e = 0; ds && e < n * n; e++)
        ds[e] = good ? 0 : NAN;
    if (!good)
        return NAN;
    double sum_of_losses = 0;
    for (size_t i = n; i-- > 0;) {
        const real *row = &s[i * n];
        double best = row[positive[i]], sum = 0;
        for (size_t k = 0; k < n; k++)
            best = k != i ? fmax(best, row[k]) : best;
        for (size_t k = 0; k < n; k++)
            sum += k != i ? exp((row[k] - best) / tau) : 0;
        sum_of_losses += (best - row[positive[i]]) / tau + log(sum);
        for (size_t k = 0; ds && k < n; k++)
            if (k != i)
                ds[i * n + k] = (exp((row[k] - best) / tau) / sum - (k == positive[i])) /
                                tau / (double)n;
    }
    return sum_of_losses / (double)n;
}
