/* finite.c: whether numbers can be computed with.
 *
 * Invariant: the answer depends on no other number than those n. */
#include "optim/finite.h"

#include <tgmath.h>

bool all_finite(size_t n, const real *x)
{
    for (size_t i = 0; i < n; i++)
        if (!isfinite(x[i]))
            return false;
    return true;
}
