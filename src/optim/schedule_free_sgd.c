/* schedule_free_sgd.c: averaging in place of a schedule.
 *
 *     z_t = z_{t-1} - γ g(y_t)                                  [Defazio and others 2024]
 *     x_t = (1 - 1/t) x_{t-1} + z_t / t
 *     y_{t+1} = (1 - β) z_t + β x_t
 *
 *     theta  y   where the next gradient is taken    lr    γ   learning rate
 *     z      z   what is stepped                     beta  β   share of the average
 *     x      x   the mean of all z since the start
 *
 * Invariant: after step t, x is the plain mean of z_1 … z_t, without the start. */
#include "optim/schedule_free_sgd.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>
#include <string.h>

struct schedule_free_sgd_config schedule_free_sgd_defaults(void)
{
    return (struct schedule_free_sgd_config){.lr = (real)0.01, .beta = (real)0.9};
}

const char *schedule_free_sgd_check(const struct schedule_free_sgd_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!(config->beta >= 0 && config->beta <= 1))
        return "beta must be at least 0 and at most 1";
    return NULL;
}

enum descent_status schedule_free_sgd_init(struct schedule_free_sgd *method, size_t n,
                                           const real *theta,
                                           struct schedule_free_sgd_config config)
{
    *method = (struct schedule_free_sgd){.config = config, .n = n};
    if (schedule_free_sgd_check(&config))
        return DESCENT_ERANGE;
    method->z = zeros(n);
    method->x = zeros(n);
    if (!method->z || !method->x) {
        schedule_free_sgd_free(method);
        return DESCENT_ENOMEM;
    }
    if (theta && n > 0) {
        memcpy(method->z, theta, n * sizeof *theta);
        memcpy(method->x, theta, n * sizeof *theta);
    }
    return DESCENT_OK;
}

// [schedule-free-sgd-step]
void schedule_free_sgd_step(struct schedule_free_sgd *method, real *theta, const real *g)
{
    const real lr = method->config.lr, beta = method->config.beta;
    const real share = 1 / (real)++method->t;
    real *z = method->z, *x = method->x;
    for (size_t i = 0; i < method->n; i++) {
        z[i] -= lr * g[i];
        x[i] = (1 - share) * x[i] + share * z[i];
        theta[i] = (1 - beta) * z[i] + beta * x[i];
    }
}
// [schedule-free-sgd-step]

void schedule_free_sgd_free(struct schedule_free_sgd *method)
{
    free(method->z);
    free(method->x);
    method->z = method->x = NULL;
}
