/* digits.c: digits lost, and kept. */
#include "optim/ewma_weights.h"
#include "shared.h"

/* Relative error of 1 - (1-α)^n by the plain formula and by exercise 1.1: the worst over
 * several n for each α. */
static void run_digits(const char *directory, FILE *facts)
{
    const uint64_t counts[] = {1, 2, 3, 5, 10, 30, 100, 300, 1000};
    double worst = 0;
    FILE *file = figure_open(directory, "digits.dat");
    fprintf(file, "# alpha plain exercise\n");
    for (int i = 4; i <= 80; i++) {
        double alpha = pow(10, -i / 4.0), error[2] = {0};
        for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
            double n = (double)counts[k];
            double exact = (double)-expm1l(n * log1pl(-(long double)alpha));
            double plain = 1 - pow(1 - alpha, n);
            double sum = (double)ewma_weight_sum((real)alpha, counts[k]);
            error[0] = fmax(error[0], fabs(plain / exact - 1));
            error[1] = fmax(error[1], fabs(sum / exact - 1));
        }
        fprintf(file, "%.4g %.4g %.4g\n", alpha, error[0], error[1]);
        worst = fmax(worst, error[1]);
    }
    figure_close(file);
    /* An upper bound is rounded up. */
    figure_fact(facts, "digits-exercise", "%.0fe-16", ceil(worst * 1e16));
    double alpha = 1e-12;
    figure_fact(facts, "digits-plain", "%.4e", 1 - pow(1 - alpha, 10));
    figure_fact(facts, "digits-exact", "%.4e", ewma_weight_sum((real)alpha, 10));
}

/* Two functions of a small argument, by way of a number near 1 and without. */
static void run_functions(FILE *facts)
{
    const double x = 1e-13;
    figure_fact(facts, "log-plain", "%.4e", log(1 + x));
    figure_fact(facts, "exp-plain", "%.4e", exp(x) - 1);
    figure_fact(facts, "log1p", "%.4e", log1p(x));
    figure_fact(facts, "expm1", "%.4e", expm1(x));
}

/* The largest relative errors of 1 - λ^t over 1000 samples, from a running product and
 * as the average of a series of ones. */
static void find_divisor_errors(double lambda, double error[2])
{
    double power = 1, ones = 0;
    for (int t = 1; t <= 1000; t++) {
        power *= lambda;
        ones = lambda * ones + (1 - lambda);
        double exact = (double)-expm1l(t * log1pl(-(1 - (long double)lambda)));
        error[0] = fmax(error[0], fabs((1 - power) / exact - 1));
        error[1] = fmax(error[1], fabs(ones / exact - 1));
    }
}

static void run_divisor(FILE *facts)
{
    double slow[2] = {0}, slower[2] = {0};
    find_divisor_errors(0.999, slow);
    find_divisor_errors(1 - 1e-9, slower);
    figure_fact(facts, "divisor-product-3", "%.0e", slow[0]);
    figure_fact(facts, "divisor-product-9", "%.0e", slower[0]);
    /* An upper bound is rounded up. */
    figure_fact(facts, "divisor-ones", "%.0fe-15", ceil(fmax(slow[1], slower[1]) * 1e15));
}

void experiment(const char *directory, FILE *facts)
{
    run_digits(directory, facts);
    run_functions(facts);
    run_divisor(facts);
}
