/* training_memory-table.c: the stages as a table, in whole numbers as long as
 * possible. */
#include "optim/training_memory.h"

#include <math.h>

enum descent_status memory_per_process(const struct memory_plan *plan, size_t n,
                                       size_t processes, enum zero_stage stage,
                                       struct memory_use *use)
{
    static const unsigned shared[4] = {0, 1, 3, 7};
    const double *bytes = (const double[]){plan->state, plan->gradient, plan->parameter};
    for (size_t k = 0; k < 3; k++)
        if (!(bytes[k] >= 0) || bytes[k] > 1e300)
            return DESCENT_ERANGE;
    if (processes == 0 || (unsigned)stage > 3)
        return DESCENT_ERANGE;
    size_t part = n / processes;
    while (part * processes < n)
        part++;
    double kept[3];
    for (unsigned k = 0; k < 3; k++)
        kept[k] = bytes[k] * (double)(shared[stage] >> k & 1 ? part : n);
    *use = (struct memory_use){kept[2], kept[1], kept[0],
                               (double)((processes - 1) * part) * plan->gradient};
    for (int k = 0; k < (stage == ZERO_PARAMETERS ? 2 : 1); k++)
        use->sent += (double)((processes - 1) * part) * plan->parameter;
    return DESCENT_OK;
}
