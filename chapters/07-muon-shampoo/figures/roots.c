/* roots.c: how exact the two inverse fourth roots are. No figure: numbers for the text.
 *
 * B = HΛH/16 with H the Hadamard matrix of 16 × 16, whose elements are 1 and -1, and with
 * eigenvalues that are powers of 1/16. So H/4 is orthogonal, B^(-1/4) = HΛ^(-1/4)H/16,
 * and neither has any rounding error. */
#include "optim/inverse_root.h"
#include "shared.h"

enum { side = 16, area = side * side };

/* HΛH/16 with λ = base^power, where the powers go from 0 to `most`. */
static void fill(double base, int most, real *a)
{
    for (int i = 0; i < area; i++) {
        double sum = 0;
        for (int k = 0; k < side; k++) {
            const int signs = (i / side & k) ^ (i % side & k);
            sum += ldexp(__builtin_parity((unsigned)signs) ? -1 : 1, -4) *
                   pow(base, most * k / (side - 1));
        }
        a[i] = (real)sum;
    }
}

/* The error of a root, in rounding units times the condition. */
static double error(enum descent_status (*solve)(struct inverse_root *, size_t, real,
                                                 const real *, real *),
                    int most)
{
    real a[area], x[area], exact[area];
    struct inverse_root root;
    double wrong = 0, all = 0;
    fill(1.0 / 16, most, a);
    fill(2, most, exact);
    require(inverse_root_init(&root, side));
    require(solve(&root, 4, 0, a, x));
    inverse_root_free(&root);
    for (int i = 0; i < area; i++) {
        wrong += pow((double)(x[i] - exact[i]), 2);
        all += pow((double)exact[i], 2);
    }
    return sqrt(wrong / all) / (REAL_EPSILON / 2 * pow(16, most));
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    double newton = 0, eigen = 0;
    for (int most = 2; most <= 8; most++) {
        newton = fmax(newton, error(inverse_root_newton, most));
        eigen = fmax(eigen, error(inverse_root_eigen, most));
    }
    figure_fact(facts, "root-newton", "%.1f", newton);
    figure_fact(facts, "root-eigen", "%.1f", eigen);
}
