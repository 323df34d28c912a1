/* landscapes.c: small functions with a reputation.
 *
 *     valley   Σ 100 (θ_{i+1} - θ_i²)² + (1 - θ_i)²                    [Rosenbrock 1960]
 *     saddle   (x² - y²) / 2 + y⁴ / 4
 *     online   C x if t mod 3 = 1, else -x, for -1 ≤ x ≤ 1            [Reddi et al. 2018]
 *
 *     theta  θ   parameters       slope  C   of the one cost in three that matters
 *
 * Invariant: none of them has state, so their problems own nothing. */
#include "lab/landscapes.h"

#include <tgmath.h>

static real rosenbrock_value(const struct problem *self, const real *theta)
{
    real sum = 0;
    for (size_t i = 0; i + 1 < self->n; i++) {
        real off = theta[i + 1] - theta[i] * theta[i];
        real along = 1 - theta[i];
        sum += 100 * off * off + along * along;
    }
    return sum;
}

static void rosenbrock_gradient(const struct problem *self, const real *theta, real *g)
{
    g[0] = 0;
    for (size_t i = 0; i + 1 < self->n; i++) {
        real off = theta[i + 1] - theta[i] * theta[i];
        g[i] -= 400 * off * theta[i] + 2 * (1 - theta[i]);
        g[i + 1] = 200 * off;
    }
}

enum descent_status rosenbrock_problem(struct problem *problem, size_t n)
{
    if (n < 2)
        return DESCENT_ERANGE;
    *problem = (struct problem){
        .n = n, .value = rosenbrock_value, .gradient = rosenbrock_gradient};
    return DESCENT_OK;
}

void rosenbrock_start(size_t n, real *theta)
{
    for (size_t i = 0; i < n; i++)
        theta[i] = i % 2 ? 1 : -(real)1.2;
}

static real saddle_value(const struct problem *self, const real *theta)
{
    (void)self;
    real x = theta[0], y = theta[1];
    return (x * x - y * y) / 2 + y * y * y * y / 4;
}

static void saddle_gradient(const struct problem *self, const real *theta, real *g)
{
    (void)self;
    real y = theta[1];
    g[0] = theta[0];
    g[1] = y * y * y - y;
}

struct problem saddle_problem(void)
{
    return (struct problem){.n = 2, .value = saddle_value, .gradient = saddle_gradient};
}

real reddi_gradient(size_t t, real slope)
{
    return t % 3 == 1 ? slope : -1;
}

real reddi_project(real x)
{
    return x > 1 ? 1 : x < -1 ? -1 : x;
}
