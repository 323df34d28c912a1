/* recipe.c: the best of a grid of learning rates for some momenta, on logistic
 * regression. */
#include "tumors.h"

enum { longest = 20000, grid = 10 };

/* Steps until f - f* is at most 1e-6; more than `longest` if it takes longer. */
static int steps_until(const struct problem *problem, struct rates rates, double least)
{
    int method = rates.beta > 0 ? HEAVY_BALL : GRADIENT_DESCENT;
    struct optimizer optimizer = make(method, params, rates);
    real theta[params] = {0};
    int t = 0;
    while (t <= longest && problem_value(problem, theta) - least > 1e-6) {
        require(descend(problem, &optimizer, 1, theta, NULL, NULL));
        t++;
    }
    optimizer_drop(&optimizer);
    return t;
}

void experiment(const char *directory, FILE *facts)
{
    const double ell = 3.33, beta[] = {0, 0.5, 0.9, 0.95, 0.99};
    const char *name[] = {"0", "50", "90", "95", "99"};
    struct tumors tumors;
    (void)directory;
    open_tumors(&tumors, 0.001);
    real best[params];
    double least = minimum(&tumors.problem, (struct rates){1 / ell, 0.96}, 4000, best);
    for (size_t k = 0; k < sizeof beta / sizeof *beta; k++) {
        int fewest = longest + 1;
        double lr = 0;
        for (int i = 0; i < grid; i++) {
            struct rates rates = {pow(10, -2 + i / 4.0), beta[k]};
            if (rates.lr * ell >= 2 * (1 + rates.beta))
                continue;
            int steps = steps_until(&tumors.problem, rates, least);
            lr = steps < fewest ? rates.lr : lr;
            fewest = steps < fewest ? steps : fewest;
        }
        figure_fact_of(facts, "recipe-lr", name[k], "%.2f", lr);
        figure_fact_of(facts, "recipe-steps", name[k], "%d", fewest);
    }
    dataset_free(&tumors.data);
}
