/* sums.c: how fast SAG, SAGA and SVRG are on logistic regression, beside scikit-learn.
 *
 *     sums DATA [PEER.py]
 *
 * Two problems, in double precision: 100,000 normal samples with 50 features, and the
 * tumors. For each method: seconds for a pass, and passes and seconds until the cost is
 * within 1e-10 of the minimum, relative to it. Seconds are the processor's, so that a
 * busy machine counts less. The samples are written to the file DATA, from which
 * PEER.py reads the same ones; it solves the same problem and prints its rows. */
#include "lab/sums.h"
#include "optim/sag.h"
#include "optim/saga.h"
#include "optim/svrg.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SAG, SAGA, SVRG, METHODS, MOST_PASSES = 3000 };

static const char *const names[METHODS] = {"SAG", "SAGA", "SVRG"};

/* A method that runs pass by pass. */
struct run {
    int method;
    const struct sums *sums;
    struct finite_sum sum;
    struct rng rng;
    struct sag sag;
    struct saga saga;
    struct svrg svrg;
    real *theta;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void check(bool good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "sums: %s\n", what);
    exit(EXIT_FAILURE);
}

/* The steps of scikit-learn for SAG and SAGA. */
static void begin(struct run *run, const struct sums *sums, int method)
{
    const real L = sums->L, gain = 2 * (real)sums->glm.m * sums->glm.l2;
    *run = (struct run){.method = method, .sums = sums, .rng = rng_seed(1)};
    run->sum = glm_sum(&sums->glm);
    run->theta = calloc(sums->glm.n, sizeof *run->theta);
    int failed = !run->theta;
    failed |=
        (int)sag_init(&run->sag, &sums->glm, NULL, (struct sag_config){.lr = 1 / L});
    failed |= (int)saga_init(&run->saga, &sums->glm,
                             (struct saga_config){1 / (2 * L + (gain < L ? gain : L))});
    failed |= (int)svrg_init(&run->svrg, &run->sum, (struct svrg_config){.lr = 1 / L});
    check(!failed, "out of memory");
}

static void end(struct run *run)
{
    sag_free(&run->sag);
    saga_free(&run->saga);
    svrg_free(&run->svrg);
    free(run->theta);
}

/* As many steps as samples. For SVRG these are 2.5 passes, snapshots included. */
static void sweep(struct run *run)
{
    const size_t m = run->sums->glm.m;
    for (size_t t = 0; t < m; t++) {
        size_t i = (size_t)rng_below(&run->rng, m);
        if (run->method == SAG)
            sag_step(&run->sag, run->theta, i);
        else if (run->method == SAGA)
            saga_step(&run->saga, run->theta, i, 1);
        else
            svrg_step(&run->svrg, run->theta, i, 1);
    }
}

static void measure(const struct sums *sums, int method)
{
    struct run run;
    size_t sweeps = 0;
    double seconds = 0;
    begin(&run, sums, method);
    do {
        double start = now();
        sweep(&run);
        seconds += now() - start;
        sweeps++;
    } while (sweeps < MOST_PASSES &&
             sums_suboptimality(sums, run.theta) > 1e-10 * sums->value);
    printf("  %-20s %12.3f %10zu %12.4f\n", names[method],
           1e9 * seconds / (double)(sweeps * sums->glm.m), sweeps, seconds);
    fflush(stdout);
    end(&run);
}

/* m, n, λ, the minimum, x, y, as doubles. */
static void hand_over(const struct sums *sums, const char *path)
{
    const struct glm *glm = &sums->glm;
    const double head[] = {(double)glm->m, (double)glm->n, glm->l2, sums->value};
    FILE *file = fopen(path, "wb");
    check(file != NULL, "cannot write the samples");
    bool good =
        fwrite(head, sizeof head, 1, file) == 1 &&
        fwrite(glm->x, sizeof *glm->x, glm->m * glm->n, file) == glm->m * glm->n &&
        fwrite(glm->y, sizeof *glm->y, glm->m, file) == glm->m;
    check(fclose(file) == 0 && good, "cannot write the samples");
}

static void compare(struct sums *sums, const char *title, const char *path,
                    const char *peer)
{
    char command[512];
    printf("%s: %zu samples, %zu features, penalty 1/m\n", title, sums->glm.m,
           sums->glm.n);
    printf("  %-20s %12s %10s %12s\n", "", "ns a step", "m steps", "s to 1e-10");
    for (int method = 0; method < METHODS; method++)
        measure(sums, method);
    if (peer) {
        hand_over(sums, path);
        snprintf(command, sizeof command, "%s %s", peer, path);
        check(system(command) == 0, "the peer failed");
    }
    sums_free(sums);
}

int main(int argc, char **argv)
{
    struct sums_config config = sums_defaults();
    struct rng rng = rng_seed(1);
    struct sums sums;
    const char *peer = argc > 2 ? argv[2] : NULL;
    check(argc == 2 || argc == 3, "usage: sums DATA [PEER.py]");
    config.m = 100000, config.n = 50, config.l2 = 1e-5;
    check(!sums_draw(&sums, &config, &rng), "cannot draw samples");
    compare(&sums, "normal samples", argv[1], peer);
    check(!sums_breast_cancer(&sums, 1.0 / 569), "cannot read the tumors");
    compare(&sums, "tumors", argv[1], peer);
    return EXIT_SUCCESS;
}
