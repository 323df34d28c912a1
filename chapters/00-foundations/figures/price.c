/* price.c: a multiplier as a price.
 *
 *     Shares x of four investments with the least variance xᵀSx/2, for which Σ x_i = 1
 *     and the mean return is b; and min x subject to x² ≤ b, whose price has no limit.
 */
#include "optim/equality_quadratic.h"
#include "optim/kkt_verify.h"
#include "shared.h"

enum { N = 4 };

/* Variances and covariances, and mean returns, in percent. */
static const real risk[N * N] = {1, 0, 0, 0, 0, 9, 3, 2, 0, 3, 16, 4, 0, 2, 4, 36};
static const real returns[N] = {2, 5, 7, 10};

/* The least ½ xᵀSx at the return b, and the multiplier of that constraint. */
static double least_risk(double b, double *price, real *x)
{
    const real none[N] = {0}, right[2] = {1, (real)b};
    real rows[2 * N], lambda[2];
    for (size_t i = 0; i < N; i++)
        rows[i] = 1, rows[N + i] = returns[i];
    if (equality_quadratic(N, 2, risk, none, rows, right, x, lambda) != EQUALITY_OK)
        figure_fail("the problem has no single minimum");
    double sum = 0;
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < N; j++)
            sum += risk[i * N + j] * x[i] * x[j] / 2;
    *price = -lambda[1];
    return sum;
}

static void run_shares(const char *directory, FILE *facts)
{
    real x[N];
    double price, none;
    FILE *file = figure_open(directory, "price-shares.dat");
    fprintf(file, "# b least price\n");
    for (int i = 0; i <= 60; i++) {
        const double b = 2 + i / 10.0, least = least_risk(b, &price, x);
        fprintf(file, "%.6g %.6g %.6g\n", b, least, price);
    }
    figure_close(file);
    const double least = least_risk(5, &price, x);
    figure_fact(facts, "price-value", "%.4f", least);
    figure_fact(facts, "price-multiplier", "%.4f", price);
    const double more = least_risk(5.1, &none, x), less = least_risk(4.9, &none, x);
    figure_fact(facts, "price-measured", "%.4f", (more - less) / 0.2);
}

/* min x subject to x² ≤ b: x = -√b, μ = 1/(2√b). At b = 0 stationarity is missed by 1. */
static void run_root(const char *directory, FILE *facts)
{
    FILE *file = figure_open(directory, "price-root.dat");
    const real one = 1, zero = 0;
    double least = HUGE_VAL;
    fprintf(file, "# b least\n");
    for (int i = 0; i <= 200; i++)
        fprintf(file, "%.6g %.6g\n", square(i / 200.0), -i / 200.0);
    figure_close(file);
    for (int i = 0; i <= 12; i++) {
        const real price = (real)pow(10, i);
        const struct kkt_candidate candidate = {.n = 1,
                                                .inequalities = 1,
                                                .gradient = &one,
                                                .g = &zero,
                                                .g_slopes = &zero,
                                                .g_prices = &price};
        least = fmin(least, kkt_verify(&candidate, (real)1e-9).stationarity);
    }
    figure_fact(facts, "price-root-residual", "%.0f", least);
    figure_fact(facts, "price-root-small", "%.0f", 1 / (2 * sqrt(1e-6)));
}

void experiment(const char *directory, FILE *facts)
{
    run_shares(directory, facts);
    run_root(directory, facts);
}
