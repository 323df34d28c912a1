/* byhand.c: what the questions ask to be computed by hand. */
#include "optim/halton.h"
#include "optim/performance_profile.h"
#include "shared.h"

void experiment(const char *directory, FILE *facts)
{
    const real ratio[4] = {1, 2, 5, (real)INFINITY};
    const double deviation = 10, correlation = 0.75;
    const double apart = 2 * square(deviation);
    (void)directory;
    figure_fact(facts, "hand-halton", "%.4f", (double)radical_inverse(2, 10));
    figure_fact(facts, "hand-score", "%.4f", (double)performance_score(4, ratio, 4));
    figure_fact(facts, "hand-pairs", "%.1f",
                apart / (apart - 2 * correlation * square(deviation)));
}
