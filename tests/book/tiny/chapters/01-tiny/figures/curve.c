/* curve.c: some of the tiny book's facts. */
#include "lab/figure.h"

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    figure_fact(facts, "small", "-1.2e-05");
    figure_fact(facts, "large", "1234567.5");
}
