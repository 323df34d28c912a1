/** @file classifier.h
 *  @brief A network and a data set as one function of the parameters.
 *  @ingroup lab */
#ifndef DESCENT_CLASSIFIER_H
#define DESCENT_CLASSIFIER_H

#include "lab/dataset.h"
#include "lab/mlp.h"
#include "lab/problem.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

/** f(θ) = (1/m) Σ cross-entropy of sample i + (λ/2) ‖weights‖². With one layer this is
 *  softmax regression, which is convex. The biases are not penalized. */
struct classifier {
    struct mlp mlp;             ///< The network; owned.
    const struct dataset *data; ///< The samples; must outlive the classifier.
    real l2;                    ///< λ.
    real *x;                    ///< Room for a gathered batch; owned.
    size_t *label;              ///< And for its labels; owned.
};

/** Prepares the function.
 *  @param[out] classifier  overwritten; release it with classifier_free()
 *  @param      layers      as in mlp_init()
 *  @param      width       as in mlp_init(); width[0] is data->features, width[layers] at
 *                          least data->classes
 *  @param      data        the samples, at least one; a batch has at most data->rows rows
 *  @param      l2          λ, finite and at least 0
 *  @return DESCENT_OK, DESCENT_ERANGE if an argument is outside its range or does not fit
 *          the data, or DESCENT_ENOMEM. After a failure classifier_free() is allowed and
 *          does nothing. */
enum descent_status classifier_init(struct classifier *classifier, size_t layers,
                                    const size_t *width, const struct dataset *data,
                                    real l2);

/** @param classifier  initialized; must outlive the view
 *  @return f as a finite sum. The batch gradient has the whole penalty in it, so that its
 *          mean over random batches is the gradient; for more than data->rows rows it is
 *          NaN. */
struct problem classifier_problem(struct classifier *classifier);

/** Releases the memory. May be called twice.
 *  @param classifier  initialized, or all zero */
void classifier_free(struct classifier *classifier);

/** @} */

#endif
