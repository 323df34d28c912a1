/* perturbed-one-function.c: all in one function, without BLAS. */
#include "optim/perturbed.h"

#include <math.h>

enum perturbed_status perturbed_step(struct perturbed *p)
{
    const size_t n = p->n, wait = p->config.wait;
    for (int pushed = 0; p->status == PERTURBED_RUNNING; pushed++) {
        const real value = p->f(n, p->theta, p->g, p->context);
        real sum = value - value, squares = 0;
        for (size_t i = 0; i < n; i++) {
            sum += p->g[i] - p->g[i];
            squares += p->g[i] * p->g[i];
        }
        if (isnan(sum))
            p->status = PERTURBED_INVALID;
        else if (!pushed && p->since == wait && p->before - value < p->config.drop)
            p->status = PERTURBED_ARRIVED;
        for (size_t i = 0; i < n && p->status && (pushed || !isnan(sum)); i++)
            p->theta[i] = p->saved[i];
        if (p->status)
            break;
        if (pushed || p->since <= wait || sqrt(squares) > p->config.flat) {
            for (size_t i = 0; i < n; i++)
                p->theta[i] -= p->config.lr * p->g[i];
            p->t++;
            if (p->since <= wait)
                p->since++;
            break;
        }
        p->draw(n, p->config.radius, p->noise, p->source);
        for (size_t i = 0; i < n; i++) {
            p->saved[i] = p->theta[i];
            p->theta[i] += p->noise[i];
        }
        p->before = value;
        p->since = 0;
        p->noises++;
    }
    return p->status;
}
