/* collective.c: sums and copies over N ranks, by swaps of pairs.
 *
 *     reduce-scatter   distance N/2, …, 2, 1: give the half that the other one needs,
 *                      add what comes to the half that is kept; then halve again
 *     all-gather       distance 1, 2, …, N/2: give all that is there
 *
 * Invariant: rank r keeps the half of its bit, so in the end it has part r; and a sum has
 * the same bits in either order, so a pair agrees. */
#include "optim/collective.h"
#include "optim/zeros.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum descent_status collective_init(struct collective *all, size_t ranks, size_t first,
                                    size_t here, size_t capacity,
                                    void (*exchange)(struct collective *, size_t, size_t,
                                                     real *const *, real *const *))
{
    *all = (struct collective){.ranks = ranks,
                               .first = first,
                               .here = here,
                               .capacity = capacity,
                               .exchange = exchange};
    if (ranks < 1 || (ranks & (ranks - 1)) != 0 || here < 1 || first + here > ranks ||
        capacity > SIZE_MAX / sizeof(real) / ranks) {
        all->here = 0;
        return DESCENT_ERANGE;
    }
    all->room = calloc(here, sizeof *all->room);
    all->give = calloc(here, sizeof *all->give);
    int complete = all->room && all->give;
    for (size_t k = 0; complete && k < here; k++)
        complete = (all->room[k] = zeros(ranks / 2 * capacity)) != NULL;
    if (complete)
        return DESCENT_OK;
    collective_free(all);
    return DESCENT_ENOMEM;
}

void collective_free(struct collective *all)
{
    for (size_t k = 0; all->room && k < all->here; k++)
        free(all->room[k]);
    free(all->room);
    free(all->give);
    all->room = all->give = NULL;
}

/* Two ranks of this process: a copy each way. */
static void swap_here(struct collective *all, size_t distance, size_t count,
                      real *const *give, real *const *take)
{
    for (size_t r = 0; r < all->ranks; r++)
        memcpy(take[r], give[r ^ distance], count * sizeof **take);
    all->sent += (double)(count * sizeof **take);
}

enum descent_status collective_local_init(struct collective *all, size_t ranks,
                                          size_t capacity)
{
    return collective_init(all, ranks, 0, ranks, capacity, swap_here);
}

/* Where the half begins, of so many parts, that a rank here keeps when it swaps over this
 * distance; the other half begins at this XOR distance. */
static size_t half_of(const struct collective *all, size_t k, size_t distance)
{
    return (all->first + k) / distance * distance;
}

// [reduce-scatter]
void reduce_scatter(struct collective *all, size_t part, real *const *x)
{
    for (size_t distance = all->ranks / 2; distance > 0; distance /= 2) {
        const size_t count = distance * part;
        for (size_t k = 0; k < all->here; k++)
            all->give[k] = x[k] + (half_of(all, k, distance) ^ distance) * part;
        all->exchange(all, distance, count, all->give, all->room);
        for (size_t k = 0; k < all->here; k++) {
            real *kept = x[k] + half_of(all, k, distance) * part;
            for (size_t i = 0; i < count; i++)
                kept[i] += all->room[k][i];
        }
    }
}
// [reduce-scatter]

// [all-gather]
void all_gather(struct collective *all, size_t part, real *const *x)
{
    for (size_t distance = 1; distance < all->ranks; distance *= 2) {
        const size_t count = distance * part;
        for (size_t k = 0; k < all->here; k++)
            all->give[k] = x[k] + half_of(all, k, distance) * part;
        all->exchange(all, distance, count, all->give, all->room);
        for (size_t k = 0; k < all->here; k++) {
            real *other = x[k] + (half_of(all, k, distance) ^ distance) * part;
            memcpy(other, all->room[k], count * sizeof **x);
        }
    }
}
// [all-gather]
