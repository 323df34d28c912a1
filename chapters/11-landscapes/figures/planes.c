/* planes.c: the plane through three points of a training run, and a random one. */
#include "net.h"
#include "optim/plane.h"

enum { EPOCHS = 10, SIDE = 33, ROWS = 400, KEPT = 200, EVERY = 2 };
static const size_t width[3] = {64, 64, 10};

/* The parameters every so many steps. */
struct film {
    size_t n, shots;
    real *shot;
};

static void shoot(size_t step, const real *theta, const real *g, void *context)
{
    (void)g;
    struct film *film = context;
    if (step % EVERY == 0 && film->shots < KEPT)
        memcpy(film->shot + film->n * film->shots++, theta, film->n * sizeof *theta);
}

/* A plane and the costs on it. */
struct view {
    const real *center;
    real *u, *v;
};

static void write_costs(FILE *file, struct net *net, const struct view *view, double a0,
                        double a1, double b0, double b1, const struct dataset *data)
{
    const size_t n = net->mlp.n;
    real *point = allocate(n, sizeof *point);
    for (size_t i = 0; i < SIDE; i++) {
        for (size_t k = 0; k < SIDE; k++) {
            const double a = a0 + (a1 - a0) * (double)i / (SIDE - 1);
            const double b = b0 + (b1 - b0) * (double)k / (SIDE - 1);
            plane_point(n, view->center, view->u, view->v, (real)a, (real)b, point);
            fprintf(file, "%.4g %.4g %.4g\n", a, b,
                    (double)mlp_score(&net->mlp, point, data, NULL).cost);
        }
        fprintf(file, "\n");
    }
    free(point);
}

/* The run in a plane; it is written if there is a file. `share` is that of the plane in
 * the farthest point's way from the center. @return the largest distance from the plane,
 * over that from the center */
static double write_run(FILE *file, const struct film *film, const struct view *view,
                        double *share)
{
    double off = 0, far = 0, inside = 0;
    for (size_t t = 0; t < film->shots; t++) {
        const struct plane_place at = plane_place(film->n, view->center, view->u, view->v,
                                                  film->shot + film->n * t);
        const double a = (double)at.a, b = (double)at.b, h = (double)at.off;
        if (file)
            fprintf(file, "%.4g %.4g %.4g\n", a, b, h);
        off = fmax(off, h);
        if (sqrt(a * a + b * b + h * h) > far) {
            far = sqrt(a * a + b * b + h * h);
            inside = sqrt(a * a + b * b) / far;
        }
    }
    *share = inside;
    return off / far;
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    struct film film = {0};
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    struct net net = net_new(2, width, &(struct mlp_config){0}, FIRST_SEED);
    const size_t n = film.n = net.mlp.n;
    film.shot = allocate((KEPT + 2) * n, sizeof *film.shot);
    real *u = film.shot + KEPT * n, *v = u + n;
    shoot(0, net.theta, NULL, &film);
    struct train_config config = train_defaults();
    config.epochs = EPOCHS;
    config.seed = FIRST_SEED;
    config.observe = shoot;
    config.context = &film;
    net_train(&net, "adam", 0.003, config, &data);
    data.rows = ROWS;
    const struct view view = {net.theta, u, v};
    for (size_t i = 0; i < n; i++) {
        u[i] = film.shot[i] - net.theta[i];
        v[i] = film.shot[n * (film.shots / 5) + i] - net.theta[i];
    }
    require(plane_orthonormal(n, u, v));
    double share;
    FILE *file = figure_open(directory, "run.dat");
    const double off = write_run(file, &film, &view, &share);
    figure_close(file);
    const double far = (double)plane_place(n, net.theta, u, v, film.shot).a;
    file = figure_open(directory, "through.dat");
    write_costs(file, &net, &view, -0.4 * far, 1.3 * far, -0.6 * far, 0.9 * far, &data);
    figure_close(file);
    figure_fact(facts, "plane-far", "%.1f", far);
    figure_fact(facts, "plane-off", "%.0f", 100 * off);
    struct rng rng = rng_seed(30 + FIRST_SEED);
    draw_direction(&net, u, &rng);
    draw_direction(&net, v, &rng);
    file = figure_open(directory, "around.dat");
    write_costs(file, &net, &view, -1, 1, -1, 1, &data);
    figure_close(file);
    require(plane_orthonormal(n, u, v));
    write_run(NULL, &film, &view, &share);
    figure_fact(facts, "plane-share", "%.1f", 100 * share);
    figure_fact(facts, "plane-n", "%zu", n);
    figure_fact(facts, "plane-share-theory", "%.1f", 100 * sqrt(2 / (double)n));
    free(film.shot);
    net_free(&net);
    dataset_free(&data);
    dataset_free(&test);
}
