/* pairs.h: an embedding of the digits, trained without their labels by two views of each
 * sample. */
#ifndef DESCENT_FIGURES_LOSSES_PAIRS_H
#define DESCENT_FIGURES_LOSSES_PAIRS_H

#include "lab/batches.h"
#include "lab/dataset.h"
#include "lab/mlp.h"
#include "optim/cosine.h"
#include "optim/infonce.h"
#include "shared.h"

enum { SIDE = 8, PIXELS = SIDE * SIDE, MAX_PAIRS = 256 };

/* How to train: 2 · pairs views a step, for a number of samples seen in all. */
struct pair_run {
    size_t dimension, pairs, seen;
    double temperature, lr;
};

/* A view: moved by up to one pixel to each side, and noise. Pixels from outside are those
 * of the mean image, 0. */
static inline void draw_view(const real *x, real *view, struct rng *rng)
{
    const int dx = (int)rng_below(rng, 3) - 1, dy = (int)rng_below(rng, 3) - 1;
    for (int r = 0; r < SIDE; r++)
        for (int c = 0; c < SIDE; c++) {
            const int row = r + dy, column = c + dx;
            const bool inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
            const real pixel = inside ? x[row * SIDE + column] : 0;
            view[r * SIDE + c] = pixel + (real)(0.3 * rng_normal(rng));
        }
}

struct pair_net {
    struct mlp mlp;
    real *theta;
};

static inline struct pair_net pair_net_new(size_t dimension, uint64_t seed)
{
    struct pair_net net;
    struct rng rng = rng_seed(seed);
    const size_t width[3] = {PIXELS, 64, dimension};
    require(mlp_init(&net.mlp, 2, width, 2 * MAX_PAIRS));
    net.theta = allocate(net.mlp.n, sizeof *net.theta);
    mlp_init_he(&net.mlp, net.theta, &rng);
    return net;
}

static inline void pair_net_free(struct pair_net *net)
{
    free(net->theta);
    mlp_free(&net->mlp);
}

/* Room for a step. */
struct pair_room {
    real x[2 * MAX_PAIRS][PIXELS], u[2 * MAX_PAIRS * PIXELS], dz[2 * MAX_PAIRS * PIXELS];
    real s[4 * MAX_PAIRS * MAX_PAIRS], ds[4 * MAX_PAIRS * MAX_PAIRS];
    real length[2 * MAX_PAIRS];
    size_t positive[2 * MAX_PAIRS];
};

/* The loss of one batch, whose rows are given, and its gradient. */
static inline double pair_gradient(struct pair_net *net, const struct pair_run *run,
                                   const struct dataset *data, const size_t *rows,
                                   struct pair_room *room, struct rng *rng, real *g)
{
    const size_t n = 2 * run->pairs, d = run->dimension;
    for (size_t i = 0; i < n; i++) {
        draw_view(data->x + rows[i / 2] * PIXELS, room->x[i], rng);
        room->positive[i] = i ^ 1;
    }
    const real *z = mlp_train_forward(&net->mlp, net->theta, n, room->x[0]);
    cosine_forward(n, d, z, room->u, room->length, room->s);
    const double loss =
        (double)infonce(n, room->s, room->positive, (real)run->temperature, room->ds);
    cosine_backward(n, d, room->u, room->length, room->ds, room->dz);
    mlp_backward(&net->mlp, net->theta, n, room->x[0], room->dz, g);
    return loss;
}

static inline void pair_train(struct pair_net *net, const struct pair_run *run,
                              const struct dataset *data, uint64_t seed)
{
    struct batches batches;
    struct rng rng = rng_seed(seed + 5000);
    struct pair_room *room = allocate(1, sizeof *room);
    struct optimizer optimizer = make("adam", net->mlp.n, run->lr);
    real *g = allocate(net->mlp.n, sizeof *g);
    const size_t *rows;
    require(batches_init(&batches, data->rows, run->pairs, seed));
    for (size_t seen = 0; seen < run->seen;) {
        const size_t count = batches_next(&batches, &rows);
        if (count < run->pairs)
            continue;
        pair_gradient(net, run, data, rows, room, &rng, g);
        optimizer.step(optimizer.state, net->theta, g);
        seen += count;
    }
    batches_free(&batches);
    optimizer_drop(&optimizer);
    free(room);
    free(g);
}

/* Embeddings of length 1 of all samples of a set. */
static inline real *pair_embed(struct pair_net *net, size_t d, const struct dataset *data)
{
    real *u = allocate(data->rows * d, sizeof *u);
    for (size_t r = 0; r < data->rows; r++) {
        const real *z = mlp_forward(&net->mlp, net->theta, 1, data->x + r * PIXELS);
        real square_sum = 0;
        for (size_t k = 0; k < d; k++)
            square_sum += z[k] * z[k];
        for (size_t k = 0; k < d; k++)
            u[r * d + k] = (real)((double)z[k] / sqrt((double)square_sum));
    }
    return u;
}

/* The share of test vectors, in percent, whose nearest training vector has their
 * label. */
static inline double nearest(size_t d, const struct dataset *data, const real *u,
                             const struct dataset *test, const real *v)
{
    size_t right = 0;
    for (size_t t = 0; t < test->rows; t++) {
        size_t best = 0;
        double least = INFINITY;
        for (size_t r = 0; r < data->rows; r++) {
            double distance = 0;
            for (size_t k = 0; k < d; k++)
                distance += square((double)(u[r * d + k] - v[t * d + k]));
            if (distance < least) {
                least = distance;
                best = r;
            }
        }
        right += data->label[best] == test->label[t];
    }
    return 100.0 * (double)right / (double)test->rows;
}

/* A view of every sample, the same for all experiments. */
static inline struct dataset moved(const struct dataset *data)
{
    struct dataset views = *data;
    struct rng rng = rng_seed(31);
    views.x = allocate(data->rows * PIXELS, sizeof *views.x);
    for (size_t r = 0; r < data->rows; r++)
        draw_view(data->x + r * PIXELS, views.x + r * PIXELS, &rng);
    return views;
}

#endif
