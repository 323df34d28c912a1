/* lbfgs_direction-running-row.c: the row steps back and forth through the ring. */
#include "optim/lbfgs_direction.h"
#include <cblas.h>

#include <string.h>

void lbfgs_direction(struct curvature_pairs *p, const real *g, real *d)
{
    const int n = (int)p->n;
    size_t row = p->next;
    memcpy(d, g, p->n * sizeof *d);
    for (size_t k = 0; k < p->count; k++) {
        row = row == 0 ? p->m - 1 : row - 1;
        p->alpha[row] = cblas_ddot(n, p->s + row * p->n, 1, d, 1) * p->rho[row];
        cblas_daxpy(n, -p->alpha[row], p->y + row * p->n, 1, d, 1);
    }
    double scale = -1;
    if (p->count > 0) {
        const size_t newest = p->next == 0 ? p->m - 1 : p->next - 1;
        const double *y = p->y + newest * p->n;
        scale = -cblas_ddot(n, p->s + newest * p->n, 1, y, 1) / cblas_ddot(n, y, 1, y, 1);
    }
    cblas_dscal(n, scale, d, 1);
    for (size_t k = 0; k < p->count; k++) {
        const double beta = cblas_ddot(n, p->y + row * p->n, 1, d, 1) * p->rho[row];
        cblas_daxpy(n, -p->alpha[row] - beta, p->s + row * p->n, 1, d, 1);
        row = row + 1 == p->m ? 0 : row + 1;
    }
}
