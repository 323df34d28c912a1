/* cost.c: what one step costs beside the gradient, against the number of parameters.
 *
 *     cost > chapters/05-second-order/figures/cost.tsv
 *
 * Microseconds of one processor: the least of several takes, so that a busy machine
 * disturbs little. Newton: one factorization and solution. BFGS: the direction and one
 * update. L-BFGS: the direction from 10 pairs and one new pair. */
#include "optim/bfgs.h"
#include "optim/lbfgs.h"
#include "optim/lbfgs_direction.h"
#include "optim/newton_direction.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { PAIRS = 10, TAKES = 7, NEWTON, BFGS, LBFGS };

/* What one step works on. */
struct work {
    size_t n;
    real *h, *factor, *s, *y, *d;
    struct bfgs bfgs;
    struct curvature_pairs pairs;
};

static real *numbers(size_t n)
{
    real *x = malloc((n ? n : 1) * sizeof *x);
    if (!x)
        exit(EXIT_FAILURE);
    for (size_t i = 0; i < n; i++)
        x[i] = 1 + (real)(i * 7919 % 101) / 100;
    return x;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return 1e6 * (double)time.tv_sec + 1e-3 * (double)time.tv_nsec;
}

static void step(struct work *work, int method)
{
    struct direction direction;
    if (method == NEWTON) {
        newton_direction(work->n, work->h, work->s, work->factor, work->d, NULL);
        return;
    }
    direction = method == BFGS ? bfgs_method(&work->bfgs) : lbfgs_method(&work->pairs);
    direction.find(direction.state, work->s, work->y, work->d);
    direction.learn(direction.state, work->s, work->y);
}

static double measure(struct work *work, int method)
{
    double least = INFINITY;
    for (int take = 0; take < TAKES; take++) {
        size_t steps = 0;
        const double start = now();
        do {
            step(work, method);
            steps++;
        } while (now() - start < 20000);
        least = fmin(least, (now() - start) / (double)steps);
    }
    return least;
}

/* A matrix with a dominant diagonal; pairs with positive curvature. */
static void report(size_t n)
{
    const size_t square = n <= 4096 ? n * n : 0;
    struct work work = {
        n,  numbers(square), numbers(square), numbers(n), numbers(n), numbers(n), {0},
        {0}};
    for (size_t i = 0; i < square; i++)
        work.h[i] = i % (n + 1) ? 0.5 / (real)n : 2;
    printf("%zu", n);
    if (square && !bfgs_init(&work.bfgs, n)) {
        printf(" %.4g", n <= 2048 ? measure(&work, NEWTON) : NAN);
        printf(" %.4g", measure(&work, BFGS));
        bfgs_free(&work.bfgs);
    } else {
        printf(" nan nan");
    }
    if (curvature_pairs_init(&work.pairs, n, PAIRS))
        exit(EXIT_FAILURE);
    for (size_t k = 0; k < PAIRS; k++)
        curvature_pairs_push(&work.pairs, work.s, work.y);
    printf(" %.4g\n", measure(&work, LBFGS));
    curvature_pairs_free(&work.pairs);
    free(work.h), free(work.factor), free(work.s), free(work.y), free(work.d);
}

int main(void)
{
    printf("# microseconds a step beside the gradient, one thread\n");
    printf("# n Newton BFGS L-BFGS\n");
    for (size_t n = 32; n <= 4096; n *= 2)
        report(n);
    for (size_t n = 16384; n <= 1048576; n *= 4)
        report(n);
}
