/* finite.c: whether numbers can be computed with.
 *
 * Nearly always they can. So nothing ends the loop early, and several are looked at at
 * once.
 *
 * Invariant: the answer depends on no other number than those n. */
#include "optim/finite.h"

#include <tgmath.h>

bool all_finite(size_t n, const real *x)
{
    int strange = 0;
    for (size_t i = 0; i < n; i++)
        strange |= !isfinite(x[i]);
    return !strange;
}
