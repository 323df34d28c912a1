/** @exercise 9.10 How large to begin
 *  @points 10
 *
 *  A layer multiplies the mean square of its signal by its fan-in times the variance of
 *  its weights, and an activation takes a part away. Initial weights with the standard
 *  deviation gain/√fan keep the size of the signal. Write the fans of a layer, the gains
 *  of activations, and the parameter of three distributions that have this standard
 *  deviation: normal, uniform on [-b, b], and a normal one that is drawn again beyond two
 *  of its own standard deviations.
 *
 *  Then turn it around: by what factor do L layers with weights of the standard deviation
 *  σ and leaky ReLU multiply the mean square?
 *
 *  Try it:  build/descent grade 9.10
 *  A hint:  build/descent hint 9.10
 */
#include "optim/init_scale.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

real fan_of(struct layer_shape shape, enum fan fan)
{
    // TODO 9.10
    todo("9.10");
}

real activation_gain(enum activation activation, real slope)
{
    // TODO 9.10
    todo("9.10");
}

real init_parameter(struct layer_shape shape, enum fan fan, real gain,
                    enum weight_law law)
{
    // TODO 9.10
    todo("9.10");
}

real signal_factor(struct layer_shape shape, real deviation, real slope, size_t layers)
{
    // TODO 9.10
    todo("9.10");
}
