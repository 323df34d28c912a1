/* spectra.c: the singular values of a hidden layer's gradient and momentum while it is
 * trained. */
#include "lab/dataset.h"
#include "lab/methods.h"
#include "lab/mlp.h"
#include "lab/train.h"
#include "shared.h"

enum { width = 64, area = width * width, epochs = 5, batch = 32 };

/* The hidden layer's gradient in the last step, and the average of all. */
struct watch {
    size_t first; /* of the layer's weights in θ */
    real g[area], momentum[area];
};

static void watch_observe(size_t step, const real *theta, const real *g, void *context)
{
    (void)step;
    (void)theta;
    const real beta = (real)0.95;
    struct watch *watch = context;
    for (size_t i = 0; i < area; i++) {
        watch->g[i] = g[watch->first + i];
        watch->momentum[i] = beta * watch->momentum[i] + (1 - beta) * watch->g[i];
    }
}

static void train_network(struct watch *watch, const struct dataset *data)
{
    const size_t layers[4] = {64, width, width, 10};
    struct mlp mlp;
    struct optimizer optimizer;
    require(mlp_init(&mlp, 3, layers, batch));
    require(method_make(&optimizer, "adamw", mlp.n));
    real *theta = allocate(mlp.n, sizeof *theta);
    struct rng rng = rng_seed(1000 + FIRST_SEED);
    struct train_config config = train_defaults();
    const struct train_group group = {0, mlp.n, optimizer};
    mlp_init_he(&mlp, theta, &rng);
    watch->first = mlp.module[2].weights;
    config.epochs = epochs;
    config.batch = batch;
    config.seed = FIRST_SEED;
    config.observe = watch_observe;
    config.context = watch;
    require(train(&mlp, theta, data, NULL, 1, &group, &config, NULL));
    optimizer_drop(&optimizer);
    mlp_free(&mlp);
    free(theta);
}

/* How many singular values hold 90 % of the sum of squares. */
static int directions(const real *sigma)
{
    double all = 0, sum = 0;
    int count = 0;
    for (int i = 0; i < width; i++)
        all += (double)(sigma[i] * sigma[i]);
    while (sum < 0.9 * all) {
        sum += (double)(sigma[count] * sigma[count]);
        count++;
    }
    return count;
}

static int rank(const real *sigma)
{
    int count = 0;
    while (count < width && sigma[count] > width * REAL_EPSILON * sigma[0])
        count++;
    return count;
}

void experiment(const char *directory, FILE *facts)
{
    static struct watch watch;
    static real o[area], sigma[3][width];
    struct dataset data, test;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    train_network(&watch, &data);
    orthogonalize(width, width, watch.momentum, o);
    singular_values(width, width, watch.g, sigma[0]);
    singular_values(width, width, watch.momentum, sigma[1]);
    singular_values(width, width, o, sigma[2]);
    FILE *file = figure_open(directory, "spectra.dat");
    fprintf(file, "# number, gradient and momentum over their largest, Newton–Schulz\n");
    for (int i = 0; i < width; i++)
        fprintf(file, "%d %.6g %.6g %.6g\n", i + 1, (double)(sigma[0][i] / sigma[0][0]),
                (double)(sigma[1][i] / sigma[1][0]), (double)sigma[2][i]);
    figure_close(file);
    figure_fact(facts, "directions-gradient", "%d", directions(sigma[0]));
    figure_fact(facts, "directions-momentum", "%d", directions(sigma[1]));
    figure_fact(facts, "directions-after", "%d", directions(sigma[2]));
    figure_fact(facts, "rank-gradient", "%d", rank(sigma[0]));
    int band = 0;
    for (int i = 0; i < width; i++)
        band += sigma[2][i] > (real)0.68;
    figure_fact(facts, "spectra-in-band", "%d", band);
    dataset_free(&data);
    dataset_free(&test);
}
