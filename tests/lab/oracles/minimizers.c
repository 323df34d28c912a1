/* minimizers.c: what liblbfgs and GSL need for the test problems.
 *
 *     gcc -O2 -Isrc tests/lab/oracles/minimizers.c \
 *         src/lab/mgh*.c src/lab/least_squares.c -llbfgs -lgsl -lopenblas -lm
 *     ./a.out > chapters/05-second-order/figures/minimizers.tsv
 *
 * Every library is asked from the standard start until it stops by itself, with its
 * strictest usual settings: liblbfgs with m = 6, its default line search and epsilon =
 * 1e-8; GSL's vector_bfgs2 until its gradient is below 1e-8. Counted are evaluations of
 * the function with its gradient until a published minimum is met, the same for all: a
 * value within 1e-5 of it relatively, or below 1e-12 where it is 0. The columns are the
 * problem; for each library these evaluations, or 0 if it never got there, all its
 * evaluations, and the last value. */
#include "lab/mgh.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_multimin.h>
#include <lbfgs.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { MAX_N = 100, MOST = 20000 };

struct counter {
    struct least_squares squares;
    long evaluations, solved; /* in all, and when the minimum was met */
    double best;
};

static double evaluate(struct counter *counter, const double *x, double *g)
{
    const struct residual_model *model = counter->squares.model;
    const double value = least_squares_objective(model->n, x, g, &counter->squares);
    counter->evaluations++;
    if (!counter->solved && mgh_is_solved(model, value))
        counter->solved = counter->evaluations;
    counter->best = fmin(counter->best, value);
    return value;
}

static lbfgsfloatval_t for_lbfgs(void *counter, const lbfgsfloatval_t *x,
                                 lbfgsfloatval_t *g, const int n,
                                 const lbfgsfloatval_t step)
{
    (void)n, (void)step;
    return evaluate(counter, x, g);
}

static void run_lbfgs(struct counter *counter, double *x, int n)
{
    lbfgs_parameter_t parameter;
    lbfgs_parameter_init(&parameter);
    parameter.epsilon = 1e-8;
    parameter.max_iterations = MOST;
    lbfgs(n, x, NULL, for_lbfgs, NULL, counter, &parameter);
}

static double gsl_f(const gsl_vector *x, void *counter)
{
    double g[MAX_N];
    return evaluate(counter, x->data, g);
}

static void gsl_df(const gsl_vector *x, void *counter, gsl_vector *g)
{
    evaluate(counter, x->data, g->data);
}

static void gsl_fdf(const gsl_vector *x, void *counter, double *f, gsl_vector *g)
{
    *f = evaluate(counter, x->data, g->data);
}

static void run_gsl(struct counter *counter, double *x, size_t n)
{
    gsl_multimin_function_fdf function = {gsl_f, gsl_df, gsl_fdf, n, counter};
    gsl_vector_view start = gsl_vector_view_array(x, n);
    gsl_multimin_fdfminimizer *minimizer =
        gsl_multimin_fdfminimizer_alloc(gsl_multimin_fdfminimizer_vector_bfgs2, n);
    gsl_multimin_fdfminimizer_set(minimizer, &function, &start.vector, 0.01, 0.1);
    while (counter->evaluations < MOST && !gsl_multimin_fdfminimizer_iterate(minimizer) &&
           gsl_multimin_test_gradient(minimizer->gradient, 1e-8) == GSL_CONTINUE)
        continue;
    gsl_multimin_fdfminimizer_free(minimizer);
}

int main(void)
{
    gsl_set_error_handler_off();
    printf("# problem liblbfgs-until liblbfgs-all liblbfgs-value gsl-until gsl-all "
           "gsl-value\n");
    for (const struct residual_model *model = mgh_problems; model->name; model++) {
        printf("%s", model->name);
        for (int k = 0; k < 2; k++) {
            struct counter counter = {.best = INFINITY};
            double x[MAX_N];
            least_squares_init(&counter.squares, model);
            model->start(model->n, x);
            if (k == 0)
                run_lbfgs(&counter, x, (int)model->n);
            else
                run_gsl(&counter, x, model->n);
            printf(" %ld %ld %.10g", counter.solved, counter.evaluations, counter.best);
            least_squares_free(&counter.squares);
        }
        printf("\n");
    }
}
