/* momentum-noise.c: SGD against the heavy ball with the same η / (1-β), and with the same
 * η. */
#include "training.h"

enum { ways = 3, steps = 3000, every = 20 };

void experiment(const char *directory, FILE *facts)
{
    const struct training how[ways] = {
        {{0.1, 0}, 32, false}, {{0.01, 0.9}, 32, false}, {{0.1, 0.9}, 32, false}};
    const char *key[ways] = {"floor-sgd", "floor-ball", "floor-ball-same"};
    static double excess[ways][steps / every];
    struct tumors tumors;
    open_tumors(&tumors, 0.01);
    struct problem *problem = &tumors.problem;
    real theta[params];
    double least = minimum(problem, (struct rates){0.3, 0.9}, 1500, theta);
    FILE *file = figure_open(directory, "momentum-noise.dat");
    fprintf(file, "# step sgd ball ball-same-lr\n");
    for (int k = 0; k < ways; k++) {
        for (uint64_t seed = 1; seed <= seeds; seed++)
            add_training(problem, how[k], least, seed, steps, every, excess[k]);
        figure_fact(facts, key[k], "%.1e", mean_stall(problem, how[k], least).excess);
    }
    for (int i = 0; i < steps / every; i++)
        fprintf(file, "%d %.6g %.6g %.6g\n", i * every, excess[0][i], excess[1][i],
                excess[2][i]);
    figure_close(file);
    double theory = sample_variance(problem, theta) / 4 * 0.1 / 32;
    figure_fact(facts, "floor-theory", "%.1e", theory);
    figure_fact(facts, "floor-theory-same", "%.1e", 10 * theory);
    struct training shuffled = {{0.1, 0}, 32, true};
    figure_fact(facts, "floor-shuffled", "%.1e",
                mean_stall(problem, shuffled, least).excess);
    dataset_free(&tumors.data);
}
