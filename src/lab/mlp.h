/** @file mlp.h
 *  @brief A multi-layer perceptron, forward and backward by hand, a batch at a time.
 *  @ingroup lab
 *
 *  All parameters are one vector θ, which is what an optimizer steps on. The network owns
 *  no parameters: it says which part of θ is which. */
#ifndef DESCENT_MLP_H
#define DESCENT_MLP_H

#include "lab/dataset.h"
#include "lab/rng.h"
#include "optim/filter_normalize.h"
#include "optim/param_groups.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** @addtogroup lab
 *  @{ */

#define MLP_MAX_LAYERS 32                    ///< Most linear layers.
#define MLP_MAX_MODULES (4 * MLP_MAX_LAYERS) ///< Most modules.
#define MLP_MAX_WIDTH 65536                  ///< Most units in a layer.
#define MLP_MAX_N ((size_t)1 << 26)          ///< Most parameters.
#define MLP_MAX_BATCH ((size_t)1 << 20)      ///< Most samples at a time.

/** One step of the computation: what comes in, what goes out, and which parameters it
 *  uses. A network is a list of modules; a new kind of layer is a new pair of functions.
 *  */
struct module {
    size_t in;      ///< Numbers in a sample that comes in.
    size_t out;     ///< Numbers in a sample that goes out.
    size_t weights; ///< Where in θ the weights start, out × in of them, or the gains of a
                    ///< normalization, out of them; unused by ReLU and dropout.
    size_t biases; ///< Where in θ the biases start, out of them; unused by ReLU, too.
    struct module_state *state; ///< Of a normalization or of dropout; owned. Else NULL.

    /** Computes Y (batch × out) from X (batch × in). */
    void (*forward)(const struct module *self, const real *theta, size_t batch,
                    const real *x, real *y);

    /** From dY computes the module's own part of the gradient g and dX, which may be NULL
     *  if it is not wanted. */
    void (*backward)(const struct module *self, const real *theta, size_t batch,
                     const real *x, const real *dy, real *g, real *dx);

    const struct module_tangent *tangent; ///< Its derivatives along a direction, or NULL
                                          ///< if it has none: see lab/tangent.h.
};

/** How the outputs of a hidden linear layer are normalized. */
enum mlp_norm {
    MLP_NORM_NONE,  ///< Not at all.
    MLP_NORM_BATCH, ///< Batch normalization, each unit over the batch.
    MLP_NORM_GROUP, ///< Group normalization, each sample over groups of units.
};

/** What stands between the linear layers besides ReLU. */
struct mlp_config {
    enum mlp_norm norm; ///< After each linear layer but the last.
    size_t groups; ///< Of group normalization; divides all hidden widths. With 1 it is
                   ///< layer normalization.
    real dropout;  ///< Probability that a unit is dropped after ReLU, 0 to 1.
    uint64_t seed; ///< Of what is dropped.
    bool skip; ///< Whether ReLU and each linear layer behind it from width to the same
               ///< width, but for the last layer, add what they make of their input to
               ///< that input. Goes with neither normalization nor dropout.
};

/** Linear layers with ReLU between them; the cost is the mean softmax cross-entropy. With
 *  one layer it is softmax regression. */
struct mlp {
    size_t n;        ///< Number of parameters.
    size_t weights;  ///< How many of them are weights: these come first, layer by layer,
                     ///< then the biases, so that two slices are two parameter groups.
    size_t features; ///< Numbers in a sample.
    size_t classes;  ///< Numbers in an output.
    size_t batch;    ///< Most samples at a time.
    size_t modules;  ///< 2 layers - 1, if there is nothing but ReLU between the layers;
                     ///< with skip connections a block is one module.
    struct module module[MLP_MAX_MODULES]; ///< Linear, ReLU, …, linear.
    real *output[MLP_MAX_MODULES];         ///< What each made of the last batch.
    real *delta[2]; ///< Gradients on their way back: of a module's output and its input.
    real *memory;   ///< All of the above; owned.
};

/** Cost and accuracy on a data set. */
struct score {
    real cost;     ///< Mean cross-entropy.
    real accuracy; ///< Share of the samples whose class has the largest output, 0 to 1;
                   ///< a tie for the first place is a wrong answer.
};

/** Prepares a network.
 *  @param[out] mlp     overwritten; release it with mlp_free()
 *  @param      layers  number of linear layers, 1 to #MLP_MAX_LAYERS
 *  @param      width   layers + 1 numbers: features, units of each hidden layer, classes;
 *                      each 1 to #MLP_MAX_WIDTH
 *  @param      batch   most samples at a time, 1 to #MLP_MAX_BATCH
 *  @return DESCENT_OK, DESCENT_ERANGE if a size is outside its range or there would be
 *          more than #MLP_MAX_N parameters or eight times as many numbers in flight, or
 *          DESCENT_ENOMEM. After a failure mlp_free() is allowed and does nothing. */
enum descent_status mlp_init(struct mlp *mlp, size_t layers, const size_t *width,
                             size_t batch);

/** Prepares a network with normalization or dropout between its layers. The parameters of
 *  the normalizations stand behind the biases, for each first the gains, then the shifts.
 *  @param[out] mlp     overwritten; release it with mlp_free()
 *  @param      layers  as in mlp_init()
 *  @param      width   as in mlp_init()
 *  @param      batch   as in mlp_init()
 *  @param      config  what stands between the layers
 *  @return as mlp_init(); DESCENT_ERANGE, too, if a group count does not divide a hidden
 *          width or is 0, if the dropout is not a probability, or if skip connections
 *          meet normalization or dropout */
enum descent_status mlp_init_with(struct mlp *mlp, size_t layers, const size_t *width,
                                  size_t batch, const struct mlp_config *config);

/** Draws initial parameters: weights from the normal distribution with the variance
 *  2 / in, which keeps the size of the signal through layers of ReLU; biases zero, gains
 *  one.
 *  @param      mlp    initialized
 *  @param[out] theta  mlp->n parameters
 *  @param      rng    advanced
 *  @see He, Zhang, Ren and Sun (2015), Delving Deep into Rectifiers, equation 10. */
void mlp_init_he(const struct mlp *mlp, real *theta, struct rng *rng);

/** Names the parts of θ, in their order, for parameter groups.
 *  @param      mlp     initialized
 *  @param[out] tensor  as many entries as the return value, at most 2 #MLP_MAX_LAYERS,
 *                      or #MLP_MAX_MODULES with normalizations; without names
 *  @return the number of tensors: the weights of each layer, then the biases of each,
 *          then gains and shifts of each normalization */
size_t mlp_tensors(const struct mlp *mlp, struct tensor *tensor);

/** Says which parameters are the weights of one unit, for filter_normalize(): weights by
 *  unit, and everything else fixed.
 *  @param      mlp   initialized
 *  @param[out] part  as many entries as the return value, at most #MLP_MAX_LAYERS + 1
 *  @return the number of parts: the weights of each layer, then everything else */
size_t mlp_filters(const struct mlp *mlp, struct filter_part *part);

/** Computes the outputs of a batch, as in use: running statistics, nothing dropped.
 *  Allocates nothing.
 *  @param mlp    initialized
 *  @param theta  mlp->n parameters
 *  @param batch  number of samples, 1 to mlp->batch
 *  @param x      batch × features numbers
 *  @return batch × classes logits, valid until the network is used again; NULL if `batch`
 *          is outside its range */
const real *mlp_forward(struct mlp *mlp, const real *theta, size_t batch, const real *x);

/** The backward pass from any gradient with respect to the outputs, for costs of one's
 *  own. mlp_train_forward() comes first.
 *  @param      mlp    initialized
 *  @param      theta  as in the forward pass
 *  @param      batch  as in the forward pass, whose result was not NULL
 *  @param      x      as in the forward pass
 *  @param      dz     batch × classes numbers, the gradient with respect to the outputs
 *  @param[out] g      mlp->n numbers, overwritten */
void mlp_backward(struct mlp *mlp, const real *theta, size_t batch, const real *x,
                  const real *dz, real *g);

/** mlp_forward() in training: a normalization over the batch measures it, and dropout
 *  drops. A batch of one sample gives NaN with batch normalization.
 *  @param mlp    initialized
 *  @param theta  mlp->n parameters
 *  @param batch  number of samples, 1 to mlp->batch
 *  @param x      batch × features numbers
 *  @return as mlp_forward() */
const real *mlp_train_forward(struct mlp *mlp, const real *theta, size_t batch,
                              const real *x);

/** The mean cost of a batch, and its gradient: as in training if the gradient is wanted,
 *  otherwise as in use. Allocates nothing.
 *  @param      mlp    initialized
 *  @param      theta  mlp->n parameters
 *  @param      batch  number of samples, 1 to mlp->batch
 *  @param      x      batch × features numbers
 *  @param      label  batch labels, below mlp->classes
 *  @param[out] g      mlp->n numbers, overwritten; NULL if the gradient is not wanted
 *  @return the mean cross-entropy. If `batch` or a label is outside its range, NaN, and
 *          so is all of g for the batch, or as much of it as depends on the label. */
real mlp_cost(struct mlp *mlp, const real *theta, size_t batch, const real *x,
              const size_t *label, real *g);

/** Cost and accuracy on a whole data set. A NaN among the outputs of a sample counts as a
 *  wrong answer. Allocates nothing.
 *  @param      mlp         initialized
 *  @param      theta       mlp->n parameters
 *  @param      data        samples with mlp->features features
 *  @param[out] class_cost  mlp->classes numbers, the mean cost of the samples of each
 *                          class, NaN where there are none; or NULL
 *  @return the score; NaN twice if the data set is empty or has other features or more
 *          classes than the network, and then class_cost is untouched */
struct score mlp_score(struct mlp *mlp, const real *theta, const struct dataset *data,
                       real *class_cost);

/** Releases the memory. May be called twice.
 *  @param mlp  initialized, or all zero */
void mlp_free(struct mlp *mlp);

/** @} */

#endif
