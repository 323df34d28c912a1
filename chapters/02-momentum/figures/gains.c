/* gains.c: the velocity for gradients that agree, alternate, or are independent. */
#include "lab/rng.h"
#include "shared.h"

enum { settled = 460, seeds = 10, long_run = 20000 };

/* The root mean square of the velocity for independent gradients of variance 1. */
static double random_gain(struct heavy_ball_config config)
{
    double sum = 0;
    real theta = 0;
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        struct rng rng = rng_seed(seed);
        struct heavy_ball ball;
        require(heavy_ball_init(&ball, 1, config));
        for (int t = 0; t < long_run; t++) {
            real g = (real)rng_normal(&rng);
            heavy_ball_step(&ball, &theta, &g);
            sum += square(ball.v[0]) / (seeds * long_run);
        }
        heavy_ball_free(&ball);
    }
    return sqrt(sum);
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    struct heavy_ball_config config = heavy_ball_defaults();
    config.beta = (real)0.9, config.lr = 0;
    struct heavy_ball ball;
    real theta[2] = {0};
    require(heavy_ball_init(&ball, 2, config));
    for (int t = 1; t <= settled; t++) {
        const real g[2] = {1, t % 2 ? 1 : -1};
        heavy_ball_step(&ball, theta, g);
    }
    figure_fact_of(facts, "gain", "same", "%.2f", ball.v[0]);
    figure_fact_of(facts, "gain", "turning", "%.2f", fabs(ball.v[1]));
    figure_fact_of(facts, "gain", "random", "%.2f", random_gain(config));
    heavy_ball_free(&ball);
}
