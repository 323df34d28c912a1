/* embed.c: digits in the plane by the contrastive loss, with labels, and on a circle by
 * NT-Xent, without. */
#include "optim/metric.h"
#include "pairs.h"

enum { STEPS = 6000, PAIRS = 64 };

/* Pairs of training samples, half of them of one class; plain coordinates. */
static void train_plane(struct pair_net *net, const struct dataset *data, uint64_t seed)
{
    struct rng rng = rng_seed(seed + 7000);
    struct optimizer optimizer = make("adam", net->mlp.n, 0.003);
    real *g = allocate(net->mlp.n, sizeof *g);
    for (size_t t = 0; t < STEPS; t++) {
        real x[2 * PAIRS][PIXELS], dz[2 * PAIRS][2];
        bool same[PAIRS];
        for (size_t k = 0; k < PAIRS; k++) {
            const size_t i = (size_t)rng_below(&rng, data->rows);
            size_t j = (size_t)rng_below(&rng, data->rows);
            while ((data->label[i] == data->label[j]) != (k % 2 == 0))
                j = (size_t)rng_below(&rng, data->rows);
            same[k] = k % 2 == 0;
            memcpy(x[2 * k], data->x + i * PIXELS, sizeof x[0]);
            memcpy(x[2 * k + 1], data->x + j * PIXELS, sizeof x[0]);
        }
        const real *z = mlp_train_forward(&net->mlp, net->theta, 2 * PAIRS, x[0]);
        for (size_t k = 0; k < PAIRS; k++)
            contrastive_loss(2, z + 4 * k, z + 4 * k + 2, same[k], 1, dz[2 * k],
                             dz[2 * k + 1]);
        for (size_t i = 0; i < 2 * PAIRS * 2; i++)
            dz[i / 2][i % 2] /= PAIRS;
        mlp_backward(&net->mlp, net->theta, 2 * PAIRS, x[0], dz[0], g);
        optimizer.step(optimizer.state, net->theta, g);
    }
    optimizer_drop(&optimizer);
    free(g);
}

/* @return the share of test samples whose nearest training sample has their label */
static double write_plane(const char *directory, struct pair_net *net,
                          const struct dataset *data, const struct dataset *test)
{
    const struct dataset *const sets[2] = {data, test};
    real *z[2];
    for (int k = 0; k < 2; k++) {
        z[k] = allocate(sets[k]->rows * 2, sizeof *z[k]);
        for (size_t r = 0; r < sets[k]->rows; r++)
            memcpy(z[k] + 2 * r,
                   mlp_forward(&net->mlp, net->theta, 1, sets[k]->x + r * PIXELS),
                   2 * sizeof *z[k]);
    }
    FILE *file = figure_open(directory, "plane.dat");
    fprintf(file, "# x y digit, test samples\n");
    for (size_t t = 0; t < test->rows; t++)
        fprintf(file, "%.4g %.4g %zu\n", (double)z[1][2 * t], (double)z[1][2 * t + 1],
                test->label[t]);
    figure_close(file);
    const double share = nearest(2, data, z[0], test, z[1]);
    free(z[0]);
    free(z[1]);
    return share;
}

/* Each class on a ring of its own, so that it can be seen where it lies on the circle. */
static double write_circle(const char *directory, struct pair_net *net,
                           const struct dataset *data, const struct dataset *test)
{
    real *u = pair_embed(net, 2, data), *v = pair_embed(net, 2, test);
    FILE *file = figure_open(directory, "circle.dat");
    fprintf(file, "# angle in degrees, digit\n");
    for (size_t t = 0; t < test->rows; t++)
        fprintf(file, "%.4g %zu\n",
                atan2((double)v[2 * t + 1], (double)v[2 * t]) * 57.29577951308232,
                test->label[t]);
    figure_close(file);
    const double neighbors = nearest(2, data, u, test, v);
    free(u);
    free(v);
    return neighbors;
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    struct pair_net plane = pair_net_new(2, FIRST_SEED);
    train_plane(&plane, &data, FIRST_SEED);
    figure_fact(facts, "near-plane", "%.1f",
                write_plane(directory, &plane, &data, &test));
    struct pair_net circle = pair_net_new(2, FIRST_SEED);
    const struct pair_run run = {2, 64, 128 * 1200, 0.2, 0.003};
    pair_train(&circle, &run, &data, FIRST_SEED);
    figure_fact(facts, "near-circle", "%.1f",
                write_circle(directory, &circle, &data, &test));
    pair_net_free(&plane);
    pair_net_free(&circle);
    dataset_free(&data);
    dataset_free(&test);
}
