/* plain-l2.c: the map of Adam with a penalty, plain network. */
#include "map.h"

void experiment(const char *directory, FILE *facts)
{
    static struct map map = {.name = "plain-l2",
                             .method = ADAM_L2,
                             .rates = 3,
                             .decays = 6,
                             .lr = 8e-3,
                             .decay = 1e-4,
                             .doublings = 1};
    run_map(directory, facts, &map);
}
