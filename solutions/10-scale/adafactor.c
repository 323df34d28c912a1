/** @exercise 10.5 Adafactor
 *  @points 15
 *
 *  Adam's $v$ costs a number a parameter. For a matrix of parameters, Adafactor keeps the
 *  sums of its rows and of its columns only, $R$ and $C$, and takes
 *
 *  $$ V_{ij} = \frac{R_i\, C_j}{\sum_k R_k} $$
 *
 *  for the rest. Both sums add up to the same total, and the division by it is what gives
 *  $V$ the right size: the rows and columns of $V$ have the sums $R$ and $C$.
 *
 *  There is more to it. $\beta_2$ grows with time, so that no correction of the bias is
 *  needed. An update whose root mean square is above $d$ is shortened to it. And a step
 *  is relative: it is a share of the size of the parameters. Write the step.
 *
 *  @hint What is $\beta_2$ in the first step, and what does that make of the averages?
 *        Whose root mean square decides about the clipping: the gradient's? When is the
 *        size of θ measured?
 *  @hint Four passes, none of which needs memory: (1) R, or v for a vector; C is decayed
 *        first and then gets its share row by row; (2) the total of R and the sum of the
 *        squares of $g/\sqrt V$; (3) the sum of the squares of $\theta$; (4) the step,
 *        with the rate $\rho \max(\varepsilon_2, \mathrm{RMS}(\theta)) / \max(1,
 *        \mathrm{RMS}(U)/d)$. A mean square is a sum of squares divided by rows times
 *        columns.
 *  @plot valley t theta
 *  @commentary Libraries keep means of rows and columns. V is then $r_i c_j$ divided by
 *  the mean of $r$: the same numbers. Means of one and the sum of the other are not. The
 *  paper has also a momentum, which most leave out, since it costs the memory that was
 *  saved. */
#include "optim/adafactor.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
static void update_matrix(struct adafactor *method, real beta2, const real *g)
{
    const size_t rows = method->rows, cols = method->cols;
    const real eps1 = method->config.eps1;
    for (size_t j = 0; j < cols; j++)
        method->c[j] *= beta2;
    for (size_t i = 0; i < rows; i++) {
        real sum = 0;
        for (size_t j = 0; j < cols; j++) {
            const real square = g[i * cols + j] * g[i * cols + j] + eps1;
            sum += square;
            method->c[j] += (1 - beta2) * square;
        }
        method->r[i] = beta2 * method->r[i] + (1 - beta2) * sum;
    }
}

static void update_vector(struct adafactor *method, real beta2, const real *g)
{
    const size_t n = method->rows * method->cols;
    for (size_t i = 0; i < n; i++)
        method->v[i] =
            beta2 * method->v[i] + (1 - beta2) * (g[i] * g[i] + method->config.eps1);
}

/* g / √V at one place. */
static real update_at(const struct adafactor *method, real total, const real *g, size_t k)
{
    if (method->v)
        return g[k] / sqrt(method->v[k]);
    const real row = method->r[k / method->cols];
    return g[k] / sqrt(row / total * method->c[k % method->cols]);
}

static real root_mean_square(size_t n, const real *x)
{
    real sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += x[i] * x[i];
    return sqrt(sum / (real)n);
}

/* Before clipping. */
static real update_size(const struct adafactor *method, real total, const real *g)
{
    const size_t n = method->rows * method->cols;
    real sum = 0;
    for (size_t k = 0; k < n; k++) {
        const real u = update_at(method, total, g, k);
        sum += u * u;
    }
    return sqrt(sum / (real)n);
}

// END SOLUTION
void adafactor_step(struct adafactor *adafactor, real *theta, const real *g)
{
    // BEGIN SOLUTION
    const struct adafactor_config *config = &adafactor->config;
    const size_t n = adafactor->rows * adafactor->cols;
    adafactor->t++;
    const real t = (real)adafactor->t, beta2 = 1 - pow(t, -config->exponent);
    real total = 0;
    if (adafactor->v)
        update_vector(adafactor, beta2, g);
    else
        update_matrix(adafactor, beta2, g);
    for (size_t i = 0; adafactor->r && i < adafactor->rows; i++)
        total += adafactor->r[i];
    const real excess = update_size(adafactor, total, g) / config->clip;
    real rate = config->fading ? fmin(config->lr, 1 / sqrt(t)) : config->lr;
    if (config->relative)
        rate *= fmax(config->eps2, root_mean_square(n, theta));
    if (!(excess <= 1))
        rate /= excess;
    for (size_t k = 0; k < n; k++)
        theta[k] -= rate * update_at(adafactor, total, g, k);
    // END SOLUTION
}
