/* batches.c: mini-batches without replacement.
 *
 *     size  b   samples in a batch        order   the samples, shuffled once an epoch
 *
 * Invariant: order is a permutation of 0 … rows-1, so an epoch has each sample once. */
#include "lab/batches.h"

#include <stdlib.h>

enum descent_status batches_init(struct batches *batches, size_t rows, size_t size,
                                 uint64_t seed)
{
    *batches = (struct batches){.rows = rows, .size = size, .rng = rng_seed(seed)};
    if (size < 1 || size > rows)
        return DESCENT_ERANGE;
    batches->order = malloc(rows * sizeof *batches->order);
    if (!batches->order)
        return DESCENT_ENOMEM;
    for (size_t i = 0; i < rows; i++)
        batches->order[i] = i;
    rng_shuffle(&batches->rng, rows, batches->order);
    return DESCENT_OK;
}

size_t batches_next(struct batches *batches, const size_t **rows)
{
    size_t left = batches->rows - batches->next;
    size_t count = left < batches->size ? left : batches->size;
    *rows = batches->order + batches->next;
    batches->next += count;
    if (count == 0) {
        batches->next = 0;
        rng_shuffle(&batches->rng, batches->rows, batches->order);
    }
    return count;
}

size_t batches_count(const struct batches *batches)
{
    return (batches->rows + batches->size - 1) / batches->size;
}

void batches_free(struct batches *batches)
{
    free(batches->order);
    batches->order = NULL;
}
