/* weight_average.c: memory for averages of parameters. Filling and reading them is
 * exercise 8.6's. */
#include "optim/weight_average.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdint.h>
#include <stdlib.h>

enum descent_status weight_queue_init(struct weight_queue *queue, size_t n, size_t window)
{
    *queue = (struct weight_queue){.n = n, .window = window};
    if (window == 0 || n > PTRDIFF_MAX / sizeof(real) / window)
        return DESCENT_ERANGE;
    queue->row = zeros(window * n);
    return queue->row ? DESCENT_OK : DESCENT_ENOMEM;
}

void weight_queue_free(struct weight_queue *queue)
{
    free(queue->row);
    queue->row = NULL;
}

enum descent_status weight_ema_init(struct weight_ema *ema, size_t n, real beta)
{
    *ema = (struct weight_ema){.n = n, .beta = beta, .power = 1};
    if (!is_decay_rate(beta))
        return DESCENT_ERANGE;
    ema->raw = zeros(n);
    return ema->raw ? DESCENT_OK : DESCENT_ENOMEM;
}

void weight_ema_free(struct weight_ema *ema)
{
    free(ema->raw);
    ema->raw = NULL;
}
