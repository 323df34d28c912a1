/* sorting.c: numbers in ascending order, and their median. */
#include "lab/sorting.h"

#include <stdlib.h>

static int compare_numbers(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void sort_ascending(size_t n, double *x)
{
    qsort(x, n, sizeof *x, compare_numbers);
}

double median_of_sorted(size_t n, const double *x)
{
    const double low = x[(n - 1) / 2], high = x[n / 2];
    return low == high ? low : (low + high) / 2;
}
