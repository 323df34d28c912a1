/* two_valleys.h: a function of one number with two valleys, and noisy descent on it. */
#ifndef DESCENT_FIGURES_LANDSCAPES_TWO_VALLEYS_H
#define DESCENT_FIGURES_LANDSCAPES_TWO_VALLEYS_H

#include "optim/escape.h"
#include "shared.h"

/* Of the gradient of a single sample. */
static const double deviation = 2;

/* f = x⁴/4 - x²/2 + x/10: valleys at about -1.05 and 0.95, a pass between them. */
static inline double height(double x)
{
    return x * x * x * x / 4 - x * x / 2 + x / 10;
}

static inline real slope(real x, void *context)
{
    (void)context;
    return x * x * x - x + (real)0.1;
}

static inline double curvature(double x)
{
    return 3 * x * x - 1;
}

/* Where the slope is 0, near the start. */
static inline double flat(double x)
{
    for (int i = 0; i < 50; i++)
        x -= (double)slope((real)x, NULL) / curvature(x);
    return x;
}

static inline real draw_noise(void *rng)
{
    return (real)rng_normal(rng);
}

/* Kramers's time in steps, the barrier crossed half of the times that the pass is
 * reached: π / (η √(f''(valley) |f''(pass)|)) exp(2 b Δ / (η σ²)). */
static inline double kramers(double lr, size_t batch)
{
    const double valley = flat(0.95), pass = flat(0.1);
    const double barrier = height(pass) - height(valley);
    return M_PI / (lr * sqrt(curvature(valley) * -curvature(pass))) *
           exp(2 * (double)batch * barrier / (lr * square(deviation)));
}

/* A step of descent, with the noise of a batch. */
static inline real noisy_step(real x, double lr, size_t batch, struct rng *rng)
{
    return x - (real)lr * (slope(x, NULL) +
                           (real)(deviation / sqrt((double)batch)) * draw_noise(rng));
}

#endif
