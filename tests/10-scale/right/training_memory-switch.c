/* training_memory-switch.c: one case a stage and a method. */
#include "optim/training_memory.h"

#include <math.h>

enum descent_status memory_plan_of(enum memory_method method, bool mixed, size_t rows,
                                   size_t cols, size_t block, struct memory_plan *plan)
{
    if (rows <= 1 || cols <= 1)
        return DESCENT_ERANGE;
    double bytes = mixed ? 4 : 0;
    const size_t n = rows * cols;
    if (method == MEMORY_MOMENTUM)
        bytes += 4;
    else if (method == MEMORY_ADAM)
        bytes += 2 * 4;
    else if (method == MEMORY_ADAM8 && block > 0)
        bytes += (double)(2 * n + 2 * 4 * ((n + block - 1) / block)) / (double)n;
    else if (method == MEMORY_ADAFACTOR)
        bytes += 4.0 / (double)cols + 4.0 / (double)rows;
    else if (method != MEMORY_SGD)
        return DESCENT_ERANGE;
    plan->state = bytes;
    plan->parameter = plan->gradient = mixed ? 2 : 4;
    return DESCENT_OK;
}
