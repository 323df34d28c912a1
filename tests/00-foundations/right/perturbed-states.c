/* perturbed-states.c: what a step is, decided first, as one of four kinds. */
#include "optim/perturbed.h"
#include <cblas.h>

#include <math.h>
#include <stdbool.h>
#include <string.h>

enum kind { PLAIN, PUSH, STOP, BROKEN };

static bool look(struct perturbed *p, real *value)
{
    *value = p->f(p->n, p->theta, p->g, p->context);
    real all = 0 * *value;
    for (size_t i = 0; i < p->n; i++)
        all += 0 * p->g[i];
    return all == 0;
}

static enum kind decide(const struct perturbed *p, bool finite, real value)
{
    if (!finite)
        return BROKEN;
    if (p->since == p->config.wait)
        return value <= p->before - p->config.drop ? PLAIN : STOP;
    if (p->since < p->config.wait)
        return PLAIN;
    return cblas_dnrm2((int)p->n, p->g, 1) > p->config.flat ? PLAIN : PUSH;
}

static void restore(struct perturbed *p)
{
    for (size_t i = 0; i < p->n; i++)
        p->theta[i] = p->saved[i];
}

enum perturbed_status perturbed_step(struct perturbed *p)
{
    real value;
    if (p->status)
        return p->status;
    const bool finite = look(p, &value);
    const enum kind kind = decide(p, finite, value);
    if (kind == BROKEN)
        p->status = PERTURBED_INVALID;
    if (kind == STOP) {
        restore(p);
        p->status = PERTURBED_ARRIVED;
    }
    if (kind == PUSH) {
        p->before = value;
        p->since = 0;
        p->noises += 1;
        for (size_t i = 0; i < p->n; i++)
            p->saved[i] = p->theta[i];
        p->draw(p->n, p->config.radius, p->noise, p->source);
        for (size_t i = 0; i < p->n; i++)
            p->theta[i] = p->saved[i] + p->noise[i];
        if (!look(p, &value)) {
            restore(p);
            p->status = PERTURBED_INVALID;
        }
    }
    if (p->status)
        return p->status;
    cblas_daxpy((int)p->n, -p->config.lr, p->g, 1, p->theta, 1);
    p->since = p->since > p->config.wait ? p->since : p->since + 1;
    p->t++;
    return PERTURBED_RUNNING;
}
