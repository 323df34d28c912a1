/** @exercise 3.4 Lion
 *  @points 10
 *
 *  Lion was found by a program that searched among programs. It looks at nothing of the
 *  gradient but a sign:
 *
 *   θ ← (1 - ηλ) θ
 *     - η sign(β_1 m + (1-β_1) g),
 *     m ← β_2 m + (1-β_2) g .
 *
 *  The direction and the memory mix the gradient in different shares, and the direction
 *  uses the memory of the step before. The decay acts on the parameters and never meets
 *  the sign.
 *
 *  Before you write it, think: when the gradients of a coordinate are μ ± a in
 *  turn, and m has become μ, what must μ be so that the signs do not alternate?
 *
 *  Write the step. C has no sign function for reals: yours must give 0 for 0 and NaN for
 *  NaN.
 *
 *  Try it:  build/descent grade 3.4
 *  A hint:  build/descent hint 3.4
 */
#include "optim/lion.h"
#include "optim/check.h"
#include "optim/todo.h"
#include "optim/zeros.h"

#include <stdlib.h>

void lion_step(struct lion *lion, real *theta, const real *g)
{
    // TODO 3.4
    todo("3.4");
}

/* The rest is given. */

struct lion_config lion_defaults(void)
{
    return (struct lion_config){
        .lr = (real)1e-4, .beta1 = (real)0.9, .beta2 = (real)0.99};
}

const char *lion_check(const struct lion_config *config)
{
    if (!is_amount(config->lr))
        return "lr must be finite and at least 0";
    if (!is_share(config->beta1))
        return "beta1 must be at least 0 and below 1";
    if (!is_share(config->beta2))
        return "beta2 must be at least 0 and below 1";
    if (!is_amount(config->decay))
        return "decay must be finite and at least 0";
    return NULL;
}

enum descent_status lion_init(struct lion *lion, size_t n, struct lion_config config)
{
    *lion = (struct lion){.config = config, .n = n};
    if (lion_check(&config))
        return DESCENT_ERANGE;
    lion->m = zeros(n);
    return lion->m ? DESCENT_OK : DESCENT_ENOMEM;
}

void lion_free(struct lion *lion)
{
    free(lion->m);
    lion->m = NULL;
}
