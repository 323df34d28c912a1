/* edge.c: gradient descent on all of the data, and the curvature that it meets. */
#include "random_labels.h"

/* Each rate goes as far as the others: steps times rate is 96. */
enum { RATES = 4, SEEDS = 3, RECORDS = 97 };
static const double rates[RATES] = {0.02, 0.1, 0.2, 0.4};
static const char *const keys[RATES] = {"02", "1", "2", "4"};
static const size_t every[RATES] = {60, 12, 6, 3};

/* Cost and sharpness at equal distances. */
struct walk {
    size_t records;
    double time[2 * RECORDS], cost[2 * RECORDS], sharpness[2 * RECORDS];
};

static void go_down(const struct dataset *data, size_t r, uint64_t seed,
                    struct walk *walk)
{
    struct mlp_hessian hessian;
    struct rng rng = rng_seed(seed + 1000);
    struct net net = net_new(DEPTH, deep_width, &(struct mlp_config){0}, seed);
    const size_t n = net.mlp.n, steps = (size_t)(96 / rates[r]);
    require(mlp_hessian_init(&hessian, &net.mlp, data));
    real *v = allocate(4 * n, sizeof *v), *g = v + 3 * n;
    draw_normal(n, v, &rng);
    walk->records = 0;
    for (size_t t = 0; t <= steps; t++) {
        const real cost = mlp_hessian_cost(n, net.theta, g, &hessian);
        if (t % every[r] == 0) {
            const size_t i = walk->records++;
            memcpy(hessian.theta, net.theta, n * sizeof *g);
            walk->time[i] = (double)t * rates[r];
            walk->cost[i] = (double)cost;
            walk->sharpness[i] = sharpness(&hessian, 5e-2, v);
        }
        for (size_t i = 0; i < n; i++)
            net.theta[i] -= (real)rates[r] * g[i];
    }
    free(v);
    mlp_hessian_free(&hessian);
    net_free(&net);
}

/* The median of η λ while the cost is between 1.5 and 0.3: the middle of the way. */
static double middle(const struct walk *walk, double lr)
{
    double x[2 * RECORDS];
    size_t n = 0;
    for (size_t i = 0; i < walk->records; i++)
        if (walk->cost[i] < 1.5 && walk->cost[i] > 0.3) {
            size_t at = n++;
            for (; at > 0 && x[at - 1] > lr * walk->sharpness[i]; at--)
                x[at] = x[at - 1];
            x[at] = lr * walk->sharpness[i];
        }
    return n ? x[n / 2] : NAN;
}

static double largest(const struct walk *walk)
{
    double most = 0;
    for (size_t i = 5; i < walk->records; i++)
        most = fmax(most, walk->sharpness[i]);
    return most;
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data = load_random_labels();
    FILE *file = figure_open(directory, "edge.dat");
    fprintf(file, "# steps times rate, cost, sharpness; an index for each rate\n");
    for (size_t r = 0; r < RATES; r++) {
        double product[SEEDS], top[SEEDS];
        for (size_t s = 0; s < SEEDS; s++) {
            static struct walk walk;
            go_down(&data, r, 10 + FIRST_SEED + s, &walk);
            product[s] = middle(&walk, rates[r]);
            top[s] = largest(&walk);
            for (size_t i = 0; s == 0 && i < walk.records; i++)
                fprintf(file, "%.4g %.4g %.4g\n", walk.time[i], walk.cost[i],
                        walk.sharpness[i]);
        }
        fprintf(file, "\n\n");
        if (r == 0)
            spread_facts(facts, "edge-top", keys[r], "%.0f", spread_of(SEEDS, top));
        else
            spread_facts(facts, "edge-product", keys[r], "%.2f",
                         spread_of(SEEDS, product));
    }
    figure_close(file);
    dataset_free(&data);
}
