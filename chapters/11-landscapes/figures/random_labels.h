/* random_labels.h: digits with labels that say nothing, which a network has to learn by
 * heart. */
#ifndef DESCENT_FIGURES_LANDSCAPES_RANDOM_LABELS_H
#define DESCENT_FIGURES_LANDSCAPES_RANDOM_LABELS_H

#include "net.h"

enum { LEARNED = 500, DEPTH = 4 };
static const size_t deep_width[DEPTH + 1] = {64, 32, 32, 32, 10};

/* The first 500 training samples, each with a random label. */
static inline struct dataset load_random_labels(void)
{
    struct dataset data, test;
    struct rng rng = rng_seed(77);
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    dataset_free(&test);
    data.rows = LEARNED;
    for (size_t i = 0; i < data.rows; i++)
        data.label[i] = (size_t)rng_below(&rng, 10);
    return data;
}

#endif
