/* shared.h: what the experiments of chapter 9 share. */
#ifndef DESCENT_FIGURES_LOSSES_SHARED_H
#define DESCENT_FIGURES_LOSSES_SHARED_H

#include "lab/figure.h"
#include "lab/methods.h"
#include "lab/rng.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* A method of the table at a learning rate. */
static inline struct optimizer make(const char *name, size_t n, double lr)
{
    struct optimizer optimizer;
    require(method_make(&optimizer, name, n));
    *optimizer.lr = (real)lr;
    return optimizer;
}

#endif
