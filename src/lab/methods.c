/* methods.c: the table of the methods.
 *
 * Invariant: each line of METHODS is all that the laboratory, the figures and the
 * benchmark know of a method. */
#include "lab/methods.h"
#include "optim/adadelta.h"
#include "optim/adagrad.h"
#include "optim/adam.h"
#include "optim/adamw.h"
#include "optim/amsgrad.h"
#include "optim/heavy_ball.h"
#include "optim/ista.h"
#include "optim/lion.h"
#include "optim/momentum_forms.h"
#include "optim/nesterov_current.h"
#include "optim/rmsprop.h"
#include "optim/sgd.h"
#include "optim/sgdw.h"

#include <stdlib.h>
#include <string.h>

/* The name; its struct; arrays of state; the field that a schedule multiplies; and how
 * its config differs from the defaults. */
// clang-format off
// Its own preprocessor cannot expand a table of macros within macros.
// cppcheck-suppress preprocessorErrorDirective
#define METHODS(METHOD)                                                                  \
    METHOD(sgd,              sgd,              0, config.lr, (void)0)                    \
    METHOD(heavy_ball,       heavy_ball,       1, config.lr, (void)0)                    \
    METHOD(momentum_average, momentum_average, 1, config.lr, (void)0)                    \
    METHOD(nesterov,         nesterov_current, 1, config.lr, (void)0)                    \
    METHOD(ista,             ista,             0, config.lr, (void)0)                    \
    METHOD(sgdw,             sgdw,             1, schedule,  (void)0)                    \
    METHOD(lion,             lion,             1, config.lr, (void)0)                    \
    METHOD(adagrad,          adagrad,          1, config.lr, (void)0)                    \
    METHOD(rmsprop,          rmsprop,          1, config.lr, (void)0)                    \
    METHOD(rmsprop_momentum, rmsprop,          2, config.lr, c.beta = (real)0.9)         \
    METHOD(rmsprop_centered, rmsprop,          2, config.lr, c.centered = true)          \
    METHOD(adadelta,         adadelta,         2, config.lr, (void)0)                    \
    METHOD(adam,             adam,             2, config.lr, (void)0)                    \
    METHOD(adam_l2,          adam,             2, config.lr, c.l2 = (real)0.01)          \
    METHOD(adamw,            adamw,            2, schedule,  (void)0)                    \
    METHOD(amsgrad,          amsgrad,          3, config.lr, (void)0)
// clang-format on

/* The functions of one method, as the table needs them. */
#define DEFINE(NAME, METHOD, ARRAYS, RATE, CHANGE)                                       \
    static void step_##NAME(void *state, real *theta, const real *g)                     \
    {                                                                                    \
        METHOD##_step(state, theta, g);                                                  \
    }                                                                                    \
    static void drop_##NAME(void *state)                                                 \
    {                                                                                    \
        METHOD##_free(state);                                                            \
        free(state);                                                                     \
    }                                                                                    \
    static enum descent_status make_##NAME(struct optimizer *optimizer, size_t n)        \
    {                                                                                    \
        struct METHOD##_config c = METHOD##_defaults();                                  \
        struct METHOD *state = malloc(sizeof *state);                                    \
        if (!state)                                                                      \
            return DESCENT_ENOMEM;                                                       \
        CHANGE;                                                                          \
        *optimizer = (struct optimizer){.state = state,                                  \
                                        .step = step_##NAME,                             \
                                        .drop = drop_##NAME,                             \
                                        .lr = &state->config.lr,                         \
                                        .rate = &state->RATE};                           \
        return METHOD##_init(state, n, c);                                               \
    }
METHODS(DEFINE)

#define ROW(NAME, METHOD, ARRAYS, RATE, CHANGE)                                          \
    {#NAME, 2 + (ARRAYS), 1 + (ARRAYS), (ARRAYS) * sizeof(real), make_##NAME},
const struct method methods[] = {METHODS(ROW){NULL, 0, 0, 0, NULL}};

const struct method *method_named(const char *name)
{
    for (const struct method *method = methods; method->name; method++)
        if (strcmp(method->name, name) == 0)
            return method;
    return NULL;
}

enum descent_status method_make(struct optimizer *optimizer, const char *name, size_t n)
{
    const struct method *method = method_named(name);
    *optimizer = (struct optimizer){0};
    enum descent_status status = method ? method->make(optimizer, n) : DESCENT_ERANGE;
    if (status)
        optimizer_drop(optimizer);
    return status;
}

static void step_param_groups(void *state, real *theta, const real *g)
{
    param_groups_step(state, theta, g);
}

struct optimizer param_groups_optimizer(struct param_groups *groups)
{
    return (struct optimizer){.state = groups,
                              .step = step_param_groups,
                              .lr = &groups->lr,
                              .rate = &groups->schedule};
}
