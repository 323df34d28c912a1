/* newton_schulz.c: room for the Newton–Schulz iteration, which is exercise 7.1.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/newton_schulz.h"
#include "optim/zeros.h"

#include <limits.h>
#include <stdlib.h>

enum descent_status newton_schulz_init(struct newton_schulz *ns, size_t rows, size_t cols)
{
    const size_t m = rows < cols ? rows : cols;
    *ns = (struct newton_schulz){.rows = rows, .cols = cols};
    if (m < 1 || rows > INT_MAX / cols)
        return DESCENT_ERANGE;
    ns->x = zeros(rows * cols);
    ns->y = zeros(rows * cols);
    ns->gram = zeros(m * m);
    ns->poly = zeros(m * m);
    if (ns->x && ns->y && ns->gram && ns->poly)
        return DESCENT_OK;
    newton_schulz_free(ns);
    return DESCENT_ENOMEM;
}

void newton_schulz_free(struct newton_schulz *ns)
{
    free(ns->x);
    free(ns->y);
    free(ns->gram);
    free(ns->poly);
    ns->x = ns->y = ns->gram = ns->poly = NULL;
}
