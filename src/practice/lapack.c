/* lapack.c: the part of LAPACKE that exercises and live figures call, for the browser.
 *
 * As in blas.c a matrix is walked with two steps, so that each routine is written once
 * for both layouts. An upper triangle is the lower one of the transposed matrix; only for
 * the factors of an indefinite matrix (sytrf) order matters, too: there it is the lower
 * one of the matrix that is read from its end.
 *
 * The methods are those whose answers do not depend on how they are computed (Cholesky,
 * Bunch-Kaufman, Householder), and for eigen- and singular values Jacobi's, which are
 * slow but accurate: what is decomposed here is small. Eigenvectors may have other signs
 * than those of LAPACK. */
#include <float.h>
#include <lapacke.h>
#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { SWEEPS = 60 };

/* Element (i, j) is at[i * down + j * right]. */
struct matrix {
    double *at;
    ptrdiff_t down, right;
};

static struct matrix matrix(int layout, const double *at, int lda)
{
    return layout == LAPACK_ROW_MAJOR ? (struct matrix){(double *)at, lda, 1}
                                      : (struct matrix){(double *)at, 1, lda};
}

static struct matrix transposed(struct matrix a)
{
    return (struct matrix){a.at, a.right, a.down};
}

/* The matrix with its rows and columns in reverse. */
static struct matrix reversed(struct matrix a, int n)
{
    return (struct matrix){a.at + (n - 1) * (a.down + a.right), -a.down, -a.right};
}

static double *element(struct matrix a, int i, int j)
{
    return a.at + (i * a.down + j * a.right);
}

static bool is_upper(char uplo)
{
    return uplo == 'U' || uplo == 'u';
}

/* The lower triangle. */
static struct matrix triangle(int layout, char uplo, const double *a, int lda)
{
    const struct matrix b = matrix(layout, a, lda);
    return is_upper(uplo) ? transposed(b) : b;
}

static void swap(double *a, double *b)
{
    const double kept = *a;
    *a = *b;
    *b = kept;
}

static bool has_nan(struct matrix a, int m, int n)
{
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++)
            if (isnan(*element(a, i, j)))
                return true;
    return false;
}

static bool lower_has_nan(struct matrix a, int n)
{
    for (int i = 0; i < n; i++)
        if (has_nan((struct matrix){element(a, i, 0), 0, a.right}, 1, i + 1))
            return true;
    return false;
}

/* Whether from row to row, or from column to column, it is less than a row or a column:
 * that is refused, as an argument that is wrong. */
static bool overlaps(int layout, int rows, int cols, int distance)
{
    return distance < 1 || distance < (layout == LAPACK_ROW_MAJOR ? cols : rows);
}

/* Cholesky: A = L Lᵀ. */

lapack_int LAPACKE_dpotrf_work(int layout, char uplo, int n, double *a, int lda)
{
    const struct matrix l = triangle(layout, uplo, a, lda);
    if (overlaps(layout, n, n, lda))
        return -5;
    for (int j = 0; j < n; j++) {
        double pivot = *element(l, j, j);
        for (int k = 0; k < j; k++)
            pivot -= *element(l, j, k) * *element(l, j, k);
        *element(l, j, j) = pivot;
        if (!(pivot > 0))
            return j + 1;
        *element(l, j, j) = sqrt(pivot);
        for (int i = j + 1; i < n; i++) {
            double sum = *element(l, i, j);
            for (int k = 0; k < j; k++)
                sum -= *element(l, i, k) * *element(l, j, k);
            *element(l, i, j) = sum / *element(l, j, j);
        }
    }
    return 0;
}

lapack_int LAPACKE_dpotrf(int layout, char uplo, int n, double *a, int lda)
{
    return lower_has_nan(triangle(layout, uplo, a, lda), n)
               ? -4
               : LAPACKE_dpotrf_work(layout, uplo, n, a, lda);
}

lapack_int LAPACKE_dpotrs_work(int layout, char uplo, int n, int nrhs, const double *a,
                               int lda, double *b, int ldb)
{
    const struct matrix l = triangle(layout, uplo, a, lda), x = matrix(layout, b, ldb);
    if (overlaps(layout, n, n, lda))
        return -7;
    if (overlaps(layout, n, nrhs, ldb))
        return -9;
    for (int c = 0; c < nrhs; c++) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++)
                *element(x, i, c) -= *element(l, i, k) * *element(x, k, c);
            *element(x, i, c) /= *element(l, i, i);
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++)
                *element(x, i, c) -= *element(l, k, i) * *element(x, k, c);
            *element(x, i, c) /= *element(l, i, i);
        }
    }
    return 0;
}

lapack_int LAPACKE_dpotrs(int layout, char uplo, int n, int nrhs, const double *a,
                          int lda, double *b, int ldb)
{
    if (lower_has_nan(triangle(layout, uplo, a, lda), n))
        return -5;
    return has_nan(matrix(layout, b, ldb), n, nrhs)
               ? -7
               : LAPACKE_dpotrs_work(layout, uplo, n, nrhs, a, lda, b, ldb);
}

lapack_int LAPACKE_dposv_work(int layout, char uplo, int n, int nrhs, double *a, int lda,
                              double *b, int ldb)
{
    if (overlaps(layout, n, n, lda))
        return -6;
    if (overlaps(layout, n, nrhs, ldb))
        return -8;
    const lapack_int info = LAPACKE_dpotrf_work(layout, uplo, n, a, lda);
    return info ? info : LAPACKE_dpotrs_work(layout, uplo, n, nrhs, a, lda, b, ldb);
}

lapack_int LAPACKE_dposv(int layout, char uplo, int n, int nrhs, double *a, int lda,
                         double *b, int ldb)
{
    if (lower_has_nan(triangle(layout, uplo, a, lda), n))
        return -5;
    return has_nan(matrix(layout, b, ldb), n, nrhs)
               ? -7
               : LAPACKE_dposv_work(layout, uplo, n, nrhs, a, lda, b, ldb);
}

/* Bunch-Kaufman: P A Pᵀ = L D Lᵀ, with blocks of 1 and 2 in D. */

/* The row below k with the largest element of column k; k if there is none. */
static int largest_below(struct matrix a, int n, int k, double *largest)
{
    int found = k;
    *largest = 0;
    for (int i = k + 1; i < n; i++)
        if (fabs(*element(a, i, k)) > *largest) {
            *largest = fabs(*element(a, i, k));
            found = i;
        }
    return found;
}

/* The largest element of a row, off the diagonal. */
static double largest_in_row(struct matrix a, int n, int k, int row)
{
    double largest = 0;
    for (int j = k; j < row; j++)
        largest = fmax(largest, fabs(*element(a, row, j)));
    for (int i = row + 1; i < n; i++)
        largest = fmax(largest, fabs(*element(a, i, row)));
    return largest;
}

/* Which row is exchanged, and whether the block has 2 rows. */
static int choose(struct matrix a, int n, int k, int *size)
{
    const double alpha = (1 + sqrt(17)) / 8, diagonal = fabs(*element(a, k, k));
    double column;
    const int row = largest_below(a, n, k, &column);
    *size = 1;
    if (diagonal >= alpha * column)
        return k;
    const double other = largest_in_row(a, n, k, row);
    if (diagonal >= alpha * column * (column / other))
        return k;
    if (fabs(*element(a, row, row)) < alpha * other)
        *size = 2;
    return row;
}

static void exchange(struct matrix a, int n, int k, int size, int with)
{
    const int here = k + size - 1;
    if (with == here)
        return;
    for (int i = with + 1; i < n; i++)
        swap(element(a, i, here), element(a, i, with));
    for (int i = here + 1; i < with; i++)
        swap(element(a, i, here), element(a, with, i));
    swap(element(a, here, here), element(a, with, with));
    if (size == 2)
        swap(element(a, k + 1, k), element(a, with, k));
}

static void eliminate_one(struct matrix a, int n, int k)
{
    const double by = 1 / *element(a, k, k);
    for (int j = k + 1; j < n; j++)
        for (int i = j; i < n; i++)
            *element(a, i, j) -= by * *element(a, j, k) * *element(a, i, k);
    for (int i = k + 1; i < n; i++)
        *element(a, i, k) *= by;
}

static void eliminate_two(struct matrix a, int n, int k)
{
    double d21 = *element(a, k + 1, k);
    const double d11 = *element(a, k + 1, k + 1) / d21, d22 = *element(a, k, k) / d21;
    d21 = 1 / (d11 * d22 - 1) / d21;
    for (int j = k + 2; j < n; j++) {
        const double first = d21 * (d11 * *element(a, j, k) - *element(a, j, k + 1));
        const double second = d21 * (d22 * *element(a, j, k + 1) - *element(a, j, k));
        for (int i = j; i < n; i++)
            *element(a, i, j) -=
                *element(a, i, k) * first + *element(a, i, k + 1) * second;
        *element(a, j, k) = first;
        *element(a, j, k + 1) = second;
    }
}

/* The pivots of the upper form count from the end. */
static int pivot_at(const int *pivots, int n, int k, bool upper)
{
    const int pivot = pivots[upper ? n - 1 - k : k];
    return !upper ? pivot : pivot > 0 ? n + 1 - pivot : -(n + 1 + pivot);
}

static void set_pivot(int *pivots, int n, int k, bool upper, int pivot)
{
    pivots[upper ? n - 1 - k : k] = !upper      ? pivot
                                    : pivot > 0 ? n + 1 - pivot
                                                : -(n + 1 + pivot);
}

static struct matrix ordered(int layout, char uplo, const double *a, int lda, int n)
{
    const struct matrix b = matrix(layout, a, lda);
    return is_upper(uplo) ? reversed(b, n) : b;
}

lapack_int LAPACKE_dsytrf(int layout, char uplo, int n, double *a, int lda, int *ipiv)
{
    const struct matrix b = ordered(layout, uplo, a, lda, n);
    const bool upper = is_upper(uplo);
    int info = 0, size;
    if (overlaps(layout, n, n, lda))
        return -5;
    if (lower_has_nan(b, n))
        return -4;
    for (int k = 0; k < n; k += size) {
        double column;
        largest_below(b, n, k, &column);
        if (*element(b, k, k) == 0 && column == 0) {
            info = info ? info : upper ? n - k : k + 1;
            set_pivot(ipiv, n, k, upper, k + 1);
            size = 1;
            continue;
        }
        const int with = choose(b, n, k, &size);
        exchange(b, n, k, size, with);
        if (size == 1)
            eliminate_one(b, n, k);
        else if (k + 2 < n)
            eliminate_two(b, n, k);
        for (int i = k; i < k + size; i++)
            set_pivot(ipiv, n, i, upper, size == 1 ? with + 1 : -(with + 1));
    }
    return info;
}

/* One column of the right side. */
struct column {
    double *at;
    ptrdiff_t step;
};

static double *entry(struct column x, int i)
{
    return x.at + i * x.step;
}

static void solve_block(struct matrix a, struct column x, int k)
{
    const double between = *element(a, k + 1, k);
    const double first = *element(a, k, k) / between;
    const double second = *element(a, k + 1, k + 1) / between;
    const double denominator = first * second - 1;
    const double x1 = *entry(x, k) / between, x2 = *entry(x, k + 1) / between;
    *entry(x, k) = (second * x1 - x2) / denominator;
    *entry(x, k + 1) = (first * x2 - x1) / denominator;
}

static void solve_forward(struct matrix a, int n, const int *ipiv, bool upper,
                          struct column x)
{
    int size;
    for (int k = 0; k < n; k += size) {
        const int pivot = pivot_at(ipiv, n, k, upper);
        size = pivot > 0 ? 1 : 2;
        swap(entry(x, k + size - 1), entry(x, abs(pivot) - 1));
        for (int i = k + size; i < n; i++)
            for (int j = k; j < k + size; j++)
                *entry(x, i) -= *element(a, i, j) * *entry(x, j);
        if (size == 1)
            *entry(x, k) /= *element(a, k, k);
        else
            solve_block(a, x, k);
    }
}

static void solve_backward(struct matrix a, int n, const int *ipiv, bool upper,
                           struct column x)
{
    int size;
    for (int k = n - 1; k >= 0; k -= size) {
        const int pivot = pivot_at(ipiv, n, k, upper);
        size = pivot > 0 ? 1 : 2;
        for (int j = k - size + 1; j <= k; j++)
            for (int i = k + 1; i < n; i++)
                *entry(x, j) -= *element(a, i, j) * *entry(x, i);
        swap(entry(x, k), entry(x, abs(pivot) - 1));
    }
}

static void solve_indefinite(struct matrix a, int n, const int *ipiv, bool upper,
                             struct column x)
{
    solve_forward(a, n, ipiv, upper, x);
    solve_backward(a, n, ipiv, upper, x);
}

lapack_int LAPACKE_dsytrs(int layout, char uplo, int n, int nrhs, const double *a,
                          int lda, const int *ipiv, double *b, int ldb)
{
    const struct matrix factor = ordered(layout, uplo, a, lda, n);
    const struct matrix x = matrix(layout, b, ldb);
    const bool upper = is_upper(uplo);
    if (overlaps(layout, n, n, lda))
        return -6;
    if (overlaps(layout, n, nrhs, ldb))
        return -9;
    if (lower_has_nan(factor, n))
        return -5;
    if (has_nan(x, n, nrhs))
        return -8;
    for (int c = 0; c < nrhs; c++) {
        const struct column forward = {element(x, 0, c), x.down};
        const struct column backward = {element(x, n - 1, c), -x.down};
        solve_indefinite(factor, n, ipiv, upper, upper ? backward : forward);
    }
    return 0;
}

/* Whether D has a zero, which is a singular block of 1. */
static bool is_singular(struct matrix a, int n, const int *ipiv, bool upper)
{
    for (int k = 0; k < n; k++)
        if (pivot_at(ipiv, n, k, upper) > 0 && *element(a, k, k) == 0)
            return true;
    return false;
}

/* The norm of the inverse is computed, not estimated. */
lapack_int LAPACKE_dsycon(int layout, char uplo, int n, const double *a, int lda,
                          const int *ipiv, double anorm, double *rcond)
{
    const struct matrix factor = ordered(layout, uplo, a, lda, n);
    const bool upper = is_upper(uplo);
    if (lower_has_nan(factor, n))
        return -4;
    if (isnan(anorm))
        return -7;
    *rcond = n == 0;
    if (n <= 0 || anorm <= 0 || is_singular(factor, n, ipiv, upper))
        return 0;
    double largest = 0, *x = malloc((size_t)n * sizeof *x);
    if (!x)
        return -1010;
    for (int j = 0; j < n; j++) {
        double sum = 0;
        memset(x, 0, (size_t)n * sizeof *x);
        x[j] = 1;
        solve_indefinite(factor, n, ipiv, upper, (struct column){x, 1});
        for (int i = 0; i < n; i++)
            sum += fabs(x[i]);
        largest = fmax(largest, sum);
    }
    free(x);
    *rcond = largest > 0 ? 1 / largest / anorm : 0;
    return 0;
}

/* Householder: A = Q R, Q = H₁ H₂ …, H = I - τ v vᵀ with v₁ = 1. */

/* A ← H A for the columns from `from` on; v is column k of V below its diagonal. */
static void reflect(struct matrix a, int m, int from, int n, struct matrix v, int k,
                    double tau)
{
    for (int j = from; j < n; j++) {
        double sum = *element(a, k, j);
        for (int i = k + 1; i < m; i++)
            sum += *element(v, i, k) * *element(a, i, j);
        *element(a, k, j) -= tau * sum;
        for (int i = k + 1; i < m; i++)
            *element(a, i, j) -= tau * sum * *element(v, i, k);
    }
}

/* A becomes R, and below its diagonal the reflections. */
static void factor(struct matrix a, int m, int n, double *tau)
{
    for (int k = 0; k < m && k < n; k++) {
        double below = 0;
        for (int i = k + 1; i < m; i++)
            below = hypot(below, *element(a, i, k));
        const double first = *element(a, k, k);
        const double length = -copysign(hypot(first, below), first);
        tau[k] = below == 0 ? 0 : (length - first) / length;
        if (below == 0)
            continue;
        for (int i = k + 1; i < m; i++)
            *element(a, i, k) /= first - length;
        *element(a, k, k) = length;
        reflect(a, m, k + 1, n, a, k, tau[k]);
    }
}

lapack_int LAPACKE_dgeqrf(int layout, int m, int n, double *a, int lda, double *tau)
{
    const struct matrix b = matrix(layout, a, lda);
    if (overlaps(layout, m, n, lda))
        return -5;
    if (has_nan(b, m, n))
        return -4;
    factor(b, m, n, tau);
    return 0;
}

lapack_int LAPACKE_dorgqr(int layout, int m, int n, int k, double *a, int lda,
                          const double *tau)
{
    const struct matrix b = matrix(layout, a, lda);
    if (overlaps(layout, m, n, lda))
        return -6;
    if (has_nan(b, m, n))
        return -5;
    for (int c = n - 1; c >= 0; c--) {
        const double by = c < k ? tau[c] : 0;
        for (int i = 0; i < c; i++)
            *element(b, i, c) = 0;
        if (c >= k)
            for (int i = c; i < m; i++)
                *element(b, i, c) = i == c;
        else {
            reflect(b, m, c + 1, n, b, c, by);
            *element(b, c, c) = 1 - by;
            for (int i = c + 1; i < m; i++)
                *element(b, i, c) *= -by;
        }
    }
    return 0;
}

/* X ← Qᵀ X or Q X. */
static void reflect_all(struct matrix x, int rows, int cols, struct matrix v, int count,
                        const double *tau, bool inverse)
{
    for (int i = 0; i < count; i++) {
        const int k = inverse ? i : count - 1 - i;
        reflect(x, rows, 0, cols, v, k, tau[k]);
    }
}

/* R X = B, or L X = B. */
static void solve_triangle(struct matrix r, int n, struct matrix x, int cols, bool lower)
{
    for (int c = 0; c < cols; c++)
        for (int k = 0; k < n; k++) {
            const int i = lower ? k : n - 1 - k;
            for (int j = lower ? 0 : i + 1; j < (lower ? i : n); j++)
                *element(x, i, c) -= *element(r, i, j) * *element(x, j, c);
            *element(x, i, c) /= *element(r, i, i);
        }
}

/* By A = Q R: least squares, or if Aᵀ X = B is asked for, its shortest solution. */
static void solve_full_rank(struct matrix a, int m, int n, struct matrix x, int cols,
                            const double *tau, bool is_transposed)
{
    if (!is_transposed) {
        reflect_all(x, m, cols, a, n, tau, true);
        solve_triangle(a, n, x, cols, false);
        return;
    }
    solve_triangle(transposed(a), n, x, cols, true);
    for (int i = n; i < m; i++)
        for (int c = 0; c < cols; c++)
            *element(x, i, c) = 0;
    reflect_all(x, m, cols, a, n, tau, false);
}

/* The first 0 on the diagonal, from 1 on; 0 if there is none. */
static int first_zero(struct matrix a, int n)
{
    for (int i = 0; i < n; i++)
        if (*element(a, i, i) == 0)
            return i + 1;
    return 0;
}

lapack_int LAPACKE_dgels(int layout, char trans, int m, int n, int nrhs, double *a,
                         int lda, double *b, int ldb)
{
    const bool asks_transposed = trans == 'T' || trans == 't';
    const struct matrix given = matrix(layout, a, lda), x = matrix(layout, b, ldb);
    const struct matrix tall = m >= n ? given : transposed(given);
    const int rows = m >= n ? m : n, cols = m >= n ? n : m;
    if (overlaps(layout, m, n, lda))
        return -7;
    if (overlaps(layout, rows, nrhs, ldb))
        return -9;
    if (has_nan(given, m, n))
        return -6;
    if (has_nan(x, asks_transposed ? n : m, nrhs))
        return -8;
    double *tau = malloc(((size_t)cols + 1) * sizeof *tau);
    if (!tau)
        return LAPACK_WORK_MEMORY_ERROR;
    factor(tall, rows, cols, tau);
    const lapack_int info = first_zero(tall, cols);
    if (!info)
        solve_full_rank(tall, rows, cols, x, nrhs, tau, (m >= n) == asks_transposed);
    free(tau);
    return info;
}

/* Jacobi: rotations that make a symmetric matrix diagonal. */

/* Rotates columns p and q. */
static void rotate(struct matrix a, int m, int p, int q, double c, double s)
{
    for (int i = 0; i < m; i++) {
        const double x = *element(a, i, p), y = *element(a, i, q);
        *element(a, i, p) = c * x - s * y;
        *element(a, i, q) = s * x + c * y;
    }
}

/* Rotates rows p and q of a symmetric matrix, and its columns likewise; between them it
 * becomes 0. */
static void rotate_symmetric(struct matrix a, int n, int p, int q, double c, double s)
{
    const double pp = *element(a, p, p), pq = *element(a, p, q), qq = *element(a, q, q);
    rotate(transposed(a), n, p, q, c, s);
    *element(a, p, p) = c * (c * pp - s * pq) - s * (c * pq - s * qq);
    *element(a, q, q) = s * (s * pp + c * pq) + c * (s * pq + c * qq);
    *element(a, p, q) = *element(a, q, p) = 0;
    for (int i = 0; i < n; i++) {
        *element(a, i, p) = *element(a, p, i);
        *element(a, i, q) = *element(a, q, i);
    }
}

/* The rotation that makes the off-diagonal of (a b; b d) zero. */
static void find_rotation(double a, double b, double d, double *c, double *s)
{
    const double zeta = (d - a) / (2 * b);
    const double t = copysign(1, zeta) / (fabs(zeta) + hypot(1, zeta));
    *c = 1 / hypot(1, t);
    *s = *c * t;
}

static void copy_triangle(struct matrix a, int n)
{
    for (int i = 0; i < n; i++)
        for (int j = i + 1; j < n; j++)
            *element(a, i, j) = *element(a, j, i);
}

static void set_identity(struct matrix v, int n)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            *element(v, i, j) = i == j;
}

/* One round over all pairs. Returns whether any was rotated. */
static bool sweep(struct matrix a, int n, const struct matrix *v)
{
    bool rotated = false;
    for (int p = 0; p < n; p++)
        for (int q = p + 1; q < n; q++) {
            const double between = *element(a, p, q);
            const double size =
                sqrt(fabs(*element(a, p, p))) * sqrt(fabs(*element(a, q, q)));
            double c, s;
            if (fabs(between) <= 1e-18 * size || fabs(between) < 1e-300)
                continue;
            rotated = true;
            find_rotation(*element(a, p, p), between, *element(a, q, q), &c, &s);
            rotate_symmetric(a, n, p, q, c, s);
            if (v)
                rotate(*v, n, p, q, c, s);
        }
    return rotated;
}

/* Exchanges columns so that the values are in order. */
static void sort(double *w, int n, bool ascending, struct matrix first, int m,
                 const struct matrix *second, int m2)
{
    for (int i = 0; i < n; i++) {
        int best = i;
        for (int j = i + 1; j < n; j++)
            if (ascending ? w[j] < w[best] : w[j] > w[best])
                best = j;
        if (best == i)
            continue;
        swap(&w[i], &w[best]);
        for (int k = 0; k < m; k++)
            swap(element(first, k, i), element(first, k, best));
        for (int k = 0; second && k < m2; k++)
            swap(element(*second, k, i), element(*second, k, best));
    }
}

static bool wants_vectors(char job)
{
    return job == 'V' || job == 'v';
}

/* With room for n² numbers if vectors are wanted. */
static lapack_int decompose(int layout, char jobz, char uplo, int n, double *a, int lda,
                            double *w, double *room)
{
    const struct matrix lower = triangle(layout, uplo, a, lda);
    const struct matrix b = matrix(layout, a, lda), v = {room, 1, n};
    const struct matrix rows = {a, lda, 1}; /* in either layout: it is symmetric */
    const bool vectors = wants_vectors(jobz);
    copy_triangle(lower, n);
    if (has_nan(b, n, n))
        return 1;
    if (vectors)
        set_identity(v, n);
    int round = 0;
    while (round < SWEEPS && sweep(rows, n, vectors ? &v : NULL))
        round++;
    for (int i = 0; i < n; i++)
        w[i] = *element(b, i, i);
    for (int i = 0; vectors && i < n; i++)
        for (int j = 0; j < n; j++)
            *element(b, i, j) = *element(v, i, j);
    sort(w, n, true, b, n, NULL, 0);
    return 0;
}

lapack_int LAPACKE_dsyevd_work(int layout, char jobz, char uplo, int n, double *a,
                               int lda, double *w, double *work, int lwork, int *iwork,
                               int liwork)
{
    if (lwork == -1 || liwork == -1) {
        work[0] = wants_vectors(jobz) ? (double)n * n + 1 : 1;
        iwork[0] = 1;
        return 0;
    }
    return decompose(layout, jobz, uplo, n, a, lda, w, work);
}

lapack_int LAPACKE_dsyevd(int layout, char jobz, char uplo, int n, double *a, int lda,
                          double *w)
{
    if (overlaps(layout, n, n, lda))
        return -6;
    if (lower_has_nan(triangle(layout, uplo, a, lda), n))
        return -5;
    double *room = malloc(((size_t)n * (size_t)n + 1) * sizeof *room);
    const lapack_int info =
        room ? decompose(layout, jobz, uplo, n, a, lda, w, room) : -1010;
    free(room);
    return info;
}

lapack_int LAPACKE_dsyev(int layout, char jobz, char uplo, int n, double *a, int lda,
                         double *w)
{
    return LAPACKE_dsyevd(layout, jobz, uplo, n, a, lda, w);
}

/* Hestenes: rotations that make the columns of a matrix orthogonal. A = U diag(s) Vᵀ. */

static double column_product(struct matrix a, int m, int p, int q)
{
    double sum = 0;
    for (int i = 0; i < m; i++)
        sum += *element(a, i, p) * *element(a, i, q);
    return sum;
}

static bool sweep_columns(struct matrix a, int m, int n, struct matrix v, bool vectors)
{
    bool rotated = false;
    for (int p = 0; p < n; p++)
        for (int q = p + 1; q < n; q++) {
            const double pp = column_product(a, m, p, p), qq = column_product(a, m, q, q);
            const double pq = column_product(a, m, p, q);
            double c, s;
            if (fabs(pq) <= 1e-16 * sqrt(pp) * sqrt(qq))
                continue;
            rotated = true;
            find_rotation(pp, pq, qq, &c, &s);
            rotate(a, m, p, q, c, s);
            if (vectors)
                rotate(v, n, p, q, c, s);
        }
    return rotated;
}

/* Makes column c of U orthogonal to those before it, from the unit vector that is left
 * longest. */
static void complete(struct matrix u, int m, int c)
{
    double best = -1;
    int chosen = 0;
    for (int e = 0; e < m; e++) {
        double rest = 1;
        for (int j = 0; j < c; j++)
            rest -= *element(u, e, j) * *element(u, e, j);
        if (rest > best) {
            best = rest;
            chosen = e;
        }
    }
    for (int i = 0; i < m; i++)
        *element(u, i, c) = i == chosen;
    for (int again = 0; again < 2; again++)
        for (int j = 0; j < c; j++) {
            const double part = column_product(u, m, c, j);
            for (int i = 0; i < m; i++)
                *element(u, i, c) -= part * *element(u, i, j);
        }
    const double length = sqrt(column_product(u, m, c, c));
    for (int i = 0; i < m; i++)
        *element(u, i, c) /= length;
}

/* For m ≥ n. @param cols  of U that are wanted; 0 for no vectors */
static void decompose_tall(struct matrix a, int m, int n, double *s, struct matrix u,
                           int cols, struct matrix v)
{
    const bool vectors = cols > 0;
    double largest = 0;
    if (vectors)
        set_identity(v, n);
    int round = 0;
    while (round < SWEEPS && sweep_columns(a, m, n, v, vectors))
        round++;
    for (int j = 0; j < n; j++)
        s[j] = sqrt(column_product(a, m, j, j));
    sort(s, n, false, a, m, vectors ? &v : NULL, n);
    for (int j = 0; j < n; j++)
        largest = fmax(largest, s[j]);
    for (int j = 0; vectors && j < cols; j++) {
        const bool known = j < n && s[j] > 1e-15 * largest;
        for (int i = 0; known && i < m; i++)
            *element(u, i, j) = *element(a, i, j) / s[j];
        if (!known)
            complete(u, m, j);
    }
}

/* Scaled, so that no square overflows or is lost. */
static lapack_int decompose_scaled(struct matrix a, int m, int n, double *s,
                                   struct matrix u, int cols, struct matrix v)
{
    double largest = 0;
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++)
            largest = fmax(largest, fabs(*element(a, i, j)));
    if (has_nan(a, m, n))
        return -4;
    if (isinf(largest))
        return 1;
    int exponent;
    frexp(largest, &exponent);
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++)
            *element(a, i, j) = scalbn(*element(a, i, j), -exponent);
    decompose_tall(a, m, n, s, u, cols, v);
    for (int j = 0; j < n; j++)
        s[j] = scalbn(s[j], exponent);
    return 0;
}

lapack_int LAPACKE_dgesdd_work(int layout, char jobz, int m, int n, double *a, int lda,
                               double *s, double *u, int ldu, double *vt, int ldvt,
                               double *work, int lwork, int *iwork)
{
    const struct matrix b = matrix(layout, a, lda);
    const struct matrix left = matrix(layout, u, ldu);
    const struct matrix right = transposed(matrix(layout, vt, ldvt));
    (void)iwork;
    if (lwork == -1) {
        work[0] = 1;
        return 0;
    }
    const int small = m < n ? m : n, large = m < n ? n : m;
    const int cols = jobz == 'N' ? 0 : jobz == 'A' ? large : small;
    if (overlaps(layout, m, n, lda))
        return -6;
    if (cols && overlaps(layout, m, jobz == 'A' ? m : small, ldu))
        return -9;
    if (cols && overlaps(layout, jobz == 'A' ? n : small, n, ldvt))
        return -11;
    return m >= n ? decompose_scaled(b, m, n, s, left, cols, right)
                  : decompose_scaled(transposed(b), n, m, s, right, cols, left);
}

lapack_int LAPACKE_dgesdd(int layout, char jobz, int m, int n, double *a, int lda,
                          double *s, double *u, int ldu, double *vt, int ldvt)
{
    double work;
    int iwork;
    return has_nan(matrix(layout, a, lda), m, n)
               ? -5
               : LAPACKE_dgesdd_work(layout, jobz, m, n, a, lda, s, u, ldu, vt, ldvt,
                                     &work, 1, &iwork);
}

/* The shortest x that brings A x closest to b, from A = U diag(s) Vᵀ without the parts
 * whose singular value is too small. x is left in b, which has room for it. With an
 * infinity in b all of it is NaN, as in LAPACK, which scales b first. */
static void solve_by_parts(struct matrix u, struct matrix vt, const double *s, int rank,
                           int m, int n, struct matrix b, int column, double *part)
{
    double scale = 1;
    for (int i = 0; i < m; i++)
        if (isinf(*element(b, i, column)))
            scale = (double)NAN;
    for (int k = 0; k < rank; k++) {
        part[k] = 0;
        for (int i = 0; i < m; i++)
            part[k] += *element(u, i, k) * *element(b, i, column) / s[k];
    }
    for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < rank; k++)
            sum += part[k] * *element(vt, k, j);
        *element(b, j, column) = scale * sum;
    }
}

lapack_int LAPACKE_dgelsd(int layout, int m, int n, int nrhs, double *a, int lda,
                          double *b, int ldb, double *s, double rcond, lapack_int *rank)
{
    const int small = m < n ? m : n;
    const struct matrix right = matrix(layout, b, ldb);
    if (overlaps(layout, m, n, lda))
        return -6;
    if (overlaps(layout, m < n ? n : m, nrhs, ldb))
        return -8;
    if (has_nan(right, m, nrhs))
        return -7;
    double *u = malloc(sizeof *u * (size_t)(m * small + small * n + small));
    if (!u)
        return LAPACK_WORK_MEMORY_ERROR;
    double *vt = u + m * small, *part = vt + small * n;
    const int ldu = layout == LAPACK_ROW_MAJOR ? small : m;
    const int ldvt = layout == LAPACK_ROW_MAJOR ? n : small;
    const lapack_int info =
        LAPACKE_dgesdd(layout, 'S', m, n, a, lda, s, u, ldu, vt, ldvt);
    *rank = 0;
    while (!info && *rank < small && s[*rank] > (rcond < 0 ? DBL_EPSILON : rcond) * s[0])
        ++*rank;
    for (int c = 0; !info && c < nrhs; c++)
        solve_by_parts(matrix(layout, u, ldu), matrix(layout, vt, ldvt), s, *rank, m, n,
                       right, c, part);
    free(u);
    return info;
}

lapack_int LAPACKE_dgelss(int layout, int m, int n, int nrhs, double *a, int lda,
                          double *b, int ldb, double *s, double rcond, lapack_int *rank)
{
    return LAPACKE_dgelsd(layout, m, n, nrhs, a, lda, b, ldb, s, rcond, rank);
}
