/* angles.c: two random directions, and how nearly orthogonal they are. */
#include "optim/blas.h"
#include "shared.h"

enum { SIZES = 9, MOST = 100000, PAIRS = 1000 };
static const size_t sizes[SIZES] = {3, 10, 30, 100, 300, 1000, 3000, 10000, MOST};

/* The cosine of the angle between two vectors of independent normal numbers. */
static double cosine(size_t n, real *x, struct rng *rng)
{
    real *y = x + n;
    draw_normal(2 * n, x, rng);
    return (double)(blas_dot(n, x, y) / (blas_norm(n, x) * blas_norm(n, y)));
}

/* Root mean square over so many pairs; the largest size goes into `far`. */
static double typical(size_t n, size_t pairs, real *x, struct rng *rng, double *far)
{
    double squares = 0;
    *far = 0;
    for (size_t k = 0; k < pairs; k++) {
        const double c = cosine(n, x, rng);
        squares += c * c;
        *far = fmax(*far, fabs(c));
    }
    return sqrt(squares / (double)pairs);
}

void experiment(const char *directory, FILE *facts)
{
    real *x = allocate(2 * MOST, sizeof *x);
    struct rng rng = rng_seed(FIRST_SEED);
    FILE *file = figure_open(directory, "angles.dat");
    fprintf(file, "# n, root mean square of the cosine, largest size of it\n");
    for (size_t i = 0; i < SIZES; i++) {
        const size_t n = sizes[i], pairs = n > 3000 ? PAIRS / 10 : PAIRS;
        double far, rms = typical(n, pairs, x, &rng, &far);
        fprintf(file, "%zu %.4g %.4g\n", n, rms, far);
        if (n == 10 || n == 1000 || n == 10000) {
            char suffix[16];
            snprintf(suffix, sizeof suffix, "%zu", n);
            figure_fact_of(facts, "cosine", suffix, n < 5000 ? "%.3f" : "%.4f", rms);
        }
        if (n == 10000)
            figure_fact(facts, "angle-least-10000", "%.1f", acos(far) * 180 / M_PI);
    }
    figure_close(file);
    free(x);
}
