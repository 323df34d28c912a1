#include "optim/tiny.h"
int tiny_step(int x)
{
    // [tiny-step]
    if (x > 1)
        // [tiny-inner]
        x = 1; /* θ ← 1 */
        // [tiny-inner]
    // [tiny-step]
    return x;
}
