/* shared.h: what the experiments of chapter 1 share. */
#ifndef DESCENT_FIGURES_EWMA_SHARED_H
#define DESCENT_FIGURES_EWMA_SHARED_H

#include "lab/figure.h"
#include "optim/ewma.h"
#include "optim/ewma_corrected.h"

#include <math.h>
#include <stdlib.h>

static inline struct ewma new_ewma(double lambda, enum ewma_start start, size_t warmup)
{
    struct ewma ewma;
    require(ewma_init(&ewma, (struct ewma_config){(real)lambda, start, warmup}));
    return ewma;
}

static inline struct ewma_corrected new_corrected(double lambda)
{
    struct ewma_corrected ewma;
    require(ewma_corrected_init(&ewma, (real)lambda));
    return ewma;
}

#endif
