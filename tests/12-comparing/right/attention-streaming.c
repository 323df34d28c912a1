/* attention-streaming.c: keeps a running largest score, sum and mean of values, as
 * programs for long texts do; the weights are made afterwards. */
#include "optim/attention.h"

#include <math.h>
#include <string.h>

struct stream {
    double top, sum;
};

static void take_in(struct stream *s, double score, size_t d, const real *v, real *y)
{
    const double top = fmax(s->top, score), old = exp(s->top - top);
    const double mine = exp(score - top);
    s->sum = s->sum * old + mine;
    s->top = top;
    for (size_t i = 0; i < d; i++)
        y[i] = y[i] * old + mine * v[i];
}

enum descent_status attention_forward(struct attention_shape shape, const real *q,
                                      const real *k, const real *v, real *weight, real *y)
{
    const size_t n = shape.places, d = shape.width;
    if (n == 0 || d == 0 || shape.in < d || shape.out < d)
        return DESCENT_ERANGE;
    memset(weight, 0, n * n * sizeof *weight);
    for (size_t t = n; t-- > 0;) {
        struct stream s = {-INFINITY, 0};
        real *mean = y + t * shape.out, *w = weight + t * n;
        memset(mean, 0, d * sizeof *mean);
        for (size_t j = 0; j <= t; j++) {
            for (size_t i = 0; i < d; i++)
                w[j] += q[t * shape.in + i] / sqrt((double)d) * k[j * shape.in + i];
            take_in(&s, w[j], d, v + j * shape.in, mean);
        }
        for (size_t i = 0; i < d; i++)
            mean[i] /= s.sum;
        for (size_t j = 0; j <= t; j++)
            w[j] = exp(w[j] - s.top) / s.sum;
    }
    return DESCENT_OK;
}
