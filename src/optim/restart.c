/* restart.c: the hyper-parameters and the state of the restarted method;
 * its step is exercise 2.6.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/restart.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>
#include <string.h>

struct restart_config restart_defaults(void)
{
    return (struct restart_config){.lr = (real)0.01, .scheme = RESTART_GRADIENT};
}

const char *restart_check(const struct restart_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (config->scheme > RESTART_GRADIENT)
        return "scheme must be one of enum restart_scheme";
    return NULL;
}

enum descent_status restart_init(struct restart *restart, size_t n, const real *theta,
                                 struct restart_config config)
{
    *restart = (struct restart){.config = config, .n = n, .a = 1};
    restart->value = (real)INFINITY;
    if (restart_check(&config))
        return DESCENT_ERANGE;
    restart->y = zeros(n);
    restart->g = zeros(n);
    if (!restart->y || !restart->g) {
        restart_free(restart);
        return DESCENT_ENOMEM;
    }
    if (n > 0)
        memcpy(restart->y, theta, n * sizeof *theta);
    return DESCENT_OK;
}

void restart_free(struct restart *restart)
{
    free(restart->y);
    free(restart->g);
    restart->y = restart->g = NULL;
}
