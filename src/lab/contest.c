/* contest.c: who takes part.
 *
 *     point  (learning rate, 1 - momentum, weight decay), as many as the method has
 *
 * Invariant: all learning rates are searched over three powers of ten, all momenta over
 * the same range, so that nobody has a narrower space than others. */
#include "lab/contest.h"
#include "lab/matrix_methods.h"
#include "lab/methods.h"
#include "optim/adagrad.h"
#include "optim/adam.h"
#include "optim/adamw.h"
#include "optim/heavy_ball.h"
#include "optim/lion.h"
#include "optim/nesterov_current.h"
#include "optim/rmsprop.h"
#include "optim/sgd.h"

#include <stdlib.h>
#include <tgmath.h>

/* Prepares a method of the table, and sets what is tuned in its config, c. */
#define MAKE(NAME, STRUCT, SETTINGS)                                                     \
    static enum descent_status make_##NAME(struct optimizer *optimizer,                  \
                                           const struct task *task, const real *point)   \
    {                                                                                    \
        enum descent_status status = method_make(optimizer, #NAME, task->n);             \
        if (status)                                                                      \
            return status;                                                               \
        struct STRUCT##_config *c = &((struct STRUCT *)optimizer->state)->config;        \
        SETTINGS;                                                                        \
        c->lr = point[0];                                                                \
        return DESCENT_OK;                                                               \
    }

MAKE(sgd, sgd, (void)c)
MAKE(heavy_ball, heavy_ball, c->beta = 1 - point[1])
MAKE(nesterov, nesterov_current, c->beta = 1 - point[1])
MAKE(adagrad, adagrad, (void)c)
MAKE(rmsprop, rmsprop, c->rho = 1 - point[1])
MAKE(adam, adam, c->beta1 = 1 - point[1])
MAKE(adamw, adamw, (c->beta1 = 1 - point[1], c->decay = point[2]))
MAKE(lion, lion, (c->beta1 = 1 - point[1], c->decay = point[2]))

static void drop_muon(void *state)
{
    muon_groups_free(state);
    free(state);
}

/* The rest of the parameters gets AdamW with a fifth of the rate. */
static enum descent_status make_muon(struct optimizer *optimizer, const struct task *task,
                                     const real *point)
{
    struct muon_config muon = muon_defaults();
    struct adamw_config adamw = adamw_defaults();
    struct muon_groups *groups = calloc(1, sizeof *groups);
    *optimizer = (struct optimizer){0};
    if (!groups)
        return DESCENT_ENOMEM;
    muon.lr = point[0];
    muon.beta = 1 - point[1];
    adamw.lr = point[0] / 5;
    adamw.decay = point[2];
    enum descent_status status =
        muon_groups_init(groups, task->tensors, task->tensor, muon, adamw);
    if (status) {
        free(groups);
        return status;
    }
    *optimizer = muon_groups_optimizer(groups);
    optimizer->drop = drop_muon;
    return DESCENT_OK;
}

#define LOG(LOW, HIGH)                                                                   \
    {                                                                                    \
        (real)(LOW), (real)(HIGH), SEARCH_LOG                                            \
    }
// cppcheck-suppress preprocessorErrorDirective
#define MOMENTUM LOG(0.01, 0.3)
#define DECAY LOG(1e-4, 1)

// [contest-spaces]
const struct contestant contestants[] = {
    {"sgd", 1, {LOG(1e-2, 10)}, make_sgd},
    {"heavy_ball", 2, {LOG(1e-3, 1), MOMENTUM}, make_heavy_ball},
    {"nesterov", 2, {LOG(1e-3, 1), MOMENTUM}, make_nesterov},
    {"adagrad", 1, {LOG(1e-3, 1)}, make_adagrad},
    {"rmsprop", 2, {LOG(1e-4, 0.1), MOMENTUM}, make_rmsprop},
    {"adam", 2, {LOG(1e-4, 0.1), MOMENTUM}, make_adam},
    {"adamw", 3, {LOG(1e-4, 0.1), MOMENTUM, DECAY}, make_adamw},
    {"lion", 3, {LOG(1e-5, 0.01), MOMENTUM, DECAY}, make_lion},
    {"muon", 3, {LOG(1e-3, 1), MOMENTUM, DECAY}, make_muon},
    // [contest-spaces]
    {NULL, 0, {{0, 0, SEARCH_LINEAR}}, NULL}};

enum descent_status contest_point(const struct contestant *contestant, size_t trials,
                                  size_t study, size_t trial, real *point)
{
    return halton_point(contestant->dims, contestant->range, study * trials + trial + 1,
                        point);
}

static real warm_cosine(size_t step, size_t steps)
{
    const real share = (real)step / (real)steps, warm = (real)0.05;
    if (share < warm)
        return share / warm;
    return (real)0.1 +
           (real)0.45 * (1 + cos((real)3.14159265358979 * (share - warm) / (1 - warm)));
}

enum descent_status contest_trial(struct task *task, const struct contestant *contestant,
                                  const real *point, uint64_t seed, size_t steps,
                                  size_t every, real *step, real *value, double *seconds)
{
    const struct task_config config = {steps, every, 0, warm_cosine};
    struct optimizer optimizer;
    real *theta = malloc(task->n * sizeof *theta);
    if (!theta)
        return DESCENT_ENOMEM;
    enum descent_status status = contestant->make(&optimizer, task, point);
    if (!status)
        status = task_train(task, seed, &optimizer, &config, theta, step, value);
    if (seconds)
        *seconds = task->seconds;
    optimizer_drop(&optimizer);
    free(theta);
    return status;
}
