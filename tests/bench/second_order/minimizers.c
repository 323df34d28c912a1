/* minimizers.c: L-BFGS beside liblbfgs and GSL over the test problems.
 *
 *     minimizers
 *
 * From the standard starts until a published minimum is met, as in tests/lab/oracles,
 * with six pairs; GSL has BFGS, which keeps a matrix. The libraries take turns, and the
 * time is the median over the turns of the sum over all problems. All call the same
 * functions, so what differs is how often, and what is done beside. A problem that is
 * not solved counts with all that was spent on it. Watson's problem with 9 parameters
 * takes most evaluations, and chance decides how many; so the sum is given without it,
 * too. */
#include "lab/mgh.h"
#include "optim/lbfgs.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_multimin.h>
#include <lbfgs.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { OURS, LIBLBFGS, GSL, LIBRARIES, MAX_N = 100, MOST = 20000, PAIRS = 6, TURNS = 5 };

static const char *const names[LIBRARIES] = {"Descent L-BFGS", "liblbfgs", "GSL bfgs2"};

/* A function that knows when it is solved. */
struct counter {
    struct least_squares squares;
    long evaluations;
    bool solved;
};

static real evaluate(size_t n, const real *x, real *g, void *context)
{
    struct counter *counter = context;
    const real value = least_squares_objective(n, x, g, &counter->squares);
    counter->evaluations += !counter->solved;
    counter->solved = counter->solved || mgh_is_solved(counter->squares.model, value);
    return value;
}

static void run_ours(struct counter *counter, real *x, size_t n)
{
    struct curvature_pairs pairs;
    struct minimizer minimizer;
    if (curvature_pairs_init(&pairs, n, PAIRS) ||
        minimizer_init(&minimizer, n, evaluate, counter, lbfgs_method(&pairs), x,
                       minimizer_defaults()))
        exit(EXIT_FAILURE);
    while (!counter->solved && counter->evaluations < MOST &&
           minimizer_step(&minimizer) == MINIMIZER_RUNNING)
        continue;
    minimizer_free(&minimizer);
    curvature_pairs_free(&pairs);
}

static lbfgsfloatval_t for_lbfgs(void *counter, const lbfgsfloatval_t *x,
                                 lbfgsfloatval_t *g, const int n,
                                 const lbfgsfloatval_t step)
{
    (void)step;
    return evaluate((size_t)n, x, g, counter);
}

static int stop_lbfgs(void *counter, const lbfgsfloatval_t *x, const lbfgsfloatval_t *g,
                      const lbfgsfloatval_t fx, const lbfgsfloatval_t xnorm,
                      const lbfgsfloatval_t gnorm, const lbfgsfloatval_t step, int n,
                      int k, int ls)
{
    (void)x, (void)g, (void)fx, (void)xnorm, (void)gnorm, (void)step, (void)n, (void)k;
    (void)ls;
    return ((const struct counter *)counter)->solved;
}

static void run_liblbfgs(struct counter *counter, real *x, size_t n)
{
    lbfgs_parameter_t parameter;
    lbfgs_parameter_init(&parameter);
    parameter.m = PAIRS;
    parameter.epsilon = 1e-8;
    parameter.max_iterations = MOST;
    lbfgs((int)n, x, NULL, for_lbfgs, stop_lbfgs, counter, &parameter);
}

static double gsl_f(const gsl_vector *x, void *counter)
{
    real g[MAX_N];
    return evaluate(x->size, x->data, g, counter);
}

static void gsl_df(const gsl_vector *x, void *counter, gsl_vector *g)
{
    evaluate(x->size, x->data, g->data, counter);
}

static void gsl_fdf(const gsl_vector *x, void *counter, double *f, gsl_vector *g)
{
    *f = evaluate(x->size, x->data, g->data, counter);
}

static void run_gsl(struct counter *counter, real *x, size_t n)
{
    gsl_multimin_function_fdf function = {gsl_f, gsl_df, gsl_fdf, n, counter};
    gsl_vector_view start = gsl_vector_view_array(x, n);
    gsl_multimin_fdfminimizer *minimizer =
        gsl_multimin_fdfminimizer_alloc(gsl_multimin_fdfminimizer_vector_bfgs2, n);
    gsl_multimin_fdfminimizer_set(minimizer, &function, &start.vector, 0.01, 0.1);
    while (!counter->solved && counter->evaluations < MOST &&
           !gsl_multimin_fdfminimizer_iterate(minimizer) &&
           gsl_multimin_test_gradient(minimizer->gradient, 1e-8) == GSL_CONTINUE)
        continue;
    gsl_multimin_fdfminimizer_free(minimizer);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return 1e3 * (double)time.tv_sec + 1e-6 * (double)time.tv_nsec;
}

/* What a library spent; `rest` is without Watson's problem. */
struct spent {
    long evaluations, rest;
    int unsolved;
};

/* Milliseconds for all problems. */
static double run_all(int library, struct spent *spent)
{
    static void (*const run[LIBRARIES])(struct counter *, real *,
                                        size_t) = {run_ours, run_liblbfgs, run_gsl};
    const double start = now();
    *spent = (struct spent){0};
    for (const struct residual_model *model = mgh_problems; model->name; model++) {
        struct counter counter = {.solved = false};
        real x[MAX_N];
        if (least_squares_init(&counter.squares, model))
            exit(EXIT_FAILURE);
        model->start(model->n, x);
        run[library](&counter, x, model->n);
        spent->evaluations += counter.evaluations;
        spent->rest += strcmp(model->name, "watson-9") ? counter.evaluations : 0;
        spent->unsolved += !counter.solved;
        least_squares_free(&counter.squares);
    }
    return now() - start;
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(void)
{
    double time[LIBRARIES][TURNS];
    struct spent spent[LIBRARIES];
    gsl_set_error_handler_off();
    for (int turn = 0; turn < TURNS; turn++)
        for (int library = 0; library < LIBRARIES; library++)
            time[library][turn] = run_all(library, &spent[library]);
    puts("minimizer        evaluations  w/o Watson  unsolved      ms  us/evaluation");
    for (int library = 0; library < LIBRARIES; library++) {
        qsort(time[library], TURNS, sizeof(double), by_size);
        const double median = time[library][TURNS / 2];
        printf("%-16s %11ld %11ld %9d %7.1f %14.2f\n", names[library],
               spent[library].evaluations, spent[library].rest, spent[library].unsolved,
               median, 1e3 * median / (double)spent[library].evaluations);
    }
}
