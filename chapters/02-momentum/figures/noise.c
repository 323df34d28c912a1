/* noise.c: the noise of a batch gradient, and the floor that it makes. */
#include "training.h"

/* The root mean square distance of a batch gradient from the gradient at θ = 0, for
 * batches drawn without replacement. */
static void run_batches(const char *directory, FILE *facts)
{
    enum { draws = 400 };
    const size_t size[] = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};
    struct tumors tumors;
    open_tumors(&tumors, 0);
    struct problem *problem = &tumors.problem;
    size_t m = problem->samples, order[max_samples];
    real theta[params] = {0}, full[params], g[params];
    problem_gradient(problem, theta, full);
    for (size_t i = 0; i < m; i++)
        order[i] = i;
    struct rng rng = rng_seed(1);
    FILE *file = figure_open(directory, "batch-noise.dat");
    fprintf(file, "# batch measured\n");
    for (size_t k = 0; k < sizeof size / sizeof *size; k++) {
        double sum = 0;
        for (int d = 0; d < draws; d++) {
            rng_shuffle(&rng, m, order);
            problem->batch_gradient(problem, size[k], order, theta, g);
            for (int j = 0; j < params; j++)
                sum += square(g[j] - full[j]) / draws;
        }
        fprintf(file, "%zu %.6g\n", size[k], sqrt(sum));
        if (size[k] == 32)
            figure_fact(facts, "noise-32", "%.2f", sqrt(sum));
    }
    figure_close(file);
    figure_fact(facts, "noise-1", "%.2f", sqrt(sample_variance(problem, theta)));
    figure_fact(facts, "gradient-norm", "%.2f", norm(params, full));
    dataset_free(&tumors.data);
}

/* Constant learning rates stall at a floor that falls with the batch. */
static void run_floor(const char *directory, FILE *facts)
{
    enum { ways = 4, steps = 2500, every = 10 };
    const struct training how[ways] = {{{0.1, 0}, 1, false},
                                       {{0.1, 0}, 8, false},
                                       {{0.1, 0}, 64, false},
                                       {{0.1, 0}, 0, false}};
    static double excess[ways][steps / every];
    struct tumors tumors;
    open_tumors(&tumors, 0.01);
    real theta[params];
    double least = minimum(&tumors.problem, (struct rates){0.3, 0.9}, 1500, theta);
    for (int k = 0; k < ways; k++)
        for (uint64_t seed = 1; seed <= (how[k].batch ? seeds : 1); seed++)
            add_training(&tumors.problem, how[k], least, seed, steps, every, excess[k]);
    struct stall one = mean_stall(&tumors.problem, how[0], least);
    double theory = sample_variance(&tumors.problem, theta) / 4 * 0.1;
    FILE *file = figure_open(directory, "floor.dat");
    fprintf(file, "# step batch-1 batch-8 batch-64 all\n");
    for (int i = 0; i < steps / every; i++)
        fprintf(file, "%d %.6g %.6g %.6g %.6g\n", i * every, excess[0][i], excess[1][i],
                excess[2][i], excess[3][i]);
    figure_close(file);
    figure_fact(facts, "floor-theory-1", "%.1e", theory);
    figure_fact(facts, "floor-theory-64", "%.1e", theory / 64);
    figure_fact(facts, "floor-1", "%.1e", one.excess);
    figure_fact(facts, "floor-there-1", "%.1e", one.theory * 0.1);
    dataset_free(&tumors.data);
}

void experiment(const char *directory, FILE *facts)
{
    run_batches(directory, facts);
    run_floor(directory, facts);
}
