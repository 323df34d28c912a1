/* task.c: workloads, and training on them.
 *
 *     g = ∇ cost of a batch,   θ ← step(θ, g),   a score every so many steps
 *
 *     theta  θ   parameters     g   gradient     score   cost on what is not trained on
 *
 * Invariant: batches depend on the seed and the step alone, not on the method. */
#include "lab/task.h"
#include "optim/check.h"
#include "optim/clip.h"
#include "optim/cosine.h"
#include "optim/infonce.h"

#include <stdbool.h>
#include <stdlib.h>
#include <tgmath.h>
#include <time.h>

static void init_mlp(const struct task *task, real *theta, struct rng *rng)
{
    mlp_init_he(&task->mlp, theta, rng);
}

static real mlp_batch(struct task *task, const real *theta, real *g)
{
    for (size_t i = 0; i < task->batch; i++) {
        const size_t row = rng_below(&task->rng, task->train.rows);
        dataset_gather(&task->train, 1, &row, task->x + i * task->train.features,
                       task->label + i);
    }
    return mlp_cost(&task->mlp, theta, task->batch, task->x, task->label, g);
}

static real mlp_valid(struct task *task, const real *theta)
{
    return mlp_score(&task->mlp, theta, &task->valid, NULL).cost;
}

static void init_gpt(const struct task *task, real *theta, struct rng *rng)
{
    gpt_init_theta(&task->gpt, (real)0.02, theta, rng);
}

static real gpt_batch(struct task *task, const real *theta, real *g)
{
    const size_t places = task->gpt.config.context;
    corpus_draw(&task->corpus, task->batch, places + 1, task->token, &task->rng);
    return gpt_cost(&task->gpt, theta, task->batch, places, task->token, g);
}

static real gpt_valid(struct task *task, const real *theta)
{
    return gpt_score(&task->gpt, theta, task->corpus.valid_length, task->corpus.valid);
}

/* The weights of each layer as matrices, and the biases. */
static void name_tensors(struct task *task, size_t layers, const size_t *width)
{
    for (size_t i = 0; i < layers; i++) {
        const enum tensor_place place = i == 0            ? PLACE_INPUT
                                        : i + 1 == layers ? PLACE_OUTPUT
                                                          : PLACE_HIDDEN;
        task->tensor[i] = (struct shaped_tensor){"weights", TENSOR_WEIGHT, place,
                                                 width[i + 1], width[i]};
        task->tensor[layers + i] =
            (struct shaped_tensor){"biases", TENSOR_BIAS, place, 1, width[i + 1]};
    }
    task->tensors = 2 * layers;
}

/* A classifier of the samples that the task has already. */
static enum descent_status classify(struct task *task, size_t layers, const size_t *width)
{
    if (task->batch < 1)
        return DESCENT_ERANGE;
    enum descent_status status = mlp_init(&task->mlp, layers, width, task->batch);
    if (status)
        return status;
    task->n = task->mlp.n;
    task->x = calloc(task->batch * width[0], sizeof *task->x);
    task->label = calloc(task->batch, sizeof *task->label);
    name_tensors(task, layers, width);
    task->init = init_mlp;
    task->cost = mlp_batch;
    task->score = mlp_valid;
    return task->x && task->label ? DESCENT_OK : DESCENT_ENOMEM;
}

enum descent_status task_digits(struct task *task, size_t hidden, size_t batch)
{
    *task = (struct task){.name = "digits", .batch = batch};
    enum descent_status status = dataset_load(&task->train, &task->valid, DIGITS_PATH,
                                              DIGITS_TRAIN, DIGITS_SEED, NULL);
    const size_t width[] = {task->train.features, hidden, hidden, task->train.classes};
    return status ? status : classify(task, 3, width);
}

enum descent_status task_zipf(struct task *task, struct zipf_config config, size_t batch)
{
    struct rng rng = rng_seed(1);
    struct dataset all;
    *task = (struct task){.name = "Zipf", .batch = batch};
    enum descent_status status = zipf_dataset(&all, &config, &rng);
    if (status)
        return status;
    status = dataset_split(&all, all.rows - all.rows / 4, 1, &task->train, &task->valid);
    const size_t width[] = {all.features, all.classes};
    dataset_free(&all);
    return status ? status : classify(task, 1, width);
}

enum { SIDE = 8, PIXELS = SIDE * SIDE, SCORED = 128 };

/* A pixel from outside is that of the mean image, 0. */
static void draw_view(const real *x, real *view, struct rng *rng)
{
    const int down = (int)rng_below(rng, 3) - 1, right = (int)rng_below(rng, 3) - 1;
    for (int i = 0; i < PIXELS; i++) {
        const int row = i / SIDE + down, column = i % SIDE + right;
        const bool inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
        view[i] = (inside ? x[row * SIDE + column] : 0) + (real)(0.3 * rng_normal(rng));
    }
}

/* The cost of n views, each beside its partner, and its gradient unless g is NULL. */
static real pairs_cost(struct task *task, const real *theta, size_t n, const real *x,
                       real *g)
{
    const size_t d = task->mlp.classes;
    real *u = task->room, *dz = u + n * d, *length = dz + n * d;
    real *s = length + n, *ds = s + n * n;
    const real *z = mlp_train_forward(&task->mlp, theta, n, x);
    cosine_forward(n, d, z, u, length, s);
    const real cost = infonce(n, s, task->label, (real)0.2, g ? ds : NULL);
    if (g) {
        cosine_backward(n, d, u, length, ds, dz);
        mlp_backward(&task->mlp, theta, n, x, dz, g);
    }
    return cost;
}

static real pairs_batch(struct task *task, const real *theta, real *g)
{
    for (size_t i = 0; i < task->batch; i++) {
        const real *x = task->train.x + rng_below(&task->rng, task->train.rows) * PIXELS;
        draw_view(x, task->x + 2 * i * PIXELS, &task->rng);
        draw_view(x, task->x + (2 * i + 1) * PIXELS, &task->rng);
    }
    return pairs_cost(task, theta, 2 * task->batch, task->x, g);
}

static real pairs_valid(struct task *task, const real *theta)
{
    return pairs_cost(task, theta, 2 * SCORED, task->views, NULL);
}

static enum descent_status draw_scored(struct task *task, size_t room)
{
    struct rng rng = rng_seed(1);
    task->views = calloc(2 * SCORED * PIXELS, sizeof *task->views);
    task->room = calloc(room, sizeof *task->room);
    if (!task->views || !task->room)
        return DESCENT_ENOMEM;
    for (size_t i = 0; i < 2 * SCORED; i++)
        draw_view(task->valid.x + i / 2 * PIXELS, task->views + i * PIXELS, &rng);
    for (size_t i = 0; i < task->mlp.batch; i++)
        task->label[i] = i ^ 1;
    return DESCENT_OK;
}

enum descent_status task_pairs(struct task *task, size_t hidden, size_t dimension,
                               size_t pairs)
{
    const size_t width[] = {PIXELS, hidden, dimension};
    const size_t most = pairs > SCORED ? 2 * pairs : (size_t)2 * SCORED;
    *task = (struct task){.name = "pairs", .batch = most};
    if (pairs < 2 || pairs > 4096)
        return DESCENT_ERANGE;
    enum descent_status status = dataset_load(&task->train, &task->valid, DIGITS_PATH,
                                              DIGITS_TRAIN, DIGITS_SEED, NULL);
    if (!status)
        status = classify(task, 2, width);
    if (!status)
        status = draw_scored(task, most * (2 * dimension + 1 + 2 * most));
    task->batch = pairs;
    task->cost = pairs_batch;
    task->score = pairs_valid;
    return status;
}

enum descent_status task_language(struct task *task, struct gpt_config config)
{
    *task = (struct task){.name = "language", .batch = config.batch};
    enum descent_status status = corpus_read(&task->corpus, CORPUS_PATH);
    config.vocabulary = task->corpus.symbols;
    if (!status)
        status = gpt_init(&task->gpt, config);
    if (status)
        return status;
    task->n = task->gpt.n;
    task->tensors = gpt_tensors(&task->gpt, task->tensor);
    task->token = calloc(config.batch * (config.context + 1), 1);
    task->init = init_gpt;
    task->cost = gpt_batch;
    task->score = gpt_valid;
    return task->token ? DESCENT_OK : DESCENT_ENOMEM;
}

static double processor_seconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* The quickest of several measurements is the one that was disturbed least. The
 * processor's clock of a virtual machine may even stand still, or go back. */
static double least_above_0(double seconds, double other)
{
    return other > 0 && other < seconds ? other : seconds;
}

/* One step on the next batch; g is room for the gradient. */
static void take_step(struct task *task, const struct optimizer *optimizer,
                      const struct task_config *config, size_t step, real rate,
                      real *theta, real *g)
{
    task->cost(task, theta, g);
    if (config->clip > 0)
        clip_global(1, &(struct clip_part){task->n, g}, config->clip, 0, NULL);
    if (config->schedule)
        *optimizer->rate = rate * config->schedule(step, config->steps);
    optimizer->step(optimizer->state, theta, g);
}

enum descent_status task_train(struct task *task, uint64_t seed,
                               const struct optimizer *optimizer,
                               const struct task_config *config, real *theta, real *step,
                               real *value)
{
    const size_t every = config->every, points = every ? config->steps / every : 0;
    struct rng rng = rng_seed(seed);
    if (points < 1 || !is_nonnegative(config->clip))
        return DESCENT_ERANGE;
    real *g = malloc(task->n * sizeof *g);
    if (!g)
        return DESCENT_ENOMEM;
    const real rate = *optimizer->rate;
    task->init(task, theta, &rng);
    task->rng = rng_seed(rng_next(&rng));
    task->seconds = INFINITY;
    for (size_t k = 0; k <= points; k++) {
        const bool goes_on = k == 0 || isfinite(value[k - 1]);
        const double start = processor_seconds();
        for (size_t t = 1; k > 0 && goes_on && t <= every; t++)
            take_step(task, optimizer, config, (k - 1) * every + t, rate, theta, g);
        if (k > 0 && goes_on)
            task->seconds = least_above_0(task->seconds, processor_seconds() - start);
        step[k] = (real)(k * every);
        value[k] = goes_on ? task->score(task, theta) : (real)NAN;
    }
    task->seconds /= (double)every;
    *optimizer->rate = rate;
    free(g);
    return isfinite(value[points]) ? DESCENT_OK : DESCENT_ENAN;
}

void task_free(struct task *task)
{
    mlp_free(&task->mlp);
    dataset_free(&task->train);
    dataset_free(&task->valid);
    gpt_free(&task->gpt);
    corpus_free(&task->corpus);
    free(task->x);
    free(task->label);
    free(task->token);
    free(task->views);
    free(task->room);
    *task = (struct task){0};
}
