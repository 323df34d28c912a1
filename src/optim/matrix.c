/* matrix.c: transposes, and the other half of a symmetric matrix.
 *
 * Both go through the matrix in tiles, so that the lines of the cache that are read and
 * those that are written stay at hand.
 *
 * Invariant: every element is copied as it is. */
#include "optim/matrix.h"

enum { TILE = 16 };

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* One tile of matrix_transpose(). */
static void transpose_tile(size_t rows, size_t cols, size_t first_row, size_t first_col,
                           const real *a, real *t)
{
    const size_t end_row = smaller(first_row + TILE, rows);
    const size_t end_col = smaller(first_col + TILE, cols);
    for (size_t i = first_row; i < end_row; i++)
        for (size_t j = first_col; j < end_col; j++)
            t[j * rows + i] = a[i * cols + j];
}

void matrix_transpose(size_t rows, size_t cols, const real *a, real *t)
{
    for (size_t i = 0; i < rows; i += TILE)
        for (size_t j = 0; j < cols; j += TILE)
            transpose_tile(rows, cols, i, j, a, t);
}

void matrix_mirror(size_t n, real *a)
{
    for (size_t first = 0; first < n; first += TILE)
        for (size_t i = 0; i < smaller(first + TILE, n); i++)
            for (size_t j = i < first ? first : i; j < smaller(first + TILE, n); j++)
                a[j * n + i] = a[i * n + j];
}
