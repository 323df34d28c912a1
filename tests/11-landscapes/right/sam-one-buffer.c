/* sam-one-buffer.c: the neighbor made in two loops, its length by the largest number. */
#include "optim/sam.h"

#include <math.h>

real sam_gradient(struct sam *sam, const real *theta, objective_fn *f, void *context,
                  real *g)
{
    real *way = sam->neighbor;
    double largest = 0, squares = 0;
    const real value = f(sam->n, theta, way, context);
    for (size_t i = 0; i < sam->n; i++)
        largest = isnan(way[i]) ? NAN : fmax(largest, fabs(way[i]));
    for (size_t i = 0; largest != 0 && i < sam->n; i++) {
        way[i] /= largest;
        squares += way[i] * way[i];
    }
    const double length = sqrt(squares);
    for (size_t i = sam->n; i-- > 0;)
        way[i] = theta[i] + (largest == 0 ? 0 : sam->config.rho / length * way[i]);
    f(sam->n, way, g, context);
    return value;
}
