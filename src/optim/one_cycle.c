/* one_cycle.c: what a cycle is unless told otherwise. The rates are exercise 8.2's. */
#include "optim/one_cycle.h"

struct one_cycle one_cycle_defaults(void)
{
    return (struct one_cycle){.total = 1,
                              .peak = 1,
                              .rise = (real)0.3,
                              .start_div = 25,
                              .final_div = 10000,
                              .beta_low = (real)0.85,
                              .beta_high = (real)0.95,
                              .way = ONE_CYCLE_COSINE};
}
