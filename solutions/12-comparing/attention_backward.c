/** @exercise 12.6 The backward pass of attention
 *  @points 20
 *
 *  Attention is three steps: scores $s_{tj} = q_t \cdot k_j/\sqrt d$, a softmax over $j
 *  \le t$, and a mean $y_t = \sum_j w_{tj} v_j$. Go back through them. Given $dY$, write
 *  the gradients with respect to the values, the queries and the keys. The softmax goes
 *  back row by row, $ds_{tj} = w_{tj} (dw_{tj} - \sum_{i \le t} w_{ti}\, dw_{ti})$.
 *
 *  The forward pass hands over its weights. A key is read by every place from its own on,
 *  and so is a value: their gradients are sums over those.
 *
 *  @hint What is $dw_{tj}$, from $y_t = \sum_j w_{tj} v_j$? What does a row of $ds$ add
 *        up to, and why? Into which two gradients does $ds_{tj}$ go?
 *  @hint $dV = W^\top dY$. In `room` compute $dW = dY\, V^\top$ and turn it row by row
 *        into $dS$, with zeros above the diagonal and the factor $1/\sqrt d$ included.
 *        Then $dQ = dS\, K$ and $dK = dS^\top Q$.
 *  @plot back place dk-of-40-places
 *  @commentary A weight that is 0 needs no special case: $ds$ is 0 there. Rows of $dS$
 *  sum to 0, since a row of scores may be moved as a whole without any effect; the first
 *  row is 0, since its only weight is 1 whatever the score. So the first query gets no
 *  gradient at all. Programs for long texts do not store $W$, and compute it again. */
#include "optim/attention_backward.h"
#include "optim/blas.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
/* From dW to dS / √d, in place. */
static void softmax_backward(size_t places, real scale, const real *weight, real *ds)
{
    for (size_t t = 0; t < places; t++, weight += places, ds += places) {
        real mean = 0;
        for (size_t j = 0; j <= t; j++)
            mean += weight[j] * ds[j];
        for (size_t j = 0; j <= t; j++)
            ds[j] = scale * weight[j] * (ds[j] - mean);
        for (size_t j = t + 1; j < places; j++)
            ds[j] = 0;
    }
}

// END SOLUTION
enum descent_status attention_backward(struct attention_shape shape, const real *q,
                                       const real *k, const real *v, const real *weight,
                                       const real *dy, real *room, real *dq, real *dk,
                                       real *dv)
{
    // BEGIN SOLUTION
    const size_t places = shape.places, width = shape.width, in = shape.in;
    if (places == 0 || width == 0 || in < width || shape.out < width)
        return DESCENT_ERANGE;
    blas_product_strided(CblasTrans, CblasNoTrans, places, width, places, 1, weight,
                         places, dy, shape.out, dv, in);
    blas_product_strided(CblasNoTrans, CblasTrans, places, places, width, 1, dy,
                         shape.out, v, in, room, places);
    softmax_backward(places, 1 / sqrt((real)width), weight, room);
    blas_product_strided(CblasNoTrans, CblasNoTrans, places, width, places, 1, room,
                         places, k, in, dq, in);
    blas_product_strided(CblasTrans, CblasNoTrans, places, width, places, 1, room, places,
                         q, in, dk, in);
    return DESCENT_OK;
    // END SOLUTION
}
