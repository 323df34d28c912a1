/* minimizer.c: descent along given directions, by a line search.
 *
 *     θ ← θ + a d,   a from the strong Wolfe conditions on φ(a) = f(θ + a d)
 *
 *     theta  θ   parameters, n of them        trial    θ + a d
 *     g      gradient at θ                    trial_g  gradient there
 *     d      direction                        slope    φ'(0) = gᵀd
 *
 * Invariant: θ, its value and its gradient are finite, and the value never rises. */
#include "optim/minimizer.h"
#include "optim/blas.h"
#include "optim/zeros.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <tgmath.h>

struct minimizer_config minimizer_defaults(void)
{
    return (struct minimizer_config){.search = wolfe_defaults(), .tolerance = (real)1e-8};
}

/* The largest |g_i|; NaN if one is not a number. */
static real largest(size_t n, const real *g)
{
    real most = 0;
    for (size_t i = 0; i < n; i++)
        most = fabs(g[i]) > most || isnan(g[i]) ? fabs(g[i]) : most;
    return most;
}

static void look_at_the_start(struct minimizer *self)
{
    self->value = self->f(self->n, self->theta, self->g, self->context);
    self->evaluations = 1;
    const real most = largest(self->n, self->g);
    if (!isfinite(self->value) || !isfinite(most))
        self->status = MINIMIZER_INVALID;
    else if (most <= self->config.tolerance)
        self->status = MINIMIZER_CONVERGED;
}

enum descent_status minimizer_init(struct minimizer *minimizer, size_t n, objective_fn *f,
                                   void *context, struct direction direction, real *theta,
                                   struct minimizer_config config)
{
    *minimizer = (struct minimizer){0};
    if (!(config.tolerance >= 0))
        return DESCENT_ERANGE;
    *minimizer = (struct minimizer){.config = config,
                                    .n = n,
                                    .f = f,
                                    .context = context,
                                    .direction = direction,
                                    .theta = theta,
                                    .g = zeros(n),
                                    .d = zeros(n),
                                    .trial = zeros(n),
                                    .trial_g = zeros(n)};
    if (!minimizer->g || !minimizer->d || !minimizer->trial || !minimizer->trial_g) {
        minimizer_free(minimizer);
        return DESCENT_ENOMEM;
    }
    look_at_the_start(minimizer);
    return DESCENT_OK;
}

// [minimizer-line]
/* φ(a) and φ'(a); leaves the point and its gradient in trial and trial_g. */
static real line(real step, real *slope, void *minimizer)
{
    struct minimizer *self = minimizer;
    const size_t n = self->n;
    for (size_t i = 0; i < n; i++)
        self->trial[i] = self->theta[i] + step * self->d[i];
    const real value = self->f(n, self->trial, self->trial_g, self->context);
    *slope = blas_dot(n, self->trial_g, self->d);
    self->evaluations++;
    return value;
}
// [minimizer-line]

static void turn_to_steepest(struct minimizer *self)
{
    if (self->direction.reset)
        self->direction.reset(self->direction.state);
    for (size_t i = 0; i < self->n; i++)
        self->d[i] = -self->g[i];
    self->slope = -blas_dot(self->n, self->g, self->g);
    self->resets++;
}

/* The method's direction, or -g where it has none; whether 1 is to be tried first. */
static bool choose_direction(struct minimizer *self)
{
    const struct direction *method = &self->direction;
    enum direction_scale scale =
        method->find(method->state, self->theta, self->g, self->d);
    self->slope = blas_dot(self->n, self->g, self->d);
    if (scale == DIRECTION_FAILED)
        turn_to_steepest(self);
    return scale == DIRECTION_SCALED;
}

/* What to try first: 1 where the direction has a scale; otherwise what would change the
 * value as much as the last step did; and at the very first a step of length 1. */
static real first_step(const struct minimizer *self, bool scaled, real last_slope)
{
    if (scaled)
        return 1;
    const real guess = self->steps ? self->step * last_slope / self->slope
                                   : 1 / sqrt(blas_dot(self->n, self->d, self->d));
    return isnormal(guess) ? guess : 1;
}

/* Makes the step that the search has found. The method learns s and y, which take the
 * places of the old point and gradient for a moment. */
static void accept(struct minimizer *self, const struct wolfe_result *found)
{
    real *s = self->d, *y = self->g;
    for (size_t i = 0; i < self->n; i++) {
        s[i] = self->trial[i] - self->theta[i];
        y[i] = self->trial_g[i] - self->g[i];
        self->theta[i] = self->trial[i];
    }
    if (self->direction.learn)
        self->direction.learn(self->direction.state, s, y);
    memcpy(self->g, self->trial_g, self->n * sizeof *self->g);
    self->value = found->value;
    self->step = found->step;
    self->steps++;
    if (largest(self->n, self->g) <= self->config.tolerance)
        self->status = MINIMIZER_CONVERGED;
}

static struct wolfe_result search(struct minimizer *self, bool scaled, real last_slope)
{
    struct wolfe_result found =
        wolfe_search(line, self, self->value, self->slope,
                     first_step(self, scaled, last_slope), self->config.search);
    if (found.status != WOLFE_OK && found.step > 0)
        found.value = line(found.step, &found.slope, self);
    return found;
}

enum minimizer_status minimizer_step(struct minimizer *minimizer)
{
    struct minimizer *self = minimizer;
    if (self->status != MINIMIZER_RUNNING)
        return self->status;
    const real last_slope = self->slope;
    const bool scaled = choose_direction(self);
    struct wolfe_result found = search(self, scaled, last_slope);
    if (found.step == 0) { /* uphill, not finite, or nothing lower on it */
        turn_to_steepest(self);
        found = search(self, false, last_slope);
    }
    if (found.step > 0)
        accept(self, &found);
    else
        self->status = MINIMIZER_STUCK;
    return self->status;
}

enum minimizer_status minimizer_run(struct minimizer *minimizer, size_t steps)
{
    for (size_t k = 0; k < steps && minimizer->status == MINIMIZER_RUNNING; k++)
        minimizer_step(minimizer);
    return minimizer->status;
}

void minimizer_free(struct minimizer *minimizer)
{
    free(minimizer->g);
    free(minimizer->d);
    free(minimizer->trial);
    free(minimizer->trial_g);
    *minimizer = (struct minimizer){0};
}

static enum direction_scale steepest(void *state, const real *theta, const real *g,
                                     real *d)
{
    const size_t n = *(const size_t *)state;
    (void)theta;
    for (size_t i = 0; i < n; i++)
        d[i] = -g[i];
    return DIRECTION_UNSCALED;
}

struct direction steepest_direction(size_t *n)
{
    return (struct direction){.state = n, .find = steepest};
}
