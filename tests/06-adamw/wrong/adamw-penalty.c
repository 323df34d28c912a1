/* You add λθ to the gradient. That is a penalty: it goes into m and v, and is divided
 * by √v like the rest, which is what AdamW is there to avoid. The averages are those of
 * the plain gradient. */
#include "optim/adamw.h"

#include <math.h>
#include <stdbool.h>

void adamw_step(struct adamw *adamw, real *theta, const real *g)
{
    const struct adamw_config c = adamw->config;
    adamw->power1 *= c.beta1;
    adamw->power2 *= c.beta2;
    const real lr = adamw->schedule * c.lr, root = sqrt(1 - adamw->power2);
    const real rate = lr * root / (1 - adamw->power1), eps = c.eps * root;
    const size_t n = adamw->n;
    real *m = adamw->m, *v = adamw->v;
    for (size_t i = 0; i < n; i++) {
        const real slope = g[i] + c.decay * theta[i];
        m[i] = c.beta1 * m[i] + (1 - c.beta1) * slope;
        v[i] = c.beta2 * v[i] + (1 - c.beta2) * slope * slope;
        theta[i] -= rate * m[i] / (sqrt(v[i]) + eps);
    }
    adamw->t++;
}
