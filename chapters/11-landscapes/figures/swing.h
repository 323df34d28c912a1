/* swing.h: gradient descent on f(x, y) = (xy - 1)² / 2, whose minima lie on xy = 1 and
 * have the sharpness x² + y². */
#ifndef DESCENT_FIGURES_LANDSCAPES_SWING_H
#define DESCENT_FIGURES_LANDSCAPES_SWING_H

#include <math.h>
#include <stddef.h>

enum { SWING_STEPS = 60 };

/* The larger eigenvalue of the Hessian, whose entries are y², x² and 2xy - 1. */
static inline double swing_sharpness(double x, double y)
{
    const double middle = (x * x + y * y) / 2, half = (y * y - x * x) / 2;
    const double beside = 2 * x * y - 1;
    return middle + sqrt(half * half + beside * beside);
}

/* Points and sharpness, the start first, SWING_STEPS + 1 of each; NaN once it is lost. */
static inline void swing(double lr, double x0, double y0, double *x, double *y,
                         double *top)
{
    x[0] = x0;
    y[0] = y0;
    for (size_t t = 0; t <= SWING_STEPS; t++) {
        top[t] = swing_sharpness(x[t], y[t]);
        if (!(fabs(x[t]) < 1e3 && fabs(y[t]) < 1e3))
            x[t] = y[t] = top[t] = NAN;
        if (t == SWING_STEPS)
            return;
        const double rest = x[t] * y[t] - 1;
        x[t + 1] = x[t] - lr * rest * y[t];
        y[t + 1] = y[t] - lr * rest * x[t];
    }
}

#endif
