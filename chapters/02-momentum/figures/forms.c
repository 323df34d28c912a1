/* forms.c: how long the steps are down a slope of 1 when the learning rate drops to a
 * tenth. */
#include "optim/momentum_forms.h"
#include "shared.h"

enum { cut = 61, shown = 100, long_run = 400 };

void experiment(const char *directory, FILE *facts)
{
    const struct momentum_rates rates[2] = {{(real)0.01, (real)0.9},
                                            {(real)0.001, (real)0.9}};
    struct heavy_ball inside, outside;
    struct momentum_average average;
    struct heavy_ball_config config = heavy_ball_defaults();
    require(heavy_ball_init(&outside, 1, config));
    config.form = MOMENTUM_LR_INSIDE;
    require(heavy_ball_init(&inside, 1, config));
    require(momentum_average_init(&average, 1, momentum_average_defaults()));
    real theta[3] = {0}, before[3], g = 1;
    FILE *file = figure_open(directory, "forms.dat");
    fprintf(file, "# t inside outside average\n");
    for (int t = 1; t <= long_run; t++) {
        memcpy(before, theta, sizeof before);
        inside.config.lr = outside.config.lr = rates[t >= cut].lr;
        average.config.lr =
            momentum_convert(MOMENTUM_LR_OUTSIDE, MOMENTUM_AVERAGE, rates[t >= cut]).lr;
        heavy_ball_step(&inside, &theta[0], &g);
        heavy_ball_step(&outside, &theta[1], &g);
        momentum_average_step(&average, &theta[2], &g);
        if (t <= shown)
            fprintf(file, "%d %.6g %.6g %.6g\n", t, before[0] - theta[0],
                    before[1] - theta[1], before[2] - theta[2]);
    }
    figure_close(file);
    figure_fact(facts, "forms-extra", "%.0f", (theta[1] - theta[0]) / 0.01);
    heavy_ball_free(&inside);
    heavy_ball_free(&outside);
    momentum_average_free(&average);
}
