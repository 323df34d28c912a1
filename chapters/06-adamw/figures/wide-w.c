/* wide-w.c: the map of AdamW at larger learning rates, normalized network. */
#include "map.h"

void experiment(const char *directory, FILE *facts)
{
    static struct map map = {.name = "wide-w",
                             .method = ADAMW,
                             .start = 1,
                             .rates = 4,
                             .decays = 5,
                             .lr = 0.032,
                             .decay = 1e-3,
                             .doublings = 2};
    run_map(directory, facts, &map);
}
