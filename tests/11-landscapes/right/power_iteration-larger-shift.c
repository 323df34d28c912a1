/* power_iteration-larger-shift.c: the second run with a start kept elsewhere in `work`,
 * and the first run's tests repeated in other words. */
#include "optim/power_iteration.h"

enum descent_status top_eigenvalue(size_t n, product_fn *product, void *context,
                                   struct power_config config, real *v, real *work,
                                   struct power_result *result)
{
    struct power_result first;
    for (size_t i = 0; i < n; i++)
        work[i] = v[i];
    const enum descent_status status =
        power_iteration(n, product, context, 0, config, v, work + n, &first);
    *result = first;
    if (status != DESCENT_OK || !first.converged || first.value >= 0)
        return status;
    for (size_t i = 0; i < n; i++)
        v[i] = work[i];
    const enum descent_status second =
        power_iteration(n, product, context, -first.value, config, v, work + n, result);
    result->products = result->products + first.products;
    return second;
}
