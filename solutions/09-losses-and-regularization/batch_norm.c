/** @exercise 9.8 Batch normalization
 *  @points 20
 *
 *  Batch normalization takes each column for itself: in training with the mean and the
 *  variance of the batch,
 *
 *  $$ y = \gamma\, \frac{x - \mu}{\sqrt{v + \varepsilon}} + \beta . $$
 *
 *  When the network is used there may be one sample only, so the layer keeps running
 *  statistics, averages with the share $\rho$ of the new batch ([](#ex:1.2) has averages
 *  like these). There are two variances: the batch is normalized with the one divided by
 *  $m$, and the running statistics take the unbiased one, divided by $m - 1$.
 *
 *  Write the forward pass, in training and in use, and the backward pass of both.
 *
 *  @hint Exercise 9.7 has the gradient of a row; here it is a column. In use, mean and
 *        variance are constants: what is left of the gradient?
 *  @hint Refuse fewer than two rows in training. Per column $c$: mean and variance in two
 *        loops over the rows, or the running ones; store the mean and $1/\sqrt{v +
 *        \varepsilon}$ in the state; update the running ones in training only, with $v\,
 *        m / (m - 1)$; then a loop for $y$. Backward, one loop for the sums of $dy$ and
 *        of $dy\,\hat x$, which are the gradients of bias and gain; and one for $dx$,
 *        which in training loses the means of both, times $\gamma$.
 *  @plot running t running-mean
 *  @commentary The paper's algorithm 2 takes the unbiased variance for inference, and
 *  PyTorch has kept it; Keras 3 and flax keep the biased one. With batches of two,
 *  unbiased running variances are on average right and the batch's own are half of that:
 *  the network is used with other outputs than it was trained with. A layer that keeps
 *  the flag "training" itself can be left in the wrong state; here the caller says it in
 *  each call. */
#include "optim/batch_norm.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
/* Mean and variance of every column; the running statistics take their share. The rows
 * are taken as they lie in memory: a column by itself would need a cache line for each
 * number. Until the end `scale` has the variances. */
static void measure(struct batch_norm *bn, size_t rows, const real *x)
{
    const size_t channels = bn->channels;
    const real m = (real)rows, share = bn->config.momentum;
    real *mean = bn->mean, *variance = bn->scale;
    for (size_t c = 0; c < channels; c++)
        mean[c] = variance[c] = 0;
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < channels; c++)
            mean[c] += x[r * channels + c] / m;
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < channels; c++) {
            const real off = x[r * channels + c] - mean[c];
            variance[c] += off * off / m;
        }
    for (size_t c = 0; c < channels; c++) {
        const real v = variance[c];
        bn->running_mean[c] += share * (mean[c] - bn->running_mean[c]);
        bn->running_variance[c] += share * (v * m / (m - 1) - bn->running_variance[c]);
        bn->scale[c] = 1 / sqrt(v + bn->config.eps);
    }
}

// END SOLUTION
enum descent_status batch_norm_forward(struct batch_norm *bn, size_t rows, const real *x,
                                       const real *gain, const real *bias, bool training,
                                       real *y)
{
    // BEGIN SOLUTION
    if (training && rows < 2)
        return DESCENT_ERANGE;
    const size_t channels = bn->channels;
    const real *mean = bn->mean, *scale = bn->scale;
    if (training)
        measure(bn, rows, x);
    for (size_t c = 0; !training && c < channels; c++) {
        bn->mean[c] = bn->running_mean[c];
        bn->scale[c] = 1 / sqrt(bn->running_variance[c] + bn->config.eps);
    }
    for (size_t r = 0; r < rows; r++, x += channels, y += channels)
        for (size_t c = 0; c < channels; c++)
            y[c] = gain[c] * (x[c] - mean[c]) * scale[c] + bias[c];
    return DESCENT_OK;
    // END SOLUTION
}

enum descent_status batch_norm_backward(const struct batch_norm *bn, size_t rows,
                                        const real *x, const real *gain, bool training,
                                        const real *dy, real *dx, real *dgain,
                                        real *dbias)
{
    // BEGIN SOLUTION
    if (training && rows < 2)
        return DESCENT_ERANGE;
    const size_t channels = bn->channels, all = rows * channels;
    const real *mean = bn->mean, *scale = bn->scale;
    for (size_t c = 0; c < channels; c++)
        dgain[c] = dbias[c] = 0;
    for (size_t i = 0; i < all; i += channels)
        for (size_t c = 0; c < channels; c++) {
            dbias[c] += dy[i + c];
            dgain[c] += dy[i + c] * (x[i + c] - mean[c]) * scale[c];
        }
    for (size_t i = 0; i < all; i += channels)
        for (size_t c = 0; c < channels; c++) {
            const real normal = (x[i + c] - mean[c]) * scale[c];
            const real s = training ? dbias[c] / (real)rows : 0;
            const real t = training ? dgain[c] / (real)rows : 0;
            dx[i + c] = gain[c] * scale[c] * (dy[i + c] - s - normal * t);
        }
    return DESCENT_OK;
    // END SOLUTION
}
