/* plain-w.c: the map of AdamW, plain network. */
#include "map.h"

void experiment(const char *directory, FILE *facts)
{
    static struct map map = {.name = "plain-w",
                             .method = ADAMW,
                             .rates = 3,
                             .decays = 6,
                             .lr = 8e-3,
                             .decay = 1e-4,
                             .doublings = 1};
    run_map(directory, facts, &map);
}
