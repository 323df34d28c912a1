/** @file zipf.h
 *  @brief Data whose classes are as unequal as words: few are common, most are rare.
 *  @ingroup lab */
#ifndef DESCENT_ZIPF_H
#define DESCENT_ZIPF_H

#include "lab/dataset.h"
#include "lab/rng.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

/** How to draw the samples. */
struct zipf_config {
    size_t rows;     ///< m, samples, at least `classes`. Default 4096.
    size_t features; ///< p, numbers in a sample, 1 to 4095. Default 128.
    size_t classes;  ///< K, 2 to 10000. Default 256.
    real exponent;   ///< s: the k-th class has a share in proportion to k^-s; finite, at
                     ///< least 0. 0 makes all alike. Default 1: Zipf's law.
    real spread; ///< Standard deviation of a sample around the mean of its class, whose
                 ///< coordinates are standard normal; finite, at least 0. Default 1.
    real offset; ///< Mean of all features, finite. Grey levels and the outputs of ReLU
                 ///< have one, too. It limits the learning rate of gradient descent,
                 ///< which could otherwise outrun the imbalance. Default 4.
};

/** @return the defaults named above. */
struct zipf_config zipf_defaults(void);

/** @param config  any
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *zipf_check(const struct zipf_config *config);

/** Draws labelled samples with heavy-tailed class frequencies. The counts are not drawn:
 *  class k gets the share of Zipf's law, rounded so that each class has at least one
 *  sample and the counts add up to `rows`; label 0 is the most common. A sample is the
 *  offset, the mean of its class and noise, all scaled by 1/√p. With the default settings
 *  classes are easy to tell apart: with s = 0 gradient descent has no trouble, and what
 *  slows it down with s = 1 is the imbalance.
 *  @param[out] dataset  overwritten; release it with dataset_free()
 *  @param      config   how
 *  @param      rng      advanced
 *  @return DESCENT_OK, DESCENT_ERANGE if zipf_check() objects, or DESCENT_ENOMEM. After a
 *          failure the data set is empty.
 *  @see Kunstner, Yadav, Milligan, Schmidt and Bietti (2024), Heavy-Tailed Class
 *       Imbalance and Why Adam Outperforms Gradient Descent on Language Models, section
 *       2. */
enum descent_status zipf_dataset(struct dataset *dataset,
                                 const struct zipf_config *config, struct rng *rng);

/** @} */

#endif
