/* parts.c: how far clipping by tensor turns the gradient of a network. */
#include "lab/dataset.h"
#include "lab/methods.h"
#include "lab/mlp.h"
#include "lab/train.h"
#include "optim/clip.h"
#include "shared.h"

enum { seeds = 10, tensors = 4, longest = 4000 };

/* What is done with the gradients of one run. */
struct gauge {
    size_t n, count;
    struct tensor tensor[tensors];
    real *g;
    double angle[longest], turned;
};

/* The angle, in degrees, between a gradient and what clipping by tensor leaves, if the
 * limit for each is the median norm of all of them. */
static int compare_reals(const void *a, const void *b)
{
    const real *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void measure(size_t step, const real *theta, const real *g, void *context)
{
    (void)step;
    (void)theta;
    struct gauge *gauge = context;
    struct clip_part part[tensors];
    real norm[tensors], sorted[tensors], dot = 0;
    memcpy(gauge->g, g, gauge->n * sizeof *g);
    for (size_t k = 0, first = 0; k < tensors; first += part[k++].n) {
        part[k] = (struct clip_part){gauge->tensor[k].count, gauge->g + first};
        sorted[k] = norm[k] = clip_norm(1, &part[k]);
    }
    qsort(sorted, tensors, sizeof *sorted, compare_reals);
    const real most = (sorted[1] + sorted[2]) / 2;
    for (size_t k = 0; k < tensors; k++)
        require(clip_global(1, &part[k], most, 0, NULL));
    for (size_t i = 0; i < gauge->n; i++)
        dot += g[i] * gauge->g[i];
    double cosine = (double)dot / length(gauge->n, g) / length(gauge->n, gauge->g);
    gauge->angle[gauge->count++] = acos(fmin(1, cosine)) * 180 / acos(-1);
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    static struct gauge gauge;
    struct dataset data, test;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    for (size_t s = 0; s < seeds; s++) {
        struct mlp mlp;
        const size_t width[] = {64, 32, 10};
        struct rng rng = rng_seed(1000 + FIRST_SEED + s);
        require(mlp_init(&mlp, 2, width, 128));
        real *theta = allocate(mlp.n, sizeof *theta);
        mlp_init_he(&mlp, theta, &rng);
        gauge.n = mlp.n;
        gauge.g = allocate(mlp.n, sizeof *gauge.g);
        mlp_tensors(&mlp, gauge.tensor);
        struct train_group group = {0, mlp.n, {0}};
        struct train_config config = train_defaults();
        require(method_make(&group.optimizer, "sgd", mlp.n));
        *group.optimizer.lr = (real)0.1;
        config.epochs = 5;
        config.seed = FIRST_SEED + s;
        config.observe = measure;
        config.context = &gauge;
        require(train(&mlp, theta, &data, NULL, 1, &group, &config, NULL));
        optimizer_drop(&group.optimizer);
        free(gauge.g);
        free(theta);
        mlp_free(&mlp);
    }
    dataset_free(&data);
    dataset_free(&test);
    double largest = 0;
    for (size_t i = 0; i < gauge.count; i++)
        largest = fmax(largest, gauge.angle[i]);
    figure_fact(facts, "parts-angle", "%.0f", spread_of(gauge.count, gauge.angle).mean);
    figure_fact(facts, "parts-largest", "%.0f", largest);
}
