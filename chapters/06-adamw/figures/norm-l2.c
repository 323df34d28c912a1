/* norm-l2.c: the map of Adam with a penalty, normalized network. */
#include "map.h"

void experiment(const char *directory, FILE *facts)
{
    static struct map map = {.name = "norm-l2",
                             .method = ADAM_L2,
                             .start = 1,
                             .rates = 4,
                             .decays = 8,
                             .lr = 4e-3,
                             .decay = 1e-3,
                             .doublings = 1};
    run_map(directory, facts, &map);
}
