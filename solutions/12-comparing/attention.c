/** @exercise 12.5 Causal self-attention
 *  @points 15
 *
 *  A language model predicts the next letter at every place of a text, from what stands
 *  before it. Attention lets place $t$ look back: its query $q_t$ is compared with the
 *  key $k_j$ of every place $j \le t$, and what it gets is a mean of their values, $y_t =
 *  \sum_{j \le t} w_{tj}\, v_j$. The weights are a softmax of the scores $s_{tj} = q_t
 *  \cdot k_j/\sqrt d$: $w_{tj} = e^{s_{tj}} / \sum_{i \le t} e^{s_{ti}}$.
 *
 *  Write it for one head. $Q$, $K$ and $V$ may be columns of larger matrices: from one
 *  row to the next it is `shape.in` numbers, and `shape.out` in $Y$. Store the weights,
 *  all $T \times T$, because the backward pass needs them. Nothing that stands later may
 *  change what comes earlier, not even a NaN.
 *
 *  @hint How many places does the first one look at, and what is its weight? What is $0
 *        \cdot \infty$, if a weight of 0 above the diagonal meets a value there?
 *  @hint Row by row. The scores of the places up to $t$, divided by $\sqrt d$; the
 *        largest of them; exponentials of the differences, and their sum; divide; zeros
 *        behind the place. Then $y_t$, from the values up to $t$ only.
 *  @plot look place weight-of-the-last-place
 *  @commentary The products over all places cost twice what is needed, and with a BLAS
 *  they are still the quicker way. Only the scores may be computed so, since each of them
 *  has its own query and key; in the mean a zero weight times a NaN is NaN. Masking by
 *  a large negative number instead of leaving out works until the scores are larger. The
 *  root of $d$ keeps scores of random vectors near 1: their variance is $d$. */
#include "optim/attention.h"
#include "optim/blas.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

// BEGIN SOLUTION
static bool is_valid(struct attention_shape shape)
{
    return shape.places > 0 && shape.width > 0 && shape.in >= shape.width &&
           shape.out >= shape.width;
}

/* Scores become weights: `count` of them, and zeros up to `total`. */
static void softmax(size_t count, size_t total, real *row)
{
    real top = row[0], sum = 0;
    for (size_t j = 1; j < count; j++)
        top = row[j] > top ? row[j] : top;
    for (size_t j = 0; j < count; j++) {
        row[j] = exp(row[j] - top);
        sum += row[j];
    }
    for (size_t j = 0; j < count; j++)
        row[j] /= sum;
    for (size_t j = count; j < total; j++)
        row[j] = 0;
}

// END SOLUTION
enum descent_status attention_forward(struct attention_shape shape, const real *q,
                                      const real *k, const real *v, real *weight, real *y)
{
    // BEGIN SOLUTION
    const size_t places = shape.places, width = shape.width;
    if (!is_valid(shape))
        return DESCENT_ERANGE;
    blas_product_strided(CblasNoTrans, CblasTrans, places, places, width,
                         1 / sqrt((real)width), q, shape.in, k, shape.in, weight, places);
    for (size_t t = 0; t < places; t++) {
        real *row = weight + t * places;
        softmax(t + 1, places, row);
        blas_apply_t_strided(t + 1, width, v, shape.in, row, y + t * shape.out);
    }
    return DESCENT_OK;
    // END SOLUTION
}
