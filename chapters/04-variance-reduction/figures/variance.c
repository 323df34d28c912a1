/* variance.c: how far each method's estimate is from the gradient, along its own run; and
 * whether SAG and SGD can see from their own numbers that they are done. */
#include "shared.h"

enum { PASSES = 30, SETTLED = 6, MOST_PASSES = 150 };

/* What sample i says of the gradient to SGD, SAG, SAGA and SVRG, without the penalty,
 * which all know. */
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

/* The mean over all that can be drawn next of the squared distance to the gradient, and
 * the gradient's norm. SGD draws BATCH samples, whose independent errors average. */
static double error_of(const struct run *run, double *norm)
{
    const struct glm *glm = &run->sums->glm;
    real *g = allocate(glm->n, sizeof(real)), *z = allocate(glm->n, sizeof(real));
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
    return run->method == SGD ? error / BATCH : error;
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
        figure_fact_of(facts, "error", method_key[method], "%.1g",
                       pow(10, error[method][PASSES - 1]));
}

/* ‖d/k + λθ‖, which SAG has for ‖∇f‖. */
static double norm_known_to_sag(const struct run *run)
{
    const struct sag *sag = &run->sag;
    double square_sum = 0;
    for (size_t j = 0; j < sag->glm->n; j++)
        square_sum += square(
            (double)(sag->total[j] / (real)sag->count + sag->glm->l2 * run->theta[j]));
    return sqrt(square_sum);
}

/* The norm of the mean of SGD's gradients in a pass that began at `before`: how far θ has
 * come, over η and the number of steps. */
static double norm_known_to_sgd(const struct run *run, const real *before)
{
    const struct glm *glm = &run->sums->glm;
    const double steps = (double)glm->m / BATCH;
    double square_sum = 0;
    for (size_t j = 0; j < glm->n; j++)
        square_sum += square((double)(before[j] - run->theta[j]));
    return sqrt(square_sum) / ((double)run->lr * steps);
}

/* What a method knows of ‖∇f‖ after each pass, and the truth. */
static void follow(const struct sums *sums, int method, double lr, uint64_t seed,
                   int passes, double *known, double *truth)
{
    const size_t n = sums->glm.n;
    real *before = allocate(n, sizeof(real));
    struct run run;
    run_begin(&run, sums, method, lr, seed);
    for (int k = 1; k <= passes; k++) {
        memcpy(before, run.theta, n * sizeof *before);
        while (run.passes < k - 1e-9)
            run_step(&run);
        known[k] =
            method == SAG ? norm_known_to_sag(&run) : norm_known_to_sgd(&run, before);
        error_of(&run, &truth[k]);
    }
    run_end(&run);
    free(before);
}

/* By what factor the known norm is too small from pass SETTLED on: in the geometric mean
 * over passes and seeds, and at worst; and by what factor the true norm falls. */
struct misses {
    double mean, worst, fall;
};

static struct misses count_misses(const struct sums *sums, int method, double lr,
                                  int passes)
{
    struct misses misses = {0};
    double known[MOST_PASSES + 1], truth[MOST_PASSES + 1];
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        follow(sums, method, lr, seed, passes, known, truth);
        for (int k = SETTLED; k <= passes; k++) {
            misses.mean += log(truth[k] / known[k]) / (passes - SETTLED + 1) / SEEDS;
            misses.worst = fmax(misses.worst, truth[k] / known[k]);
        }
        misses.fall += log(truth[SETTLED] / truth[passes]) / SEEDS;
    }
    misses.mean = exp(misses.mean), misses.fall = exp(misses.fall);
    return misses;
}

/* By what a pass of SAG would multiply d/k + λθ if d did not change. */
static double pass_of_still_table(const struct sums *sums, double lr)
{
    return pow(1 - lr * (double)sums->glm.l2, (double)sums->glm.m);
}

static void draw_stopping(const char *directory, const struct sums *sums)
{
    const double lr = 1 / (3 * (double)sums->L);
    double known[2][PASSES + 1], truth[2][PASSES + 1];
    follow(sums, SAG, lr, 1, PASSES, known[0], truth[0]);
    follow(sums, SGD, lr, 1, PASSES, known[1], truth[1]);
    FILE *data = figure_open(directory, "stopping.dat");
    for (int k = 1; k <= PASSES; k++)
        fprintf(data, "%d %.6g %.6g %.6g %.6g\n", k, truth[0][k], known[0][k],
                truth[1][k], known[1][k]);
    figure_close(data);
}

static void stopping(FILE *facts, const struct sums *sums)
{
    const double lr = 1 / (3 * (double)sums->L);
    const struct misses sag = count_misses(sums, SAG, lr, PASSES);
    const struct misses sgd = count_misses(sums, SGD, lr, PASSES);
    figure_fact(facts, "stopping-fall", "%.0e", sag.fall);
    figure_fact(facts, "stopping-sag", "%.0f", sag.mean);
    figure_fact(facts, "stopping-worst", "%.0f", sag.worst);
    figure_fact(facts, "stopping-still", "%.0e", pass_of_still_table(sums, lr));
    figure_fact(facts, "stopping-sgd", "%.1f", sgd.mean);
    figure_fact(facts, "stopping-sgd-fall", "%.1f", sgd.fall);
}

/* On the tumors, with the step that the race finds best. */
static void stopping_on_tumors(FILE *facts)
{
    struct sums sums;
    require(sums_breast_cancer(&sums, (real)(1.0 / 569)));
    const double lr = 8 / (double)sums.L;
    const struct misses sag = count_misses(&sums, SAG, lr, MOST_PASSES);
    figure_fact(facts, "stopping-tumors-fall", "%.0e", sag.fall);
    figure_fact(facts, "stopping-tumors-sag", "%.1f", sag.mean);
    figure_fact(facts, "stopping-tumors-worst", "%.0f", sag.worst);
    figure_fact(facts, "stopping-tumors-still", "%.2f", pass_of_still_table(&sums, lr));
    sums_free(&sums);
}

void experiment(const char *directory, FILE *facts)
{
    struct sums sums;
    small_sums(&sums);
    errors(directory, facts, &sums);
    draw_stopping(directory, &sums);
    stopping(facts, &sums);
    sums_free(&sums);
    stopping_on_tumors(facts);
}
