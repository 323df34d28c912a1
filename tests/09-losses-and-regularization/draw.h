/* draw.h: what the cases of chapter 9 share: difference quotients. */
#ifndef TESTS_09_DRAW_H
#define TESTS_09_DRAW_H

#include "judge/inputs.h"

/* A cost as a function of whatever the context holds. */
typedef real cost_of(const void *context);

/* Central differences of a cost in n numbers that it depends on; x is put back. */
static inline void quotients(size_t n, real *x, cost_of *cost, const void *context,
                             real *quotient)
{
    const real h = 0x1p-16;
    for (size_t i = 0; i < n; i++) {
        const real old = x[i];
        x[i] = old + h;
        const real above = cost(context);
        x[i] = old - h;
        const real below = cost(context);
        x[i] = old;
        quotient[i] = (above - below) / (2 * h);
    }
}

#endif
