/* cost.c: operations of a step for a square matrix, by its width; numbers kept. */
#include "shared.h"

/* By `make bench`, once, on one thread of the machine of measured.h, in single
 * precision: milliseconds for the inverse fourth root of a matrix of 1024 × 1024 by
 * eigenvalues and by coupled Newton; for Newton–Schulz on 768 × 3072 its speed over that
 * of a product, and PyTorch's time over its own. */
static const double measured_root[2] = {151, 700};
static const double measured_share = 0.99, measured_pytorch = 2.3;

/* Operations for an n × n matrix, by leading terms. */
static double gradient(double n, double batch)
{
    return 6 * batch * n * n; /* forward, and backward to weights and inputs */
}

static double adamw(double n)
{
    return 13 * n * n;
}

static double muon(double n)
{
    return 5 * (3 + 1) * n * n * n;
}

/* Statistics and products in every step; two roots, 9 n³ for eigenvalues and vectors by
 * the symmetric QR algorithm and n³ for putting them together, in one step of `every`. */
static double shampoo(double n, double every)
{
    return (2 + 4) * n * n * n + 2 * (9 + 1) * n * n * n / every;
}

void experiment(const char *directory, FILE *facts)
{
    FILE *file = figure_open(directory, "cost.dat");
    fprintf(file, "# width, gradient with 32 and 32768 rows, AdamW, Muon, Shampoo with "
                  "roots in every step, in every tenth\n");
    for (int k = 0; k <= 40; k++) {
        double n = pow(2, 4 + k / 5.0);
        fprintf(file, "%.6g %.6g %.6g %.6g %.6g %.6g %.6g\n", n, gradient(n, 32),
                gradient(n, 32768), adamw(n), muon(n), shampoo(n, 1), shampoo(n, 10));
    }
    figure_close(file);
    figure_fact(facts, "cost-32", "%.1f", muon(32) / gradient(32, 32));
    figure_fact(facts, "cost-1024", "%.0f", 100 * muon(1024) / gradient(1024, 32768));
    figure_fact(facts, "cost-shampoo-every", "%.1f", shampoo(1024, 1) / muon(1024));
    figure_fact(facts, "cost-shampoo-fifth", "%.1f", shampoo(1024, 5) / muon(1024));
    figure_fact(facts, "cost-shampoo-tenth", "%.1f", shampoo(1024, 10) / muon(1024));
    figure_fact(facts, "measured-eigen", "%.0f", measured_root[0]);
    figure_fact(facts, "measured-newton", "%.0f", measured_root[1]);
    figure_fact(facts, "measured-share", "%.2f", measured_share);
    figure_fact(facts, "measured-pytorch", "%.1f", measured_pytorch);
}
