/* zero1.c: the shares of Adam's averages; the step is exercise 10.7.
 *
 * Invariant: whatever init() returns, free() may follow. */
#include "optim/zero1.h"

#include <stdlib.h>

enum descent_status zero1_init(struct zero1 *zero1, struct collective *all, size_t n,
                               struct adam_config config)
{
    *zero1 = (struct zero1){.all = all, .n = n, .part = zero1_part(n, all->ranks)};
    if (adam_check(&config) || zero1->part > all->capacity)
        return DESCENT_ERANGE;
    enum descent_status status = DESCENT_OK;
    zero1->adam = calloc(all->here, sizeof *zero1->adam);
    if (!zero1->adam)
        return DESCENT_ENOMEM;
    for (size_t k = 0; !status && k < all->here; k++)
        status = adam_init(&zero1->adam[k], zero1->part, config);
    if (status)
        zero1_free(zero1);
    return status;
}

void zero1_free(struct zero1 *zero1)
{
    for (size_t k = 0; zero1->adam && k < zero1->all->here; k++)
        adam_free(&zero1->adam[k]);
    free(zero1->adam);
    zero1->adam = NULL;
}
