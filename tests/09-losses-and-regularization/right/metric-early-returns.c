/* metric-early-returns.c: case by case. */
#include "optim/metric.h"

#include <math.h>
#include <string.h>

static int finite_points(size_t d, const real *a, const real *b)
{
    for (size_t i = 0; i < d; i++)
        if (!isfinite(a[i]) || !isfinite(b[i]))
            return 0;
    return 1;
}

static void constant(size_t d, real *x, double value)
{
    for (size_t i = 0; x && i < d; i++)
        x[i] = value;
}

real contrastive_loss(size_t d, const real *a, const real *b, bool same, real margin,
                      real *da, real *db)
{
    double square = 0;
    constant(d, da, 0);
    constant(d, db, 0);
    if (!finite_points(d, a, b) || (!same && !(isfinite(margin) && margin >= 0))) {
        constant(d, da, NAN);
        constant(d, db, NAN);
        return NAN;
    }
    for (size_t i = 0; i < d; i++)
        square += pow(a[i] - b[i], 2);
    double distance = sqrt(square);
    if (!same && distance >= margin)
        return 0;
    if (!same && distance == 0)
        return margin * margin / 2;
    for (size_t i = 0; da && i < d; i++) {
        da[i] = same ? a[i] - b[i] : (a[i] - b[i]) * (1 - margin / distance);
        db[i] = same ? b[i] - a[i] : (b[i] - a[i]) * (1 - margin / distance);
    }
    return same ? square / 2 : (margin - distance) * (margin - distance) / 2;
}

real triplet_loss(size_t d, const real *a, const real *p, const real *q, real margin,
                  enum triplet_distance distance, real *da, real *dp, real *dq)
{
    double near = 0, far = 0;
    real *all[3] = {da, dp, dq};
    int bad = !finite_points(d, a, p) || !finite_points(d, a, q) || !isfinite(margin);
    for (int k = 0; k < 3; k++)
        constant(d, all[k], bad || margin < 0 ? NAN : 0);
    if (bad || margin < 0)
        return NAN;
    for (size_t i = 0; i < d; i++) {
        near += (a[i] - p[i]) * (a[i] - p[i]);
        far += (a[i] - q[i]) * (a[i] - q[i]);
    }
    if (distance == TRIPLET_PLAIN) {
        near = sqrt(near);
        far = sqrt(far);
    }
    if (near - far + margin <= 0)
        return 0;
    for (size_t i = 0; da && i < d; i++) {
        double x = 2 * (a[i] - p[i]), y = 2 * (a[i] - q[i]);
        if (distance == TRIPLET_PLAIN) {
            x = near == 0 ? 0 : x / (2 * near);
            y = far == 0 ? 0 : y / (2 * far);
        }
        da[i] = x - y;
        dp[i] = -x;
        dq[i] = y;
    }
    return near - far + margin;
}
