/* symmetry.c: units with equal weights never part. */
#include "lab/dataset.h"
#include "lab/mlp.h"
#include "lab/train.h"
#include "shared.h"

enum { HIDDEN = 16, EPOCHS = 20 };

/* All weights of a layer equal, but for noise of the given size; trained by the heavy
 * ball. @return the accuracy, and by how much the units' weights differ in the end */
static double run_once(double noise, const struct dataset *data,
                       const struct dataset *test, double *apart)
{
    struct mlp mlp;
    struct rng rng = rng_seed(FIRST_SEED);
    struct train_epoch record[EPOCHS + 1];
    struct train_config config = train_defaults();
    const size_t width[3] = {64, HIDDEN, 10};
    require(mlp_init(&mlp, 2, width, 128));
    real *theta = allocate(mlp.n, sizeof *theta);
    for (size_t i = 0; i < mlp.weights; i++)
        theta[i] = (real)(0.1 + noise * rng_normal(&rng));
    struct train_group group = {0, mlp.n, make("heavy_ball", mlp.n, 0.03)};
    config.epochs = EPOCHS;
    require(train(&mlp, theta, data, test, 1, &group, &config, record));
    *apart = 0;
    for (size_t i = 64; i < HIDDEN * 64; i++)
        *apart = fmax(*apart, fabs((double)(theta[i] - theta[i % 64])));
    optimizer_drop(&group.optimizer);
    free(theta);
    mlp_free(&mlp);
    return 100 * (double)record[EPOCHS].test.accuracy;
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    struct dataset data, test;
    double apart[2];
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    const double equal = run_once(0, &data, &test, &apart[0]);
    const double parted = run_once(0.05, &data, &test, &apart[1]);
    figure_fact(facts, "equal-accuracy", "%.1f", equal);
    figure_fact(facts, "equal-apart", "%g", apart[0]);
    figure_fact(facts, "noisy-accuracy", "%.1f", parted);
    dataset_free(&data);
    dataset_free(&test);
}
