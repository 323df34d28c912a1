/* scale.c: what a normalized network does not notice, and how long it remembers its
 * start. */
#include "map.h"

/* Where the weights of the hidden layer start, where they rest at the smallest and the
 * largest rate of the maps, and how many full steps the decay alone takes from the start
 * to the smaller of these sizes. */
static void run_shrink(FILE *facts)
{
    const double decay = 0.005, start = sqrt(2.0 / 64), rest = 4e-3 / sqrt(2 * decay);
    figure_fact(facts, "start-size", "%.2f", start);
    figure_fact(facts, "rest-first", "%.2f", rest);
    figure_fact(facts, "rest-last", "%.2f", 8 * rest);
    figure_fact(facts, "shrink-steps", "%.0f", log(start / rest) / decay);
}

/* A normalized network does not notice if its weights, their start and the learning rate
 * grow eightfold, and the decay is adapted. */
static void run_scale(FILE *facts, const struct dataset *data,
                      const struct dataset *validation)
{
    const enum recipe_method method[2] = {ADAM_L2, ADAMW};
    const double share[2] = {1.0 / 64, 1}, decay = 0.032, lr = 4e-3;
    double largest = 0;
    for (int i = 0; i < 2; i++) {
        double small =
            held_out_cost(method[i], 1, lr, decay, FIRST_SEED, data, validation);
        double large = held_out_cost(method[i], 8, 8 * lr, share[i] * decay, FIRST_SEED,
                                     data, validation);
        largest = fmax(largest, fabs(large / small - 1));
    }
    figure_fact(facts, "scale-difference", "%.0e", largest);
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    struct dataset data, validation;
    map_data(&data, &validation);
    run_scale(facts, &data, &validation);
    run_shrink(facts);
    dataset_free(&data);
    dataset_free(&validation);
}
