/* armijo_search.c: what a backtracking search asks for by default.
 *
 *     c   share of the decrease that the slope promises      shrink   factor of a step
 *
 * Invariant: 0 < c < 1, 0 < shrink < 1. */
#include "optim/armijo_search.h"

struct armijo_config armijo_defaults(void)
{
    return (struct armijo_config){
        .c = (real)1e-4, .shrink = (real)0.5, .evaluations = 60};
}
