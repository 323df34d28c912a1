/* backtracking.c: gradient descent whose step is found by a search from above.
 *
 *     θ ← θ - a g      a: the first of s, s·shrink, … that lowers f enough
 *                      s: the last a, times grow
 *
 * Invariant: f(θ) falls with every step, and θ, f(θ) and g belong to each other. */
#include "optim/backtracking.h"
#include "optim/zeros.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <tgmath.h>

struct backtracking_config backtracking_defaults(void)
{
    return (struct backtracking_config){
        .search = armijo_defaults(), .first = 1, .grow = 2};
}

static bool is_valid(struct backtracking_config c)
{
    return c.search.c > 0 && c.search.c < 1 && c.search.shrink > 0 &&
           c.search.shrink < 1 && c.search.evaluations > 0 && c.first > 0 &&
           isfinite(c.first) && c.grow >= 1 && isfinite(c.grow);
}

/* Evaluates f with its gradient at θ, and sets the status. */
static void look(struct backtracking *b)
{
    b->value = b->f(b->n, b->theta, b->g, b->context);
    b->evaluations++;
    bool finite = isfinite(b->value), flat = true;
    for (size_t i = 0; i < b->n; i++) {
        finite = finite && isfinite(b->g[i]);
        flat = flat && b->g[i] == 0;
        b->d[i] = -b->g[i];
    }
    if (!finite)
        b->status = BACKTRACKING_INVALID;
    else if (flat)
        b->status = BACKTRACKING_FLAT;
}

enum descent_status backtracking_init(struct backtracking *descent, size_t n,
                                      objective_fn *f, void *context, real *theta,
                                      struct backtracking_config config)
{
    *descent = (struct backtracking){
        .config = config, .n = n, .f = f, .context = context, .theta = theta};
    if (!is_valid(config))
        return DESCENT_ERANGE;
    descent->g = zeros(n);
    descent->d = zeros(n);
    descent->trial = zeros(n);
    if (!descent->g || !descent->d || !descent->trial) {
        backtracking_free(descent);
        return DESCENT_ENOMEM;
    }
    descent->step = config.first / config.grow;
    look(descent);
    return DESCENT_OK;
}

enum backtracking_status backtracking_step(struct backtracking *descent)
{
    struct backtracking *b = descent;
    if (b->status != BACKTRACKING_RUNNING)
        return b->status;
    // [backtracking-step]
    const real first = b->step * b->config.grow;
    const struct armijo_result found =
        armijo_search(b->n, b->f, b->context, b->theta, b->value, b->g, b->d, first,
                      b->config.search, b->trial);
    b->evaluations += found.evaluations;
    if (found.status != ARMIJO_OK || found.value >= b->value)
        return b->status = BACKTRACKING_STUCK;
    b->step = found.step;
    memcpy(b->theta, b->trial, b->n * sizeof *b->theta);
    look(b);
    // [backtracking-step]
    return b->status;
}

void backtracking_free(struct backtracking *descent)
{
    free(descent->g);
    free(descent->d);
    free(descent->trial);
    descent->g = descent->d = descent->trial = NULL;
}
