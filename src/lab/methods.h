/** @file methods.h
 *  @brief Every optimizer of the book that steps on a gradient, by name.
 *  @ingroup lab */
#ifndef DESCENT_METHODS_H
#define DESCENT_METHODS_H

#include "lab/optimizer.h"
#include "optim/param_groups.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

/** A method. One step reads θ, g and each array of the state once, and writes θ and each
 *  array of the state once. */
struct method {
    const char *name; ///< Such as "adam"; NULL after the last.
    size_t reads;     ///< Arrays of n numbers that a step reads.
    size_t writes;    ///< Arrays of n numbers that a step writes.
    size_t state;     ///< Bytes of state kept for each parameter.

    /** Prepares the method with its defaults; see method_make(). */
    enum descent_status (*make)(struct optimizer *optimizer, size_t n);
};

/** All methods: those of one name differ in a setting, as its second half says. */
extern const struct method methods[];

/** @param name  any string
 *  @return the method of that name, or NULL */
const struct method *method_named(const char *name);

/** Prepares a method with its defaults. Before the first step `*optimizer->lr` may be
 *  set, and the rest of the config through `optimizer->state`, which points to the
 *  method's struct, `struct adam` say; but for what decides about memory: momentum and
 *  centering of RMSProp are methods of their own.
 *  @param[out] optimizer  overwritten; release it with optimizer_drop()
 *  @param      name       a method's name
 *  @param      n          number of parameters
 *  @return DESCENT_OK, DESCENT_ERANGE if there is no such method, or DESCENT_ENOMEM.
 *          After a failure optimizer_drop() is allowed and does nothing. */
enum descent_status method_make(struct optimizer *optimizer, const char *name, size_t n);

/** Parameter groups as an optimizer. A view: optimizer_drop() leaves the groups alone.
 *  @param groups  initialized; must live as long as the optimizer
 *  @return steps on all parameters of the groups */
struct optimizer param_groups_optimizer(struct param_groups *groups);

/** @} */

#endif
