/* power_iteration-normalize-first.c: sums of its own; the vector is scaled at the top of
 * the loop, by its largest number first. */
#include "optim/power_iteration.h"

#include <math.h>
#include <string.h>

static double scale(size_t n, real *x)
{
    double largest = 0, sum = 0;
    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, fabs(x[i]));
    for (size_t i = 0; i < n; i++)
        x[i] /= largest;
    for (size_t i = 0; i < n; i++)
        sum += x[i] * x[i];
    for (size_t i = 0; i < n; i++)
        x[i] /= sqrt(sum);
    return largest;
}

enum descent_status power_iteration(size_t n, product_fn *product, void *context,
                                    real shift, struct power_config config, real *v,
                                    real *work, struct power_result *result)
{
    double size = 0;
    bool finite = true;
    *result = (struct power_result){NAN, NAN, 0, false};
    for (size_t i = 0; i < n; i++) {
        size = fmax(size, fabs(v[i]));
        finite = finite && isfinite(v[i]);
    }
    if (!n || !config.limit || !(config.tolerance > 0 && config.tolerance < INFINITY) ||
        !isfinite(shift) || (finite && size == 0))
        return DESCENT_ERANGE;
    if (!finite)
        return DESCENT_ENAN;
    while (result->products < config.limit && !result->converged) {
        double rho = 0, squares = 0;
        if (result->products)
            memcpy(v, work, n * sizeof *v);
        scale(n, v);
        product(n, v, work, context);
        result->products++;
        for (size_t i = 0; i < n; i++) {
            work[i] += shift * v[i];
            rho += work[i] * v[i];
        }
        for (size_t i = 0; i < n; i++)
            squares += pow(work[i] - rho * v[i], 2);
        if (!isfinite(squares)) {
            result->value = result->residual = NAN;
            return DESCENT_ENAN;
        }
        result->value = rho - shift;
        result->residual = sqrt(squares);
        result->converged = sqrt(squares) <= fabs(rho) * config.tolerance;
    }
    return DESCENT_OK;
}
