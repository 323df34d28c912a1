/* tiny.c: what the search for L does with a tiny gradient that is not left out. */
#include "optim/lipschitz.h"
#include "shared.h"

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    const real x[] = {2}, y[] = {1}, margin = 21;
    const struct glm glm = {GLM_LOGISTIC, 1, 1, x, y, 0};
    struct lipschitz search;
    require(lipschitz_init(&search, 100, (struct lipschitz_config){.start = 1}));
    const size_t doublings = lipschitz_search_glm(&search, &glm, 0, margin, x[0] * x[0]);
    figure_fact(facts, "tiny-slope", "%.0e", glm_slope(&glm, 0, margin));
    figure_fact(facts, "tiny-doublings", "%zu", doublings);
}
