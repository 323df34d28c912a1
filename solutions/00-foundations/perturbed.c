/** @exercise 0.7 Perturbed gradient descent
 *  @points 15
 *
 *  On a saddle the gradient is 0, as on a minimum. What tells them apart is whether a
 *  small push leads anywhere. So, where the gradient is small, keep the place, add
 *  noise, $\theta \leftarrow \theta + \xi$, and go on with gradient descent. If after a
 *  number of steps $f$ is not clearly lower than at the place that was kept, it was a
 *  minimum: go back to it, and stop. If it is, the place was a saddle, and the descent
 *  goes on.
 *
 *  Write one step. The header says what comes after what, and gives you the source of the
 *  noise.
 *
 *  @hint How often does noise come if the gradient is small for a hundred steps in a
 *        row? Which gradient belongs to the place to which the noise has led?
 *  @hint Evaluate. Then three questions in this order: is a number not finite; is this
 *        the step in which the last push is judged; is it time for a new one? Each of the
 *        first two ends the step. After a push evaluate again, then step along $-g$, and
 *        let `since` grow up to wait + 1.
 *  @plot saddle t value
 *  @commentary The proof of Jin and others takes a radius, a wait and a threshold from
 *  $L$, the Lipschitz constant of the Hessian, and the accuracy. In practice they are
 *  settings. */
#include "optim/perturbed.h"
#include "optim/blas.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <string.h>
#include <tgmath.h>

// BEGIN SOLUTION
/* Evaluates f and g at θ; whether they are finite. */
static bool evaluate(struct perturbed *p, real *value)
{
    *value = p->f(p->n, p->theta, p->g, p->context);
    bool finite = isfinite(*value);
    for (size_t i = 0; i < p->n; i++)
        finite = finite && isfinite(p->g[i]);
    return finite;
}

static enum perturbed_status go_back(struct perturbed *p, enum perturbed_status status)
{
    if (p->n)
        memcpy(p->theta, p->saved, p->n * sizeof *p->theta);
    return p->status = status;
}

static void push(struct perturbed *p, real value)
{
    if (p->n)
        memcpy(p->saved, p->theta, p->n * sizeof *p->saved);
    p->before = value;
    p->draw(p->n, p->config.radius, p->noise, p->source);
    blas_add(p->n, 1, p->noise, p->theta);
    p->noises++;
    p->since = 0;
}
// END SOLUTION

enum perturbed_status perturbed_step(struct perturbed *perturbed)
{
    // BEGIN SOLUTION
    struct perturbed *p = perturbed;
    const struct perturbed_config *c = &p->config;
    real value;
    if (p->status != PERTURBED_RUNNING)
        return p->status;
    if (!evaluate(p, &value))
        return p->status = PERTURBED_INVALID;
    if (p->since == c->wait && value > p->before - c->drop)
        return go_back(p, PERTURBED_ARRIVED);
    if (p->since > c->wait && blas_norm(p->n, p->g) <= c->flat) {
        push(p, value);
        if (!evaluate(p, &value))
            return go_back(p, PERTURBED_INVALID);
    }
    blas_add(p->n, -c->lr, p->g, p->theta);
    p->since += p->since <= c->wait;
    p->t++;
    return p->status;
    // END SOLUTION
}
