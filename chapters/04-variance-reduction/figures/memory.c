/* memory.c: what SAG allocates with a table of gradients, and with a table of slopes. */
#include "optim/sag_table.h"
#include "shared.h"

#include <malloc.h>

enum { M = 100000, N = 50 };

static size_t bytes_held(void)
{
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

static double megabytes_since(size_t before)
{
    return (double)(bytes_held() - before) / 1e6;
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    real *x = allocate((size_t)M * N, sizeof(real)), *y = allocate(M, sizeof(real)),
         theta[N] = {0};
    const struct glm glm = {GLM_LOGISTIC, M, N, x, y, 1};
    const struct finite_sum sum = glm_sum(&glm);
    struct sag_table table;
    struct sag sag;
    size_t before = bytes_held();
    require(sag_table_init(&table, &sum, theta, sag_table_defaults()));
    figure_fact(facts, "memory-table", "%.0f", megabytes_since(before));
    sag_table_free(&table);
    before = bytes_held();
    require(sag_init(&sag, &glm, NULL, sag_defaults()));
    figure_fact(facts, "memory-slopes", "%.1f", megabytes_since(before));
    sag_free(&sag);
    free(x), free(y);
}
