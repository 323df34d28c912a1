/* norm-w.c: the map of AdamW, normalized network. */
#include "map.h"

void experiment(const char *directory, FILE *facts)
{
    static struct map map = {.name = "norm-w",
                             .method = ADAMW,
                             .start = 1,
                             .rates = 4,
                             .decays = 6,
                             .lr = 4e-3,
                             .decay = 1e-3,
                             .doublings = 1};
    run_map(directory, facts, &map);
}
