/* variance.c: how far each method's estimate is from the gradient, along its own run; and
 * whether SAG and SGD can see from their own numbers that they are done. */
#include "shared.h"

enum { PASSES = 30 };

/* What the next step would go along with sample i, for SGD with one sample, SAG, SAGA and
 * SVRG; without the penalty, which all know. */
static void estimate(const struct run *run, size_t i, real *out)
{
    const struct glm *glm = &run->sums->glm;
    const real *x = glm->x + i * glm->n;
    const real slope = glm_slope(glm, i, glm_margin(glm, run->theta, i));
    memset(out, 0, glm->n * sizeof *out);
    if (run->method == SGD)
        blas_add(glm->n, slope, x, out);
    if (run->method == SAG) {
        blas_add(glm->n, 1 / (real)glm->m, run->sag.total, out);
        blas_add(glm->n, (slope - run->sag.slope[i]) / (real)glm->m, x, out);
    }
    if (run->method == SAGA) {
        blas_add(glm->n, 1, run->saga.mean, out);
        blas_add(glm->n, slope - run->saga.slope[i], x, out);
    }
    if (run->method == SVRG) {
        real old = glm_slope(glm, i, glm_margin(glm, run->svrg.snapshot, i));
        blas_add(glm->n, slope - old, x, out);
        blas_add(glm->n, 1, run->svrg.full, out);
        blas_add(glm->n, -glm->l2, run->svrg.snapshot, out);
    }
}

/* The mean over all samples of the squared distance to the gradient, and the gradient's
 * norm. */
static double error_of(const struct run *run, double *norm)
{
    const struct glm *glm = &run->sums->glm;
    real *g = allocate(glm->n), *z = allocate(glm->n);
    double error = 0;
    glm_gradient(glm, run->theta, g);
    *norm = sqrt((double)blas_dot(glm->n, g, g));
    blas_add(glm->n, -glm->l2, run->theta, g);
    for (size_t i = 0; i < glm->m; i++) {
        estimate(run, i, z);
        blas_add(glm->n, -1, g, z);
        error += (double)blas_dot(glm->n, z, z) / (double)glm->m;
    }
    free(g), free(z);
    return error;
}

static void errors(const char *directory, FILE *facts, const struct sums *sums)
{
    static double error[METHODS][PASSES + 1];
    double norm;
    for (int method = SGD; method < METHODS; method++)
        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            struct run run;
            run_begin(&run, sums, method, 1 / (3 * sums->L), seed);
            for (int k = 0; k <= PASSES; k++) {
                /* The first pass fills the tables, and SVRG has no snapshot before it. */
                while (run.passes < k + 1 - 1e-9)
                    run_step(&run);
                error[method][k] += log10(fmax(error_of(&run, &norm), 1e-300)) / SEEDS;
            }
            run_end(&run);
        }
    FILE *data = figure_open(directory, "variance.dat");
    for (int k = 0; k <= PASSES; k++) {
        fprintf(data, "%d", k + 1);
        for (int method = SGD; method < METHODS; method++)
            fprintf(data, " %.6g", pow(10, error[method][k]));
        fprintf(data, "\n");
    }
    figure_close(data);
    for (int method = SGD; method < METHODS; method++)
        key_fact(facts, "error", method_key[method], "%.0e",
                 pow(10, error[method][PASSES - 1]));
}

/* ‖d/k + λθ‖ of SAG and, for SGD, the norm of the mean of the gradients of its last pass,
 * beside ‖∇f‖. */
static void stopping(const char *directory, FILE *facts, const struct sums *sums)
{
    const struct glm *glm = &sums->glm;
    const size_t n = glm->n;
    struct run sag, sgd;
    real *mean = allocate(n), *before = allocate(n);
    double worst = 1, last = 0;
    run_begin(&sag, sums, SAG, 1 / (3 * sums->L), 1);
    run_begin(&sgd, sums, SGD, 1 / (3 * sums->L), 1);
    FILE *data = figure_open(directory, "stopping.dat");
    for (int k = 1; k <= PASSES; k++) {
        double of_sag, of_sgd;
        memcpy(before, sgd.theta, n * sizeof *before);
        while (sag.passes < k - 1e-9)
            run_step(&sag);
        while (sgd.passes < k - 1e-9)
            run_step(&sgd);
        error_of(&sag, &of_sag);
        error_of(&sgd, &of_sgd);
        for (size_t j = 0; j < n; j++) {
            mean[j] = sag.sag.total[j] / (real)sag.sag.count + glm->l2 * sag.theta[j];
            before[j] =
                (before[j] - sgd.theta[j]) / (sgd.lr * (real)glm->m / (real)BATCH);
        }
        double seen = sqrt((double)blas_dot(n, mean, mean));
        last = sqrt((double)blas_dot(n, before, before));
        worst = fmax(worst, k > 5 ? fmax(seen / of_sag, of_sag / seen) : 1);
        fprintf(data, "%d %.6g %.6g %.6g %.6g\n", k, of_sag, seen, of_sgd, last);
    }
    figure_close(data);
    figure_fact(facts, "stopping-worst", "%.1f", worst);
    free(mean), free(before);
    run_end(&sag);
    run_end(&sgd);
}

void experiment(const char *directory, FILE *facts)
{
    struct sums sums;
    small_sums(&sums);
    errors(directory, facts, &sums);
    stopping(directory, facts, &sums);
    sums_free(&sums);
}
