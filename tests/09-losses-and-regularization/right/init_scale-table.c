/* init_scale-table.c: constants, and a product in place of the power. */
#include "optim/init_scale.h"

#include <math.h>

real fan_of(struct layer_shape shape, enum fan fan)
{
    if (!(shape.out && shape.in && shape.kernel))
        return NAN;
    switch (fan) {
    case FAN_IN:
        return (double)shape.kernel * (double)shape.in;
    case FAN_OUT:
        return (double)shape.kernel * (double)shape.out;
    default:
        return (double)shape.kernel * ((double)shape.in + (double)shape.out) / 2;
    }
}

real init_parameter(struct layer_shape shape, enum fan fan, real gain,
                    enum weight_law law)
{
    static const double per_deviation[] = {1, 1.7320508075688772,
                                           1 / 0.87962566103423978};
    if (!(gain >= 0) || gain > 1e308)
        return NAN;
    return per_deviation[law] * (gain / sqrt(fan_of(shape, fan)));
}

real signal_factor(struct layer_shape shape, real deviation, real slope, size_t layers)
{
    double product = 1, fan = fan_of(shape, FAN_IN);
    if (fan != fan || !(deviation >= 0 && deviation <= 1e308) || !isfinite(slope))
        return NAN;
    while (layers-- > 0)
        product *= fan * (deviation * deviation) * (0.5 + 0.5 * slope * slope);
    return product;
}
