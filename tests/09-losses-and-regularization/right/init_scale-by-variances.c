/* init_scale-by-variances.c: variances first, roots last. */
#include "optim/init_scale.h"

#include <math.h>

real activation_gain(enum activation activation, real slope)
{
    double square = 1;
    if (activation == ACTIVATION_TANH)
        square = 25.0 / 9.0;
    if (activation == ACTIVATION_LEAKY_RELU)
        square = isinf(slope) ? NAN : 1 / (0.5 * (1 + slope * slope));
    return sqrt(square);
}

real init_parameter(struct layer_shape shape, enum fan fan, real gain,
                    enum weight_law law)
{
    double variance = gain * gain / fan_of(shape, fan);
    const double tails = erfc(M_SQRT2), density = exp(-2) / sqrt(2 * M_PI);
    if (gain < 0 || isinf(gain))
        return NAN;
    if (law == LAW_UNIFORM)
        variance *= 3;
    if (law == LAW_TRUNCATED)
        variance /= 1 - 2 * 2 * density / (1 - tails);
    return sqrt(variance);
}
