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

void experiment(const char *directory, FILE *facts)
{
    run_digits(directory, facts);
}
