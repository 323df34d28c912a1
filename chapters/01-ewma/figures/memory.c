/* memory.c: what λ means. */
#include "optim/ewma_decay.h"
#include "optim/ewma_weights.h"
#include "shared.h"

/* What λ means, in five ways. */
static void tabulate_memory(FILE *facts)
{
    const double lambda[3] = {0.9, 0.99, 0.999};
    const char *name[3] = {"9", "99", "999"};
    const int digits[3] = {1, 1, 0};
    for (int k = 0; k < 3; k++) {
        double alpha = 1 - lambda[k];
        uint64_t window = (uint64_t)round(1 / alpha);
        double outside = 1 - ewma_weight_sum((real)alpha, window);
        figure_fact_of(facts, "window", name[k], "%d", (int)window);
        figure_fact_of(facts, "outside", name[k], "%.3f", outside);
        figure_fact_of(facts, "halflife", name[k], "%.*f", digits[k],
                       ewma_halflife((real)lambda[k]));
        figure_fact_of(facts, "com", name[k], "%.0f", ewma_com((real)lambda[k]));
        figure_fact_of(facts, "span", name[k], "%.0f", ewma_span((real)lambda[k]));
    }
    figure_fact(facts, "inside-9", "%.0f", 100 * (double)ewma_weight_sum((real)0.1, 10));
    figure_fact(facts, "one-over-e", "%.3f", exp(-1));
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    tabulate_memory(facts);
}
