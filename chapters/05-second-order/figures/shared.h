/* shared.h: what the experiments of chapter 5 share. */
#ifndef DESCENT_FIGURES_SECOND_ORDER_SHARED_H
#define DESCENT_FIGURES_SECOND_ORDER_SHARED_H

#include "lab/dataset.h"
#include "lab/figure.h"
#include "lab/logistic_hessian.h"
#include "optim/bfgs.h"
#include "optim/lbfgs.h"
#include "optim/newton.h"
#include "optim/newton_cg.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { GD, BFGS, LBFGS, NEWTON, NEWTON_CG, METHODS };

static const char *const keys[METHODS] = {"gd", "bfgs", "lbfgs", "newton", "cg"};

/* What is minimized, with all that a method may ask for. */
struct function {
    size_t n;
    objective_fn *f;
    void *context; /* of f */
    hessian_fn *hessian;
    hessian_vector_fn *times;
    void *second; /* context of both second derivatives */
};

/* A method with its memory. */
struct method_state {
    size_t n;
    struct bfgs bfgs;
    struct curvature_pairs pairs;
    struct damped_newton newton;
    struct newton_cg cg;
};

/* Prepares one method for a function; m pairs for L-BFGS. */
static inline struct direction prepare(struct method_state *state, int method, size_t m,
                                       const struct function *function)
{
    const size_t n = function->n;
    *state = (struct method_state){.n = n};
    switch (method) {
    case BFGS:
        require(bfgs_init(&state->bfgs, n));
        return bfgs_method(&state->bfgs);
    case LBFGS:
        require(curvature_pairs_init(&state->pairs, n, m));
        return lbfgs_method(&state->pairs);
    case NEWTON:
        require(newton_init(&state->newton, n, function->hessian, function->second));
        return newton_method(&state->newton);
    case NEWTON_CG:
        require(newton_cg_init(&state->cg, n, function->times, function->second));
        return newton_cg_method(&state->cg);
    default:
        return steepest_direction(&state->n);
    }
}

static inline void release(struct method_state *state)
{
    bfgs_free(&state->bfgs);
    curvature_pairs_free(&state->pairs);
    newton_free(&state->newton);
    newton_cg_free(&state->cg);
}

/* The breast-cancer samples, each feature with mean 0 and variance 1. */
static inline void read_cancer(struct dataset *data)
{
    struct dataset_error error;
    if (dataset_read(data, BREAST_CANCER_PATH, &error)) {
        fprintf(stderr, "figures: %s\n", error.message);
        exit(1);
    }
    real *mean = allocate(data->features, sizeof(real)),
         *deviation = allocate(data->features, sizeof(real));
    dataset_moments(data, mean, deviation);
    dataset_standardize(data, mean, deviation);
    free(mean);
    free(deviation);
}

#endif
