/* momentum-noise.c: SGD against the heavy ball with the same η / (1-β), and with the same
 * η; with independent draws, and with shuffled samples. */
#include "training.h"

/* Costs along the way, independent draws. */
static void run_courses(const struct problem *problem, double least,
                        const char *directory, FILE *facts)
{
    enum { ways = 3, steps = 3000, every = 20, early = 100 / every };
    const struct training how[ways] = {
        {{0.1, 0}, 32, false}, {{0.01, 0.9}, 32, false}, {{0.1, 0.9}, 32, false}};
    const char *key[ways] = {"sgd", "ball", "ball-same"};
    static double excess[ways][steps / every];
    FILE *file = figure_open(directory, "momentum-noise.dat");
    fprintf(file, "# step sgd ball ball-same-lr\n");
    for (int k = 0; k < ways; k++) {
        for (uint64_t seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++)
            add_training(problem, how[k], least, seed, steps, every, excess[k]);
        struct stall stall = mean_stall(problem, how[k], least);
        double effective = how[k].rates.lr / (1 - how[k].rates.beta);
        figure_fact_of(facts, "floor", key[k], "%.1e", stall.excess);
        if (k == ways - 1)
            figure_fact_of(facts, "floor-there", key[k], "%.1e",
                           stall.theory * effective / 32);
    }
    for (int i = 0; i < steps / every; i++)
        fprintf(file, "%d %.6g %.6g %.6g\n", i * every, excess[0][i], excess[1][i],
                excess[2][i]);
    figure_close(file);
    double ahead = 1 - excess[1][early] / excess[0][early];
    figure_fact(facts, "ball-ahead", "%.0f", 100 * ahead);
}

/* Floors of shuffled samples at η/(1-β) = 0.1, against the size of a batch. */
static void run_shuffled(const struct problem *problem, double least,
                         const char *directory, FILE *facts)
{
    enum { ways = 3 };
    const struct rates rates[ways] = {{0.1, 0}, {0.01, 0.9}, {0.001, 0.99}};
    FILE *file = figure_open(directory, "shuffled.dat");
    fprintf(file, "# batch sgd ball-0.9 ball-0.99\n");
    for (size_t batch = 1; batch <= max_batch; batch *= 2) {
        double floor[ways];
        for (int k = 0; k < ways; k++) {
            const struct training how = {rates[k], batch, true};
            floor[k] = mean_stall(problem, how, least).excess;
        }
        fprintf(file, "%zu %.6g %.6g %.6g\n", batch, floor[0], floor[1], floor[2]);
        if (batch == 1)
            figure_fact(facts, "shuffled-gain-1", "%.2f", floor[0] / floor[1]);
        if (batch == 32) {
            figure_fact_of(facts, "floor-shuffled", "sgd", "%.1e", floor[0]);
            figure_fact_of(facts, "floor-shuffled", "ball", "%.1e", floor[1]);
            figure_fact(facts, "shuffled-gain-32", "%.1f", floor[0] / floor[1]);
            figure_fact(facts, "epoch-32", "%.0f", (double)problem->samples / 32);
        }
    }
    figure_close(file);
}

void experiment(const char *directory, FILE *facts)
{
    struct tumors tumors;
    open_tumors(&tumors, 0.01);
    const struct problem *problem = &tumors.problem;
    real theta[params];
    double least = minimum(problem, (struct rates){0.3, 0.9}, 1500, theta);
    run_courses(problem, least, directory, facts);
    run_shuffled(problem, least, directory, facts);
    double theory = sample_variance(problem, theta) / 4 * 0.1 / 32;
    figure_fact_of(facts, "floor", "theory", "%.1e", theory);
    figure_fact_of(facts, "floor", "theory-same", "%.1e", 10 * theory);
    dataset_free(&tumors.data);
}
