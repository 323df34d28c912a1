/* sag_table.c: SAG with a table of gradients.
 *
 *     d ← d - y_i + ∇f_i(θ)    y_i ← ∇f_i(θ)    θ ← θ - (η/m) d     [Schmidt et al. 2017]
 *
 *     theta  θ   parameters, n of them        lr     η   learning rate
 *     table  y   a gradient for each sample   total  d   their sum
 *
 * Invariant: total is the sum of the rows of the table, up to rounding. */
#include "optim/sag_table.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct sag_table_config sag_table_defaults(void)
{
    return (struct sag_table_config){.lr = (real)0.01};
}

const char *sag_table_check(const struct sag_table_config *config)
{
    return is_nonnegative(config->lr) ? NULL : "lr must be finite and at least 0";
}

/* y_i = ∇f_i(θ) - ∇f(θ) */
static void fill(struct sag_table *sag, const real *theta)
{
    const struct finite_sum *sum = sag->sum;
    sum->mean(sum, theta, sag->g);
    for (size_t i = 0; i < sum->m; i++) {
        real *row = sag->table + i * sum->n;
        sum->sample(sum, i, theta, row);
        for (size_t j = 0; j < sum->n; j++)
            row[j] -= sag->g[j];
    }
}

enum descent_status sag_table_init(struct sag_table *sag, const struct finite_sum *sum,
                                   const real *theta, struct sag_table_config config)
{
    *sag = (struct sag_table){.config = config, .sum = sum};
    if (sag_table_check(&config))
        return DESCENT_ERANGE;
    sag->table = calloc(sum->m, sum->n * sizeof *sag->table);
    sag->total = zeros(sum->n);
    sag->g = zeros(sum->n);
    if (!sag->table || !sag->total || !sag->g) {
        sag_table_free(sag);
        return DESCENT_ENOMEM;
    }
    fill(sag, theta);
    return DESCENT_OK;
}

// [sag-table-step]
void sag_table_step(struct sag_table *sag, real *theta, size_t i)
{
    const struct finite_sum *sum = sag->sum;
    const real scale = sag->config.lr / (real)sum->m;
    real *row = sag->table + i * sum->n, *total = sag->total, *g = sag->g;
    sum->sample(sum, i, theta, g);
    for (size_t j = 0; j < sum->n; j++) {
        total[j] += g[j] - row[j];
        row[j] = g[j];
        theta[j] -= scale * total[j];
    }
    sag->t++;
}
// [sag-table-step]

void sag_table_free(struct sag_table *sag)
{
    free(sag->table);
    free(sag->total);
    free(sag->g);
    sag->table = sag->total = sag->g = NULL;
}
