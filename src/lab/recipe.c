/* recipe.c: training a language model, trick by trick.
 *
 *     rates × s_t,   s_t = t / (warm T), then (T - t) / (T - warm T)
 *     momentum of Muon = 0.85 + 0.1 min(1, t / (rise T))
 *
 *     T  steps in all     t  step, counted from 1
 *
 * Invariant: initial parameters differ between recipes by their deviation alone, and
 * batches not at all. */
#include "lab/recipe.h"
#include "optim/clip.h"
#include "optim/muon_groups.h"

#include <stdlib.h>
#include <string.h>
#include <tgmath.h>

#define RATE                                                                             \
    {                                                                                    \
        (real)5e-4, (real)5e-2, SEARCH_LOG                                               \
    }
#define MUON_RATE                                                                        \
    {                                                                                    \
        (real)5e-3, (real)0.2, SEARCH_LOG                                                \
    }
#define LOG(LOW, HIGH)                                                                   \
    {                                                                                    \
        (real)(LOW), (real)(HIGH), SEARCH_LOG                                            \
    }

/* Fields: 0 lr, 1 muon_lr, 2 warm, 3 clip, 4 deviation, 5 rise. */
const struct rung_search rungs[RUNGS] = {
    {"adamw", RUNG_ADAMW, 1, {0}, {RATE}},
    {"schedule", RUNG_ADAMW, 2, {0, 2}, {RATE, LOG(0.02, 0.5)}},
    {"muon", RUNG_SCHEDULE, 2, {0, 1}, {RATE, MUON_RATE}},
    {"clip", RUNG_MUON, 3, {0, 1, 3}, {RATE, MUON_RATE, LOG(0.1, 3)}},
    {"start", RUNG_CLIP, 3, {0, 1, 4}, {RATE, MUON_RATE, LOG(0.01, 0.3)}},
    {"rise", RUNG_START, 3, {0, 1, 5}, {RATE, MUON_RATE, LOG(0.1, 1)}},
    {"no-muon", RUNG_SCHEDULE, 3, {0, 3, 4}, {RATE, LOG(0.1, 3), LOG(0.01, 0.3)}}};

enum descent_status recipe_task(struct task *task, size_t width)
{
    const struct gpt_config config = {
        .context = 32, .width = width, .heads = width / 16, .blocks = 1, .batch = 8};
    enum descent_status status = task_language(task, config);
    if (!status)
        corpus_thin(&task->corpus, 640);
    return status;
}

struct recipe recipe_draw(enum rung rung, struct recipe base, size_t index)
{
    const struct rung_search *search = &rungs[rung];
    real point[RECIPE_DIMS];
    if (halton_point(search->dims, search->range, index, point))
        return base;
    real *field[] = {&base.lr,   &base.muon_lr,   &base.warm,
                     &base.clip, &base.deviation, &base.rise};
    for (size_t i = 0; i < search->dims; i++)
        *field[search->which[i]] = point[i];
    return base;
}

/* Muon for the hidden matrices, or for none. */
static enum descent_status prepare(struct muon_groups *groups, const struct task *task,
                                   const struct recipe *recipe,
                                   struct shaped_tensor *tensor)
{
    struct muon_config muon = muon_defaults();
    struct adamw_config adamw = adamw_defaults();
    memcpy(tensor, task->tensor, task->tensors * sizeof *tensor);
    for (size_t i = 0; i < task->tensors && recipe->muon_lr == 0; i++)
        tensor[i].place = PLACE_INPUT;
    muon.lr = recipe->muon_lr;
    adamw.lr = recipe->lr;
    return muon_groups_init(groups, task->tensors, tensor, muon, adamw);
}

/* Multiplier of the rates. */
static real schedule(const struct recipe *recipe, real t, real steps)
{
    const real warm = recipe->warm * steps;
    if (t < warm)
        return t / warm;
    return recipe->warm > 0 ? (steps - t) / (steps - warm) : 1;
}

static void set_momentum(struct muon_groups *groups, const struct recipe *recipe, real t,
                         real steps)
{
    const real share = t < recipe->rise * steps ? t / (recipe->rise * steps) : 1;
    for (size_t i = 0; i < groups->tensors; i++)
        groups->muon[i].config.beta = (real)0.85 + (real)0.1 * share;
}

static enum descent_status take_step(struct task *task, struct muon_groups *groups,
                                     const struct recipe *recipe, size_t t, size_t steps,
                                     real *theta, real *g)
{
    task->cost(task, theta, g);
    if (recipe->clip > 0)
        clip_global(1, &(struct clip_part){task->n, g}, recipe->clip, 0, NULL);
    groups->schedule = schedule(recipe, (real)t, (real)steps);
    set_momentum(groups, recipe, (real)t, (real)steps);
    return muon_groups_step(groups, theta, g);
}

static enum descent_status walk(struct task *task, struct muon_groups *groups,
                                const struct recipe *recipe, size_t steps, size_t every,
                                real *theta, real *step, real *value)
{
    enum descent_status status = DESCENT_OK;
    real *g = theta + task->n;
    for (size_t t = 1; t <= steps; t++) {
        if (!status)
            status = take_step(task, groups, recipe, t, steps, theta, g);
        if (t % every)
            continue;
        const size_t k = t / every - 1;
        step[k] = (real)t;
        value[k] = status ? (real)NAN : task->score(task, theta);
        if (!isfinite(value[k]))
            status = DESCENT_ENAN;
    }
    return status;
}

enum descent_status recipe_train(struct task *task, const struct recipe *recipe,
                                 uint64_t seed, size_t steps, size_t every, real *step,
                                 real *value)
{
    struct rng rng = rng_seed(seed);
    struct muon_groups groups;
    struct shaped_tensor tensor[GPT_MAX_TENSORS];
    if (steps < 1 || every < 1 || every > steps)
        return DESCENT_ERANGE;
    enum descent_status status = prepare(&groups, task, recipe, tensor);
    if (status)
        return status;
    real *theta = calloc(2 * task->n, sizeof *theta);
    status = theta ? DESCENT_OK : DESCENT_ENOMEM;
    if (theta) {
        gpt_init_theta(&task->gpt, recipe->deviation, theta, &rng);
        task->rng = rng_seed(rng_next(&rng));
        status = walk(task, &groups, recipe, steps, every, theta, step, value);
    }
    muon_groups_free(&groups);
    free(theta);
    return status;
}

void corpus_thin(struct corpus *corpus, size_t length)
{
    size_t kept = 0;
    for (size_t at = 0; at < corpus->valid_length; at += CORPUS_PIECE) {
        const size_t left = corpus->valid_length - at;
        const size_t count = left < length ? left : length;
        memmove(corpus->valid + kept, corpus->valid + at, count);
        kept += count;
    }
    corpus->valid_length = kept;
}
