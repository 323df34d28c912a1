/* wolfe_search.c: what a line search asks for by default.
 *
 *     c1   share of the predicted decrease        c2   share of the slope
 *
 * Invariant: 0 < c1 < c2 < 1; the values are Nocedal and Wright's for Newton's and
 * quasi-Newton methods. */
#include "optim/wolfe_search.h"

struct wolfe_config wolfe_defaults(void)
{
    return (struct wolfe_config){
        .c1 = (real)1e-4, .c2 = (real)0.9, .step_max = (real)1e20, .evaluations = 40};
}
