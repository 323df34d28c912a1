/* modular.c: addition modulo p, to be learned from examples.
 *
 *     x = (e_a, e_b),   label = (a + b) mod p       for all a, b in 0 … p - 1
 *
 * Invariant: every pair is in one of the two sets, once. */
#include "lab/modular.h"

#include <stdlib.h>

enum descent_status modular_addition(size_t p, size_t train_rows, uint64_t seed,
                                     struct dataset *train, struct dataset *test)
{
    *train = *test = (struct dataset){0};
    if (p < 2 || p > MODULAR_MAX)
        return DESCENT_ERANGE;
    struct dataset all = {.rows = p * p, .features = 2 * p, .classes = p};
    all.x = calloc(all.rows * all.features, sizeof *all.x);
    all.label = calloc(all.rows, sizeof *all.label);
    enum descent_status status = all.x && all.label ? DESCENT_OK : DESCENT_ENOMEM;
    for (size_t a = 0; a < p && !status; a++)
        for (size_t b = 0; b < p; b++) {
            const size_t row = a * p + b;
            all.x[row * all.features + a] = all.x[row * all.features + p + b] = 1;
            all.label[row] = (a + b) % p;
        }
    if (!status)
        status = dataset_split(&all, train_rows, seed, train, test);
    dataset_free(&all);
    return status;
}
