/* scaled.c: samples of very different scales: uniform draws, draws by L_i, and a line
 * search for L; and the largest steps that three methods bear on least squares. */
#include "optim/lipschitz.h"
#include "optim/sampler.h"
#include "optim/sigmoid.h"
#include "shared.h"

enum { PASSES = 60, WAYS = 3 };
enum way { UNIFORM, WEIGHTED, SEARCHED };

static const char *const way_key[WAYS] = {"uniform", "weighted", "searched"};

static void draw(struct sums *sums, enum glm_loss loss, double spread)
{
    struct sums_config config = sums_defaults();
    struct rng rng = rng_seed(3);
    config.loss = loss, config.l2 = (real)0.01, config.spread = (real)spread;
    require(sums_draw(sums, &config, &rng));
}

/* One pass of SAG. With a search, the step is 1/(L + λ) for the estimate so far. */
static void pass(const struct sums *sums, enum way way, struct sag *sag,
                 const struct sampler *sampler, struct lipschitz *search, real *theta,
                 struct rng *rng)
{
    const struct glm *glm = &sums->glm;
    for (size_t t = 0; t < glm->m; t++) {
        size_t i = way == WEIGHTED ? sampler_draw(sampler, (real)rng_uniform(rng))
                                   : (size_t)rng_below(rng, glm->m);
        if (way == SEARCHED) {
            const real *x = glm->x + i * glm->n;
            lipschitz_search_glm(search, glm, i, glm_margin(glm, theta, i),
                                 blas_dot(glm->n, x, x));
            sag->config.lr = 1 / (search->L + glm->l2);
        }
        sag_step(sag, theta, i);
    }
}

/* The logarithm of the gap after each pass, and of the estimate of L. */
static void run_way(const struct sums *sums, enum way way, double lr, uint64_t seed,
                    double *gap, double *estimate)
{
    const struct glm *glm = &sums->glm;
    struct rng rng = rng_seed(seed);
    struct sampler sampler;
    struct lipschitz search;
    struct sag sag;
    real *theta = allocate(glm->n, sizeof(real));
    require(sampler_init(&sampler, glm->m, (real)0.5));
    for (size_t i = 0; i < glm->m; i++)
        require(sampler_set(&sampler, i, glm_smoothness(glm, i)));
    require(lipschitz_init(&search, glm->m, lipschitz_defaults()));
    require(sag_init(&sag, glm, NULL, (struct sag_config){.lr = (real)lr}));
    for (int k = 0; k <= PASSES; k++) {
        if (k)
            pass(sums, way, &sag, &sampler, &search, theta, &rng);
        gap[k] += log10(fmax(sums_suboptimality(sums, theta), 1e-300)) / SEEDS;
        estimate[k] += log10((double)search.L) / SEEDS;
    }
    sag_free(&sag);
    sampler_free(&sampler);
    free(theta);
}

/* The power k for which the step 2^k / L is best, on seeds of its own. */
static int tune_way(const struct sums *sums, enum way way)
{
    int best = LOWEST_POWER;
    double least = INFINITY;
    for (int k = LOWEST_POWER; k <= HIGHEST_POWER && way != SEARCHED; k++) {
        double gap[PASSES + 1] = {0}, unused[PASSES + 1] = {0};
        for (uint64_t seed = 101; seed < 101 + SEEDS; seed++)
            run_way(sums, way, ldexp(1, k) / sums->L, seed, gap, unused);
        if (gap[PASSES / 2] < least)
            least = gap[PASSES / 2], best = k;
    }
    return best;
}

/* The three ways on one model, each with the step that suits it best. */
static void run_ways(const struct sums *sums, const char *name, FILE *facts,
                     double gap[WAYS][PASSES + 1], double *estimate)
{
    char prefix[32];
    for (int way = 0; way < WAYS; way++) {
        double ignored[PASSES + 1] = {0};
        int power = tune_way(sums, (enum way)way);
        for (uint64_t seed = 1; seed <= SEEDS; seed++)
            run_way(sums, (enum way)way, ldexp(1, power) / sums->L, seed, gap[way],
                    way == SEARCHED ? estimate : ignored);
        if (way != SEARCHED) {
            snprintf(prefix, sizeof prefix, "%s-power", name);
            figure_fact_of(facts, prefix, way_key[way], "%d", power);
        }
        snprintf(prefix, sizeof prefix, "%s-gap", name);
        figure_fact_of(facts, prefix, way_key[way], "%.0e", pow(10, gap[way][PASSES]));
    }
}

/* The largest curvature of a sample of the logistic model at the optimum. */
static double largest_curvature(const struct sums *sums)
{
    const struct glm *glm = &sums->glm;
    double largest = 0;
    for (size_t i = 0; i < glm->m; i++) {
        const real *x = glm->x + i * glm->n;
        const double p = (double)sigmoid(glm_margin(glm, sums->optimum, i));
        largest = fmax(largest, p * (1 - p) * (double)blas_dot(glm->n, x, x));
    }
    return largest + (double)glm->l2;
}

static void run_models(const char *directory, FILE *facts)
{
    double gap[2][WAYS][PASSES + 1] = {{{0}}}, estimate[2][PASSES + 1] = {{0}};
    struct sums sums;
    draw(&sums, GLM_LOGISTIC, 1);
    run_ways(&sums, "logistic", facts, gap[0], estimate[0]);
    figure_fact(facts, "logistic-L", "%.0f", sums.L);
    figure_fact(facts, "logistic-L-there", "%.1f", largest_curvature(&sums));
    sums_free(&sums);
    draw(&sums, GLM_SQUARED, 1);
    run_ways(&sums, "squared", facts, gap[1], estimate[1]);
    FILE *data = figure_open(directory, "scaled.dat");
    for (int k = 0; k <= PASSES; k++)
        fprintf(data, "%d %.6g %.6g %.6g %.6g %.6g %.6g\n", k, pow(10, gap[1][0][k]),
                pow(10, gap[1][1][k]), pow(10, gap[1][2][k]), pow(10, estimate[1][k]),
                (double)sums.L, (double)sums.L_mean);
    figure_close(data);
    figure_fact(facts, "squared-digits", "%.1f",
                (gap[1][WEIGHTED][0] - gap[1][WEIGHTED][PASSES]) /
                    (gap[1][UNIFORM][0] - gap[1][UNIFORM][PASSES]));
    figure_fact(facts, "scaled-L", "%.0f", sums.L);
    figure_fact(facts, "scaled-L-mean", "%.0f", sums.L_mean);
    figure_fact(facts, "scaled-estimate", "%.0f", pow(10, estimate[1][PASSES]));
    sums_free(&sums);
}

/* The largest step, in quarters of powers of 2, with which the gap after 50 passes is
 * below that of the start, for all seeds. */
static double largest_step(const struct sums *sums, int method)
{
    enum { LENGTH = 50 };
    double gap[LENGTH + 1], lr = 1 / (4096 * (double)sums->L);
    for (;; lr *= pow(2, 0.25))
        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            run_gaps(sums, method, lr * pow(2, 0.25), seed, LENGTH, gap);
            if (!(gap[LENGTH] <= gap[0]))
                return lr;
        }
}

static void run_stability(FILE *facts)
{
    const double spread[2] = {0, 1};
    static const char *const name[2] = {"largest-even", "largest-scaled"};
    for (int k = 0; k < 2; k++) {
        struct sums sums;
        draw(&sums, GLM_SQUARED, spread[k]);
        for (int method = GD; method <= SAG; method++)
            figure_fact_of(facts, name[k], method_key[method], "%.2g",
                           largest_step(&sums, method) * (double)sums.L_f);
        sums_free(&sums);
    }
}

void experiment(const char *directory, FILE *facts)
{
    run_models(directory, facts);
    run_stability(facts);
}
