/* matrices.c: how fast Newton–Schulz and the inverse roots are, beside a product of
 * matrices.
 *
 * Everything runs on one thread and is measured in its processor time, the smallest of
 * several turns, so that a busy machine disturbs little. Newton–Schulz is counted in the
 * operations that it needs when symmetric products are halved, 5 (3m²n + m³) for
 * m ≤ n. The peak is that of products of 1024 × 1024 in the same run. */
#include "matrices.h"
#include "optim/blas.h"
#include "optim/inverse_root.h"
#include "optim/newton_schulz.h"
#include "turns.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { MATRIX_TURNS = 7, PEAK = 1024 };

static real *random_numbers(size_t n)
{
    real *a = check_pointer(malloc(n * sizeof *a));
    unsigned state = 1;
    for (size_t i = 0; i < n; i++) {
        state = state * 1664525u + 1013904223u;
        a[i] = (real)(state >> 8) / (real)(1 << 24) - (real)0.5;
    }
    return a;
}

/* Operations a second of a product. */
static double measure_peak(void)
{
    const size_t n = PEAK;
    real *a = random_numbers(n * n), *b = random_numbers(n * n),
         *c = random_numbers(n * n);
    double best = INFINITY;
    for (int turn = 0; turn < MATRIX_TURNS; turn++) {
        double start = processor_seconds();
        blas_product(n, n, n, a, b, c);
        best = fmin(best, processor_seconds() - start);
    }
    free(a);
    free(b);
    free(c);
    return 2 * pow((double)n, 3) / best;
}

static double measure_newton_schulz(size_t rows, size_t cols)
{
    struct newton_schulz ns;
    real *g = random_numbers(rows * cols), *o = random_numbers(rows * cols);
    double best = INFINITY;
    if (newton_schulz_init(&ns, rows, cols))
        exit(EXIT_FAILURE);
    for (int turn = 0; turn < MATRIX_TURNS; turn++) {
        double start = processor_seconds();
        newton_schulz(&ns, 5, g, o);
        best = fmin(best, processor_seconds() - start);
    }
    newton_schulz_free(&ns);
    free(g);
    free(o);
    return best;
}

/* Seconds of PyTorch's five steps; 0 where it is not installed. */
static double ask_peer(const char *script, size_t rows, size_t cols)
{
    char command[512];
    double seconds = 0;
    if (!script)
        return 0;
    snprintf(command, sizeof command, "/usr/bin/python3 %s %zu %zu", script, rows, cols);
    FILE *peer = popen(command, "r");
    if (!peer)
        return 0;
    if (fscanf(peer, "%lf", &seconds) != 1)
        seconds = 0;
    pclose(peer);
    return seconds;
}

static void report_newton_schulz(json_t *rows, double peak, size_t m, size_t n,
                                 const char *script)
{
    const double before = measure_newton_schulz(m, n), theirs = ask_peer(script, m, n);
    const double seconds = fmin(before, measure_newton_schulz(m, n));
    const double side = (double)m;
    const double work = 5 * (3 * side * side * (double)n + side * side * side);
    printf("newton_schulz %5zu x %-5zu %9.1f %10.2f", m, n, 1e3 * seconds,
           work / seconds / peak);
    printf(theirs > 0 ? " %13.2f\n" : "             -\n", theirs / seconds);
    fflush(stdout);
    json_array_append_new(rows, json_pack("{s:s, s:I, s:I, s:f, s:f, s:f}", "method",
                                          "newton_schulz", "rows", (json_int_t)m, "cols",
                                          (json_int_t)n, "milliseconds", 1e3 * seconds,
                                          "share_of_gemm", work / seconds / peak,
                                          "pytorch_ratio", theirs / seconds));
}

/* A definite matrix with a ridge, as Shampoo has it: GGᵀ/n + 0.01 I of a G with twice as
 * many columns. */
static real *definite(size_t n)
{
    real *g = random_numbers(2 * n * n), *a = random_numbers(n * n);
    blas_gram(n, 2 * n, 1 / (real)n, g, 0, a);
    free(g);
    return a;
}

static double measure_root(size_t n, bool newton, const real *a, real *x)
{
    struct inverse_root root;
    double best = INFINITY;
    if (inverse_root_init(&root, n))
        exit(EXIT_FAILURE);
    for (int turn = 0; turn < 3; turn++) {
        double start = processor_seconds();
        enum descent_status status =
            (newton ? inverse_root_newton : inverse_root_eigen)(&root, 4, 1e-2f, a, x);
        best = status ? best : fmin(best, processor_seconds() - start);
    }
    inverse_root_free(&root);
    return best;
}

static void report_roots(json_t *rows, size_t n)
{
    real *a = definite(n), *x = random_numbers(n * n), *y = random_numbers(n * n);
    const double eigen = measure_root(n, false, a, x);
    const double newton = measure_root(n, true, a, y);
    double difference = 0, largest = 0;
    for (size_t i = 0; i < n * n; i++) {
        difference = fmax(difference, fabs((double)(x[i] - y[i])));
        largest = fmax(largest, fabs((double)x[i]));
    }
    printf("inverse_root  %5zu x %-5zu %9.1f %10.1f %13.2f %12.0e\n", n, n, 1e3 * eigen,
           1e3 * newton, eigen / newton, difference / largest);
    fflush(stdout);
    json_array_append_new(rows,
                          json_pack("{s:s, s:I, s:f, s:f, s:f}", "method", "inverse_root",
                                    "rows", (json_int_t)n, "eigen_milliseconds",
                                    1e3 * eigen, "newton_milliseconds", 1e3 * newton,
                                    "difference", difference / largest));
    free(a);
    free(x);
    free(y);
}

json_t *measure_matrices(const char *script)
{
    json_t *rows = json_array();
    openblas_set_num_threads(1);
    const double peak = measure_peak();
    puts("\nmethod           matrix          ms    of gemm  PyTorch/step");
    report_newton_schulz(rows, peak, 512, 512, script);
    report_newton_schulz(rows, peak, 768, 3072, script);
    report_newton_schulz(rows, peak, 1024, 1024, script);
    puts("\nmethod           matrix    eigen ms  newton ms  eigen/newton  difference");
    report_roots(rows, 128);
    report_roots(rows, 512);
    report_roots(rows, 1024);
    return rows;
}
