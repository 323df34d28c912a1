/** @file nist.h
 *  @brief Nonlinear regressions with certified answers.
 *  @ingroup lab */
#ifndef DESCENT_NIST_H
#define DESCENT_NIST_H

#include "lab/least_squares.h"

/** @addtogroup lab
 *  @{ */

enum { NIST_MAX_N = 3 }; ///< Most parameters of a model here.

/** A regression of NIST's Statistical Reference Datasets. */
struct nist_problem {
    /** Residuals data - model; `start` is NIST's first, the farther one; `minimum` is the
     *  certified residual sum of squares. */
    struct residual_model model;
    double start2[NIST_MAX_N];    ///< NIST's second start, the nearer one.
    double certified[NIST_MAX_N]; ///< The certified parameters, to 11 digits.
};

/** Misra1a to Misra1d, DanWood, Rat42 and BoxBOD. The last one has no name.
 *  @see National Institute of Standards and Technology, Statistical Reference Datasets,
 *       nonlinear regression, doi:10.18434/T43G6C. */
extern const struct nist_problem nist_problems[];

/** @param name  any string
 *  @return the problem of that name, or NULL */
const struct nist_problem *nist_named(const char *name);

/** @} */

#endif
