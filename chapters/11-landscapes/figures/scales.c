/* scales.c: the same function with other parameters: its sharpness is another one. */
#include "net.h"

#include <float.h>

enum { POINTS = 21 };
static const size_t width[3] = {64, 32, 10};
static const double factor = 10;

/* Every weight and bias into a hidden unit times the factor, every weight out of it
 * divided by it. */
static void rescale(struct net *net)
{
    const struct module *first = &net->mlp.module[0], *last = &net->mlp.module[2];
    for (size_t i = 0; i < first->in * first->out; i++)
        net->theta[first->weights + i] *= (real)factor;
    for (size_t i = 0; i < first->out; i++)
        net->theta[first->biases + i] *= (real)factor;
    for (size_t i = 0; i < last->in * last->out; i++)
        net->theta[last->weights + i] /= (real)factor;
}

/* Costs along a random direction; with or without filter normalization. */
static void along(const struct net *net, bool normalized, const struct dataset *data,
                  double cost[POINTS])
{
    const size_t n = net->mlp.n;
    struct mlp mlp = net->mlp;
    struct rng rng = rng_seed(5);
    real *d = allocate(2 * n, sizeof *d), *point = d + n;
    if (normalized) {
        draw_direction(net, d, &rng);
    } else {
        draw_normal(n, d, &rng);
        blas_scale(n, 1 / blas_norm(n, d), d);
    }
    for (size_t k = 0; k < POINTS; k++) {
        for (size_t i = 0; i < n; i++)
            point[i] = net->theta[i] + (real)(0.1 * (double)k - 1) * d[i];
        cost[k] = (double)mlp_score(&mlp, point, data, NULL).cost;
    }
    free(d);
}

static double apart(const double *a, const double *b)
{
    double most = 0;
    for (size_t k = 0; k < POINTS; k++)
        most = fmax(most, fabs(a[k] - b[k]));
    return most;
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    double cost[2], top[2], line[2][2][POINTS];
    (void)directory;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    struct net net = net_new(2, width, &(struct mlp_config){0}, FIRST_SEED);
    struct train_config config = train_defaults();
    config.epochs = 10;
    config.seed = FIRST_SEED;
    net_train(&net, "adam", 0.003, config, &data);
    for (size_t k = 0; k < 2; k++) {
        cost[k] = (double)mlp_score(&net.mlp, net.theta, &data, NULL).cost;
        top[k] = sharpness_of(&net, &data, 1e-3, FIRST_SEED);
        along(&net, false, &data, line[k][0]);
        along(&net, true, &data, line[k][1]);
        rescale(&net);
    }
    figure_fact(facts, "scale-top", "%.2f", top[0]);
    figure_fact(facts, "scale-top-after", "%.0f", top[1]);
    figure_fact(facts, "scale-cost-change", "%.0e",
                fmax(fabs(cost[1] - cost[0]), DBL_EPSILON * cost[0]));
    figure_fact(facts, "scale-line", "%.2f", apart(line[0][0], line[1][0]));
    figure_fact(facts, "scale-line-filter", "%.0e",
                fmax(apart(line[0][1], line[1][1]), DBL_EPSILON * cost[0]));
    net_free(&net);
    dataset_free(&data);
    dataset_free(&test);
}
