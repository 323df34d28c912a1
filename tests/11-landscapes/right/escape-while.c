/* escape-while.c: the time counted down, the step split in two. */
#include "optim/escape.h"

#include <math.h>

size_t escape_time(const struct escape_chain *chain, real x, size_t limit, noise_fn *draw,
                   void *source)
{
    const double eta = chain->lr, left = chain->left, right = chain->right;
    size_t t = 0;
    while (left < x && x < right) {
        if (t++ == limit)
            break;
        const double noise = draw(source) * chain->deviation;
        const double slope = chain->slope(x, chain->context);
        x -= eta * slope;
        x -= eta * noise / sqrt((double)chain->batch);
    }
    return t;
}
