/* metric-unit-vectors.c: distances by hypot, gradients by directions of length 1. */
#include "optim/metric.h"

#include <math.h>

static double direction(size_t d, const real *a, const real *b, size_t i, double length)
{
    (void)d;
    return length > 0 ? (a[i] - b[i]) / length : length;
}

static double length_of(size_t d, const real *a, const real *b)
{
    double scale = 0, sum = 0;
    for (size_t i = 0; i < d; i++) {
        if (!isfinite(a[i]) || !isfinite(b[i]))
            return NAN;
        scale = fmax(scale, fabs(a[i] - b[i]));
    }
    for (size_t i = 0; i < d && scale > 0; i++)
        sum += (a[i] - b[i]) / scale * ((a[i] - b[i]) / scale);
    return scale * sqrt(sum);
}

static void fill(size_t d, real *x, double value)
{
    for (size_t i = 0; x && i < d; i++)
        x[i] = value;
}

real contrastive_loss(size_t d, const real *a, const real *b, bool same, real margin,
                      real *da, real *db)
{
    double length = length_of(d, a, b), slope, loss;
    if (isnan(length) || (!same && !(margin >= 0 && margin < INFINITY))) {
        fill(d, da, NAN);
        fill(d, db, NAN);
        return NAN;
    }
    slope = same ? length : -fmax(0, margin - length);
    loss = 0.5 * slope * slope;
    for (size_t i = 0; da && i < d; i++) {
        da[i] = slope * direction(d, a, b, i, length);
        db[i] = slope * direction(d, b, a, i, length);
    }
    return loss;
}

real triplet_loss(size_t d, const real *a, const real *p, const real *q, real margin,
                  enum triplet_distance distance, real *da, real *dp, real *dq)
{
    double near = length_of(d, a, p), far = length_of(d, a, q), pull = 1, push = 1;
    double gap = near - far;
    if (distance == TRIPLET_SQUARED) {
        gap = near * near - far * far;
        pull = 2 * near;
        push = 2 * far;
    }
    double loss = gap + margin;
    if (isnan(near) || isnan(far) || !(margin >= 0 && margin < INFINITY))
        loss = pull = push = NAN;
    else if (!(loss > 0))
        loss = pull = push = 0;
    for (size_t i = 0; da && i < d; i++) {
        double to_p = pull * direction(d, a, p, i, near);
        double to_q = push * direction(d, a, q, i, far);
        da[i] = to_p - to_q;
        dp[i] = -to_p;
        dq[i] = to_q;
    }
    return loss;
}
