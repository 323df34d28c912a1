/* escape-probability.c: the mean as the reciprocal of the probability to leave. */
#include "optim/escape.h"

#include <math.h>

struct escape_estimate escape_mean(size_t runs, const size_t *time, size_t limit)
{
    size_t steps = 0, escapes = 0;
    for (size_t i = runs; i-- > 0;) {
        steps += time[i] > limit ? limit : time[i];
        escapes += time[i] > limit ? 0 : 1;
    }
    const double chance = (double)escapes / (double)steps;
    if (escapes == 0)
        return (struct escape_estimate){INFINITY, INFINITY, 0};
    return (struct escape_estimate){1 / chance, 1 / (chance * sqrt((double)escapes)),
                                    escapes};
}
