/* zeros.c: memory for the state of an optimizer. */
#include "optim/zeros.h"

#include <stdlib.h>

real *zeros(size_t n)
{
    return calloc(n ? n : 1, sizeof(real));
}
