/* shared.h: what the experiments of chapter 12 share. */
#ifndef DESCENT_FIGURES_COMPARING_SHARED_H
#define DESCENT_FIGURES_COMPARING_SHARED_H

#include "lab/figure.h"
#include "lab/rng.h"
#include "lab/task.h"
#include "optim/real.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#endif
