/* net.h: a network on the digits, its training, and its curvature. */
#ifndef DESCENT_FIGURES_LANDSCAPES_NET_H
#define DESCENT_FIGURES_LANDSCAPES_NET_H

#include "lab/dataset.h"
#include "lab/methods.h"
#include "lab/mlp.h"
#include "lab/tangent.h"
#include "lab/train.h"
#include "optim/blas.h"
#include "optim/filter_normalize.h"
#include "optim/power_iteration.h"
#include "shared.h"

/* A network with its parameters. */
struct net {
    struct mlp mlp;
    real *theta;
};

static inline struct net net_new(size_t layers, const size_t *width,
                                 const struct mlp_config *config, uint64_t seed)
{
    struct net net;
    struct rng rng = rng_seed(seed);
    require(mlp_init_with(&net.mlp, layers, width, DIGITS_TRAIN, config));
    net.theta = allocate(net.mlp.n, sizeof *net.theta);
    mlp_init_he(&net.mlp, net.theta, &rng);
    return net;
}

static inline void net_free(struct net *net)
{
    free(net->theta);
    mlp_free(&net->mlp);
}

/* Trains it by a method of the table; a run that fails is left with what it had. */
static inline void net_train(struct net *net, const char *method, double lr,
                             struct train_config config, const struct dataset *data)
{
    struct train_group group = {0, net->mlp.n, {0}};
    require(method_make(&group.optimizer, method, net->mlp.n));
    *group.optimizer.lr = (real)lr;
    const enum descent_status status =
        train(&net->mlp, net->theta, data, NULL, 1, &group, &config, NULL);
    if (status != DESCENT_ENAN)
        require(status);
    optimizer_drop(&group.optimizer);
}

/* A random direction with the lengths of the network's units. */
static inline void draw_direction(const struct net *net, real *d, struct rng *rng)
{
    struct filter_part part[MLP_MAX_LAYERS + 1];
    const size_t parts = mlp_filters(&net->mlp, part);
    draw_normal(net->mlp.n, d, rng);
    require(filter_normalize(parts, part, net->theta, d));
}

/* The largest eigenvalue of the Hessian at hessian->theta. `v` is where to start, and has
 * room for 3 n numbers; a good start saves products. */
static inline double sharpness(struct mlp_hessian *hessian, double tolerance, real *v)
{
    const size_t n = hessian->mlp->n;
    struct power_result result;
    require(top_eigenvalue(n, mlp_hessian_product, hessian,
                           (struct power_config){500, (real)tolerance}, v, v + n,
                           &result));
    return (double)result.value;
}

/* The same of a network on data, from a random start. */
static inline double sharpness_of(struct net *net, const struct dataset *data,
                                  double tolerance, uint64_t seed)
{
    struct mlp_hessian hessian;
    struct rng rng = rng_seed(seed);
    require(mlp_hessian_init(&hessian, &net->mlp, data));
    real *v = allocate(3 * net->mlp.n, sizeof *v);
    memcpy(hessian.theta, net->theta, net->mlp.n * sizeof *net->theta);
    draw_normal(net->mlp.n, v, &rng);
    const double top = sharpness(&hessian, tolerance, v);
    free(v);
    mlp_hessian_free(&hessian);
    return top;
}

#endif
