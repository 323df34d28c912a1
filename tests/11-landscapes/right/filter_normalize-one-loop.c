/* filter_normalize-one-loop.c: measured by the largest number; two rounds. */
#include "optim/filter_normalize.h"

#include <math.h>

static double length_of(size_t n, const real *x)
{
    double largest = 0, sum = 0;
    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, fabs(x[i]));
    for (size_t i = n; largest > 0 && i-- > 0;)
        sum += (x[i] / largest) * (x[i] / largest);
    return largest * sqrt(sum);
}

enum descent_status filter_normalize(size_t parts, const struct filter_part *part,
                                     const real *theta, real *d)
{
    for (int round = 0; round < 2; round++) {
        const real *w = theta;
        real *direction = d;
        for (const struct filter_part *p = part; p != part + parts; p++)
            for (size_t f = 0; f < p->filters; f++, w += p->size, direction += p->size) {
                double mine = length_of(p->size, direction), goal = length_of(p->size, w);
                for (size_t i = 0; i < p->size; i++)
                    if (round == 0 && !p->fixed &&
                        (!isfinite(w[i]) || !isfinite(direction[i])))
                        return DESCENT_ENAN;
                    else if (round == 1)
                        direction[i] =
                            p->fixed || mine == 0 ? 0 : goal * (direction[i] / mine);
            }
    }
    return DESCENT_OK;
}
