/** @exercise 5.6 The natural gradient
 *  @points 15
 *
 *  The gradient depends on how a model is written down. The natural gradient measures a
 *  step by how far it moves the model's predictions instead, and divides by the *Fisher
 *  information*: the mean of $u u^\top$, where $u$ is the gradient of the log-likelihood
 *  and the mean is taken over labels that are drawn from the model.
 *
 *  For logistic regression the gradient of one sample is $(\sigma(z) -
 *  \text{label})\,x$, and
 *
 *  $$ F = \frac1m \sum_i \sigma(z_i)\,(1 - \sigma(z_i))\, x_i x_i^\top, \quad
 *     d = -(F + \delta I)^{-1} g . $$
 *
 *  For the logits of a categorical distribution, $F = \operatorname{diag}(\pi) -
 *  \pi\pi^\top$ has no inverse, since $F$ takes $(1, \dots, 1)$ to 0. Find $d$ with mean
 *  0 and $F d = -(g - \operatorname{mean} g)$, in closed form.
 *
 *  @hint For logistic regression: what is $1 - \sigma(z)$ for $z = 40$, as your machine
 *        computes it, and what is $\sigma(-z)$? For the logits: write down row $i$ of $F
 *        d$. What does $\pi^\top d$ do there?
 *  @hint The weight is $\sigma(z)\,\sigma(-z)$. Sum up F and g, add the damping to the
 *        diagonal, factor with `potrf_work`, solve with `potrs_work` as in 5.1. For the
 *        logits: $d_i = c - (g_i - \operatorname{mean} g)/\pi_i$, and $c$ makes the mean
 *        of d 0. Subtract the largest logit before you take exponentials.
 *  @plot path t theta
 *  @commentary With the labels of the data in place of the model's, $(\sigma -
 *  \text{label})^2$, the matrix is called the empirical Fisher. It is not the Fisher,
 *  and it vanishes where the model fits. */
#include "optim/natural_gradient.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/lapack.h"
#include "optim/sigmoid.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <string.h>
#include <tgmath.h>

// BEGIN SOLUTION
static enum descent_status give_up(size_t n, real *d, enum descent_status status)
{
    memset(d, 0, n * sizeof *d);
    return status;
}

/* Adds a sample's share to the Fisher information, and takes it off d. */
static void add_sample(size_t p, const real *x, real z, size_t label, real share,
                       real *fisher, real *d)
{
    const real weight = sigmoid(z) * sigmoid(-z);
    const real slope = sigmoid(z) - (real)label;
    for (size_t i = 0; i < p; i++) {
        d[i] -= share * slope * x[i];
        blas_add(p, share * weight * x[i], x, fisher + i * p);
    }
}
// END SOLUTION

enum descent_status natural_logistic(size_t m, size_t p, const real *x,
                                     const size_t *label, const real *theta, real damping,
                                     real *fisher, real *d)
{
    // BEGIN SOLUTION
    const lapack_int size = (lapack_int)p;
    memset(d, 0, p * sizeof *d);
    memset(fisher, 0, p * p * sizeof *fisher);
    if (m == 0 || !(damping >= 0 && isfinite(damping)))
        return DESCENT_ERANGE;
    for (size_t i = 0; i < m; i++) {
        const real *row = x + i * p;
        if (label[i] > 1)
            return give_up(p, d, DESCENT_ERANGE);
        add_sample(p, row, blas_dot(p, theta, row), label[i], 1 / (real)m, fisher, d);
    }
    for (size_t i = 0; i < p; i++)
        fisher[i * p + i] += damping;
    if (p == 0)
        return DESCENT_OK;
    if (!all_finite(p, d) || !all_finite(p * p, fisher))
        return give_up(p, d, DESCENT_ENAN);
    if (LAPACK_NAME(potrf_work)(LAPACK_COL_MAJOR, 'L', size, fisher, size))
        return give_up(p, d, DESCENT_ESINGULAR);
    LAPACK_NAME(potrs_work)(LAPACK_COL_MAJOR, 'L', size, 1, fisher, size, d, size);
    return all_finite(p, d) ? DESCENT_OK : give_up(p, d, DESCENT_ESINGULAR);
    // END SOLUTION
}

enum descent_status natural_categorical(size_t k, const real *z, const real *g, real *d)
{
    // BEGIN SOLUTION
    if (!all_finite(k, z) || !all_finite(k, g))
        return give_up(k, d, DESCENT_ENAN);
    real top = k ? z[0] : 0, total = 0, mean_g = 0, mean_d = 0;
    for (size_t i = 0; i < k; i++)
        top = fmax(top, z[i]);
    for (size_t i = 0; i < k; i++) {
        total += exp(z[i] - top);
        mean_g += g[i] / (real)k;
    }
    for (size_t i = 0; i < k; i++) {
        d[i] = (mean_g - g[i]) / (exp(z[i] - top) / total);
        mean_d += d[i] / (real)k;
    }
    for (size_t i = 0; i < k; i++)
        d[i] -= mean_d;
    return all_finite(k, d) ? DESCENT_OK : give_up(k, d, DESCENT_ERANGE);
    // END SOLUTION
}
