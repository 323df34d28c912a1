/* words.c: the others. */
#include "lab/figure.h"

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    figure_fact(facts, "power", "1e6");
    figure_fact(facts, "word", "not a number");
    figure_fact(facts, "alt", "1.5e-05");
}
