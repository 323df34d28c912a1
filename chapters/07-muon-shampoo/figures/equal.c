/* equal.c: one gradient, three ways to its orthogonal factor; walks with everything
 * rotated. No figure: numbers for the text. */
#include "lab/orthogonal.h"
#include "optim/adamw.h"
#include "optim/muon.h"
#include "optim/shampoo.h"
#include "shared.h"

enum { most = 64 * 64 };

/* What Shampoo without a ridge, from nothing, makes of one gradient. */
static void shampoo_of(size_t rows, size_t cols, const real *g, real *o)
{
    struct shampoo_config config = shampoo_defaults();
    struct shampoo shampoo;
    config.lr = 1;
    config.eps = 0;
    require(shampoo_init(&shampoo, rows, cols, config));
    memset(o, 0, rows * cols * sizeof *o);
    require(shampoo_step(&shampoo, o, g));
    for (size_t i = 0; i < rows * cols; i++)
        o[i] = -o[i];
    shampoo_free(&shampoo);
}

static double shampoo_from_factor(size_t rows, size_t cols, const real *g)
{
    static real factor[most], other[most];
    struct polar polar;
    require(polar_init(&polar, rows, cols));
    require(polar_factor(&polar, g, factor));
    polar_free(&polar);
    shampoo_of(rows, cols, g, other);
    return largest_difference(rows * cols, factor, other);
}

/* A matrix of a rank below its sides: a product of two thin ones. */
static void draw_low_rank(size_t n, size_t rank, real *g, struct rng *rng)
{
    static real a[most], b[most];
    draw_normal(n * rank, a, rng);
    draw_normal(rank * n, b, rng);
    for (size_t i = 0; i < n * n; i++) {
        g[i] = 0;
        for (size_t k = 0; k < rank; k++)
            g[i] += a[i / n * rank + k] * b[k * n + i % n];
    }
}

static void write_same(FILE *facts)
{
    static real g[most], o[most], sigma[64];
    struct rng rng = rng_seed(FIRST_SEED);
    draw_normal(32 * 64, g, &rng);
    figure_fact(facts, "same-wide", "%.0e", shampoo_from_factor(32, 64, g));
    figure_fact(facts, "same-tall", "%.0e", shampoo_from_factor(64, 32, g));
    shampoo_of(32, 64, g, o);
    singular_values(32, 64, o, sigma);
    figure_fact(facts, "same-smallest", "%.6f", (double)sigma[31]);
    draw_low_rank(32, 5, g, &rng);
    figure_fact(facts, "same-rank", "%.0e", shampoo_from_factor(32, 32, g));
}

/* Two walks down ½‖AW - C‖², the second in the coordinates V of W = PVQ: how far apart
 * they end, when the rotations are undone. */
enum { side = 8, area = side * side, steps = 30 };

struct bowl {
    real a[area], c[area];
    real p[area], q[area]; /* the coordinates */
};

enum which { PLAIN, FIRST, SECOND };

/* C = AB for squares, with one of them transposed. */
static void square_product(const real *a, const real *b, enum which transposed, real *c)
{
    for (size_t i = 0; i < area; i++) {
        const size_t row = i / side, col = i % side;
        c[i] = 0;
        for (size_t k = 0; k < side; k++)
            c[i] += (transposed == FIRST ? a[k * side + row] : a[row * side + k]) *
                    (transposed == SECOND ? b[col * side + k] : b[k * side + col]);
    }
}

/* W = PVQ. */
static void turn_back(const struct bowl *bowl, const real *v, real *w)
{
    real half[area];
    square_product(bowl->p, v, PLAIN, half);
    square_product(half, bowl->q, PLAIN, w);
}

/* The gradient with respect to V: PᵀAᵀ(AW - C)Qᵀ. */
static void bowl_gradient(const struct bowl *bowl, const real *v, real *g)
{
    real w[area], rest[area], slope[area], half[area];
    turn_back(bowl, v, w);
    square_product(bowl->a, w, PLAIN, rest);
    for (size_t i = 0; i < area; i++)
        rest[i] -= bowl->c[i];
    square_product(bowl->a, rest, FIRST, slope);
    square_product(bowl->p, slope, FIRST, half);
    square_product(half, bowl->q, SECOND, g);
}

static void walk(int method, const struct bowl *bowl, real *w)
{
    struct shampoo_config ridge = shampoo_defaults();
    struct muon muon;
    struct shampoo shampoo;
    struct adamw adamw;
    real v[area] = {0}, g[area];
    ridge.eps = (real)0.01;
    require(muon_init(&muon, side, side, muon_defaults()));
    require(shampoo_init(&shampoo, side, side, ridge));
    require(adamw_init(&adamw, area, adamw_defaults()));
    adamw.config.lr = (real)0.02;
    for (int t = 0; t < steps; t++) {
        bowl_gradient(bowl, v, g);
        if (method == 0)
            require(muon_step(&muon, v, g));
        else if (method == 1)
            require(shampoo_step(&shampoo, v, g));
        else
            adamw_step(&adamw, v, g);
    }
    turn_back(bowl, v, w);
    muon_free(&muon);
    shampoo_free(&shampoo);
    adamw_free(&adamw);
}

static void write_rotations(FILE *facts)
{
    static const char *const names[] = {"rotation-muon", "rotation-shampoo",
                                        "rotation-adamw"};
    struct bowl bowl = {.p = {0}}, turned;
    real w[area], other[area];
    struct rng rng = rng_seed(FIRST_SEED);
    draw_normal(area, bowl.a, &rng);
    draw_normal(area, bowl.c, &rng);
    for (size_t i = 0; i < side; i++)
        bowl.p[i * (side + 1)] = bowl.q[i * (side + 1)] = 1;
    turned = bowl;
    require(random_orthogonal(side, turned.p, &rng));
    require(random_orthogonal(side, turned.q, &rng));
    for (int k = 0; k < 3; k++) {
        walk(k, &bowl, w);
        walk(k, &turned, other);
        figure_fact(facts, names[k], k == 2 ? "%.2f" : "%.0e",
                    largest_difference(area, w, other));
    }
}

/* The largest difference between the steps of Muon's two momenta. */
static void write_momenta(FILE *facts)
{
    struct muon_config config = muon_defaults();
    struct muon average, sum;
    real v[area] = {0}, w[area] = {0}, g[area];
    struct rng rng = rng_seed(FIRST_SEED);
    require(muon_init(&average, side, side, config));
    config.momentum = MUON_SUM;
    require(muon_init(&sum, side, side, config));
    for (int t = 0; t < steps; t++) {
        draw_normal(area, g, &rng);
        require(muon_step(&average, v, g));
        require(muon_step(&sum, w, g));
    }
    figure_fact(facts, "momenta", "%.0e", largest_difference(area, v, w));
    muon_free(&average);
    muon_free(&sum);
}

/* The root mean square of Adam's m over that of noise, which is the root of v. */
static void write_noise(FILE *facts)
{
    const double beta1 = (double)adamw_defaults().beta1;
    figure_fact(facts, "adam-noise", "%.2f", sqrt((1 - beta1) / (1 + beta1)));
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    write_same(facts);
    write_rotations(facts);
    write_momenta(facts);
    write_noise(facts);
}
