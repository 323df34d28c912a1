/* figures.c: the experiments of chapter 1.
 *
 *     figures DIRECTORY
 *
 * writes one table for each figure, DIRECTORY/NAME.dat, and every number of the prose,
 * DIRECTORY/facts.tsv. One experiment is one function; its settings stand at its head. */
#include "lab/figure.h"
#include "lab/rng.h"
#include "lab/series.h"
#include "optim/ewma.h"
#include "optim/ewma_corrected.h"
#include "optim/ewma_decay.h"
#include "optim/ewma_irregular.h"
#include "optim/ewma_variance.h"
#include "optim/ewma_weights.h"
#include "optim/sma.h"

#include <math.h>
#include <stdlib.h>

/* Ends the program if a call failed that cannot fail with the settings below. */
static void require(enum descent_status status)
{
    if (!status)
        return;
    fprintf(stderr, "figures: %s\n", descent_strerror(status));
    exit(1);
}

static struct ewma new_ewma(double lambda, enum ewma_start start, size_t warmup)
{
    struct ewma ewma;
    require(ewma_init(&ewma, (struct ewma_config){(real)lambda, start, warmup}));
    return ewma;
}

static struct ewma_corrected new_corrected(double lambda)
{
    struct ewma_corrected ewma;
    require(ewma_corrected_init(&ewma, (real)lambda));
    return ewma;
}

static double square(double x)
{
    return x * x;
}

/* The noisy series of the opening, with simple averages of two windows, and an SMA and an
 * EWMA of equal span. */
static void run_series(const char *directory)
{
    enum { n = 400, seed = 1 };
    const size_t windows[3] = {10, 80, 39};
    real x[n];
    struct rng rng = rng_seed(seed);
    series_noisy(n, x, (real)0.5, &rng);
    struct sma sma[3];
    for (int k = 0; k < 3; k++)
        require(sma_init(&sma[k], windows[k]));
    struct ewma ewma = new_ewma(0.95, EWMA_START_FIRST, 1);

    FILE *file = figure_open(directory, "series.dat");
    fprintf(file, "# t truth sample sma10 sma80 sma39 ewma\n");
    for (size_t i = 0; i < n; i++) {
        fprintf(file, "%zu %.6g %.6g", i + 1, series_truth(n, i), x[i]);
        for (int k = 0; k < 3; k++) {
            sma_update(&sma[k], x[i]);
            fprintf(file, " %.6g", sma_value(&sma[k]));
        }
        ewma_update(&ewma, x[i]);
        fprintf(file, " %.6g\n", ewma_value(&ewma));
    }
    figure_close(file);
    for (int k = 0; k < 3; k++)
        sma_free(&sma[k]);
}

/* Squared errors of an SMA and an EWMA of equal span in two stretches of the series. */
static void add_errors(uint64_t seed, double sma_error[2], double ewma_error[2])
{
    enum { n = 400 };
    const size_t bounds[2][2] = {{100, 200}, {200, 239}};
    real x[n];
    struct rng rng = rng_seed(seed);
    series_noisy(n, x, (real)0.5, &rng);
    struct sma sma;
    require(sma_init(&sma, 39));
    struct ewma ewma = new_ewma(0.95, EWMA_START_FIRST, 1);
    for (size_t i = 0; i < n; i++) {
        sma_update(&sma, x[i]);
        ewma_update(&ewma, x[i]);
        for (int k = 0; k < 2; k++) {
            if (i < bounds[k][0] || i >= bounds[k][1])
                continue;
            double size = (double)(bounds[k][1] - bounds[k][0]);
            sma_error[k] += square(sma_value(&sma) - series_truth(n, i)) / size;
            ewma_error[k] += square(ewma_value(&ewma) - series_truth(n, i)) / size;
        }
    }
    sma_free(&sma);
}

/* SMA against EWMA on 100 seeds: the root mean square error in each stretch, and how
 * often the EWMA has the smaller one. */
static void compare_errors(FILE *facts)
{
    enum { seeds = 100 };
    const char *stretch[2] = {"before", "jump"};
    double total[2][2] = {{0}};
    int wins[2] = {0};
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        double sma[2] = {0}, ewma[2] = {0};
        add_errors(seed, sma, ewma);
        for (int k = 0; k < 2; k++) {
            total[0][k] += sma[k] / seeds;
            total[1][k] += ewma[k] / seeds;
            wins[k] += ewma[k] < sma[k];
        }
    }
    for (int k = 0; k < 2; k++) {
        char key[32];
        snprintf(key, sizeof key, "rmse-sma-%s", stretch[k]);
        figure_fact(facts, key, "%.3f", sqrt(total[0][k]));
        snprintf(key, sizeof key, "rmse-ewma-%s", stretch[k]);
        figure_fact(facts, key, "%.3f", sqrt(total[1][k]));
        snprintf(key, sizeof key, "wins-%s", stretch[k]);
        figure_fact(facts, key, "%d", wins[k]);
    }
}

enum { drift_window = 100, drift_points = 23 };

/* Adds the squared errors of three running means after 1, 2, 4, … samples: the naive
 * sum in double and in single precision, and src/optim/sma.c. */
static void add_drift(uint64_t seed, double error[drift_points][3])
{
    struct rng rng = rng_seed(seed);
    double ring[drift_window] = {0};
    double sum = 0;
    float single = 0;
    struct sma sma;
    require(sma_init(&sma, drift_window));
    for (size_t t = 1; t <= (size_t)1 << (drift_points - 1); t++) {
        double *oldest = &ring[t % drift_window];
        double x = rng_uniform(&rng);
        sum += x - *oldest;
        single += (float)x - (float)*oldest;
        *oldest = x;
        sma_update(&sma, (real)x);
        if (t & (t - 1))
            continue;
        long double exact = 0, exact_single = 0;
        for (int k = 0; k < drift_window; k++) {
            exact += ring[k];
            exact_single += (float)ring[k];
        }
        double *e = error[(int)log2((double)t)];
        e[0] += square((double)(sum - exact));
        e[1] += square((double)(single - exact_single));
        e[2] += square((double)(sma.sum - exact));
    }
    sma_free(&sma);
}

/* Rounding errors of running means of uniform samples. Between 32 and 64, where the sum
 * of 100 of them lies, doubles are 2^-47 apart: t roundings leave 2^-47 sqrt(t / 12). */
static void run_drift(FILE *facts)
{
    enum { seeds = 10, last = drift_points - 1 };
    double error[drift_points][3] = {{0}}, rms[3] = {0}, worst = 0;
    for (uint64_t seed = 1; seed <= seeds; seed++)
        add_drift(seed, error);
    for (int p = 0; p <= last; p++) {
        for (int k = 0; k < 3; k++)
            rms[k] = sqrt(error[p][k] / seeds) / drift_window;
        worst = fmax(worst, rms[2]);
    }
    double samples = ldexp(1, last);
    figure_fact(facts, "drift-samples", "%.1f", samples / 1e6);
    figure_fact(facts, "drift-theory", "%.1e",
                ldexp(sqrt(samples / 12), -47) / drift_window);
    figure_fact(facts, "drift-naive", "%.1e", rms[0]);
    figure_fact(facts, "drift-single", "%.1e", rms[1]);
    figure_fact(facts, "drift-fresh", "%.1e", worst);
}

/* A series of ones with one huge sample: the mean after the sample has gone. */
static void run_glitch(FILE *facts)
{
    enum { n = 1000, window = 100, when = 250 };
    real ring[window] = {0};
    real sum = 0;
    struct sma sma;
    require(sma_init(&sma, window));
    for (size_t t = 0; t < n; t++) {
        real x = t == when ? (real)1e20 : 1;
        sum += x - ring[t % window];
        ring[t % window] = x;
        sma_update(&sma, x);
    }
    figure_fact(facts, "glitch-naive", "%.2f", sum / window);
    figure_fact(facts, "glitch-fresh", "%.2f", sma_value(&sma));
    sma_free(&sma);
}

/* The weight of a sample by its age, and the weight of the newest samples together, which
 * is also the response to a jump. */
static void run_weights(const char *directory)
{
    enum { window = 39, ages = 120 };
    double weight = 0.05, sum = 0;
    FILE *file = figure_open(directory, "weights.dat");
    fprintf(file, "# age ewma sma n ewma_sum sma_sum\n");
    for (int age = 0; age < ages; age++) {
        fprintf(file, "%d %.6g %.6g %d %.6g %.6g\n", age, weight,
                age < window ? 1.0 / window : 0.0, age, sum,
                fmin(1, (double)age / window));
        sum += weight;
        weight *= 0.95;
    }
    figure_close(file);
}

/* How many samples after a jump from 0 to 1 each average has covered a share of it. */
static void run_jump(FILE *facts)
{
    enum { before = 500, after = 200 };
    const double share[3] = {0.5, 0.9, 0.99};
    const char *name[3] = {"50", "90", "99"};
    int sma_at[3] = {0}, ewma_at[3] = {0};
    struct sma sma;
    require(sma_init(&sma, 39));
    struct ewma ewma = new_ewma(0.95, EWMA_START_ZERO, 1);
    for (int t = 1 - before; t <= after; t++) {
        sma_update(&sma, t > 0);
        ewma_update(&ewma, t > 0);
        for (int k = 0; k < 3; k++) {
            if (!sma_at[k] && sma_value(&sma) >= share[k])
                sma_at[k] = t;
            if (!ewma_at[k] && ewma_value(&ewma) >= share[k])
                ewma_at[k] = t;
        }
    }
    for (int k = 0; k < 3; k++) {
        char key[32];
        snprintf(key, sizeof key, "jump-sma-%s", name[k]);
        figure_fact(facts, key, "%d", sma_at[k]);
        snprintf(key, sizeof key, "jump-ewma-%s", name[k]);
        figure_fact(facts, key, "%d", ewma_at[k]);
    }
    figure_fact(facts, "jump-left", "%.1f", 100 * pow(0.95, 39));
    sma_free(&sma);
}

/* What λ means, in five ways. */
static void tabulate_memory(FILE *facts)
{
    const double lambda[3] = {0.9, 0.99, 0.999};
    const char *name[3] = {"9", "99", "999"};
    const int digits[3] = {1, 1, 0};
    for (int k = 0; k < 3; k++) {
        double alpha = 1 - lambda[k];
        uint64_t window = (uint64_t)round(1 / alpha);
        double outside = 1 - ewma_weight_sum((real)alpha, window);
        char key[32];
        snprintf(key, sizeof key, "window-%s", name[k]);
        figure_fact(facts, key, "%d", (int)window);
        snprintf(key, sizeof key, "outside-%s", name[k]);
        figure_fact(facts, key, "%.3f", outside);
        snprintf(key, sizeof key, "halflife-%s", name[k]);
        figure_fact(facts, key, "%.*f", digits[k], ewma_halflife((real)lambda[k]));
        snprintf(key, sizeof key, "com-%s", name[k]);
        figure_fact(facts, key, "%.0f", ewma_com((real)lambda[k]));
        snprintf(key, sizeof key, "span-%s", name[k]);
        figure_fact(facts, key, "%.0f", ewma_span((real)lambda[k]));
    }
    figure_fact(facts, "inside-9", "%.0f", 100 * (double)ewma_weight_sum((real)0.1, 10));
    figure_fact(facts, "one-over-e", "%.3f", exp(-1));
}

/* The sum of ten weights at λ = 0.99, right, and with one term too many. */
static void run_bias(FILE *facts)
{
    struct ewma ewma = new_ewma(0.99, EWMA_START_ZERO, 1);
    for (int t = 1; t <= 10; t++)
        ewma_update(&ewma, 1);
    figure_fact(facts, "ewma-bias-10", "%.4f", ewma_value(&ewma));
    ewma_update(&ewma, 1);
    figure_fact(facts, "ewma-bias-11", "%.4f", ewma_value(&ewma));
}

/* The second value for a series of ones if the corrected average is stored as the
 * state. */
static void run_compound(FILE *facts)
{
    const double lambda = 0.99;
    double state = 0, power = 1;
    for (int t = 1; t <= 2; t++) {
        power *= lambda;
        state = (lambda * state + (1 - lambda)) / (1 - power);
    }
    figure_fact(facts, "compound-2", "%.1f", state);
}

/* Relative error of 1 - (1-α)^n by the plain formula and by exercise 1.1: the worst over
 * several n for each α. */
static void run_digits(const char *directory, FILE *facts)
{
    const uint64_t counts[] = {1, 2, 3, 5, 10, 30, 100, 300, 1000};
    double worst = 0;
    FILE *file = figure_open(directory, "digits.dat");
    fprintf(file, "# alpha plain exercise\n");
    for (int i = 4; i <= 80; i++) {
        double alpha = pow(10, -i / 4.0), error[2] = {0};
        for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
            double n = (double)counts[k];
            double exact = (double)-expm1l(n * log1pl(-(long double)alpha));
            double plain = 1 - pow(1 - alpha, n);
            double sum = (double)ewma_weight_sum((real)alpha, counts[k]);
            error[0] = fmax(error[0], fabs(plain / exact - 1));
            error[1] = fmax(error[1], fabs(sum / exact - 1));
        }
        fprintf(file, "%.4g %.4g %.4g\n", alpha, error[0], error[1]);
        worst = fmax(worst, error[1]);
    }
    figure_close(file);
    /* An upper bound is rounded up. */
    figure_fact(facts, "digits-exercise", "%.0fe-16", ceil(worst * 1e16));
    double alpha = 1e-12;
    figure_fact(facts, "digits-plain", "%.4e", 1 - pow(1 - alpha, 10));
    figure_fact(facts, "digits-exact", "%.4e", ewma_weight_sum((real)alpha, 10));
}

/* The four averages of the start at λ = 0.99. */
struct starts {
    struct ewma zero, first, mean;
    struct ewma_corrected corrected;
};

static struct starts new_starts(void)
{
    return (struct starts){
        .zero = new_ewma(0.99, EWMA_START_ZERO, 1),
        .first = new_ewma(0.99, EWMA_START_FIRST, 1),
        .mean = new_ewma(0.99, EWMA_START_MEAN, 10),
        .corrected = new_corrected(0.99),
    };
}

/* Takes in a sample and reads the four averages. */
static void update_starts(struct starts *starts, real x, double value[4])
{
    ewma_update(&starts->zero, x);
    ewma_update(&starts->first, x);
    ewma_update(&starts->mean, x);
    ewma_corrected_update(&starts->corrected, x);
    value[0] = ewma_value(&starts->zero);
    value[1] = ewma_value(&starts->first);
    value[2] = ewma_value(&starts->mean);
    value[3] = ewma_corrected_value(&starts->corrected);
}

/* One run from three of the starts: a level of 1, noise of standard deviation 0.5. */
static void run_start(const char *directory)
{
    enum { n = 300, seed = 1 };
    struct rng rng = rng_seed(seed);
    struct starts starts = new_starts();
    FILE *file = figure_open(directory, "start.dat");
    fprintf(file, "# t sample zero first corrected\n");
    for (int t = 1; t <= n; t++) {
        real x = (real)(1 + 0.5 * rng_normal(&rng));
        double value[4];
        update_starts(&starts, x, value);
        fprintf(file, "%d %.6g %.6g %.6g %.6g\n", t, x, value[0], value[1], value[3]);
    }
    figure_close(file);
}

/* The root mean square error of each start after 1, 10, 100 and 300 samples. */
static void compare_starts(FILE *facts)
{
    enum { seeds = 4000, times = 4 };
    const int when[times] = {1, 10, 100, 300};
    const char *name[4] = {"zero", "first", "mean", "corrected"};
    double error[times][4] = {{0}};
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        struct rng rng = rng_seed(seed);
        struct starts starts = new_starts();
        for (int t = 1, row = 0; row < times; t++) {
            double value[4];
            update_starts(&starts, (real)(1 + 0.5 * rng_normal(&rng)), value);
            if (t != when[row])
                continue;
            for (int k = 0; k < 4; k++)
                error[row][k] += square(value[k] - 1) / seeds;
            row++;
        }
    }
    for (int row = 0; row < times; row++)
        for (int k = 0; k < 4; k++) {
            char key[32];
            snprintf(key, sizeof key, "start-%s-%d", name[k], when[row]);
            figure_fact(facts, key, "%.3f", sqrt(error[row][k]));
        }
}

/* The size of Adam's step over the learning rate for a constant gradient of 1, with both
 * moments corrected, neither, or one of them. */
static void run_adam(const char *directory, FILE *facts)
{
    enum { steps = 10000 };
    struct ewma m = new_ewma(0.9, EWMA_START_ZERO, 1);
    struct ewma v = new_ewma(0.999, EWMA_START_ZERO, 1);
    struct ewma_corrected m_hat = new_corrected(0.9), v_hat = new_corrected(0.999);
    double peak = 0;
    int peak_at = 0, settled = 0;
    FILE *file = figure_open(directory, "adam.dat");
    fprintf(file, "# t both neither first second\n");
    for (int t = 1; t <= steps; t++) {
        ewma_update(&m, 1);
        ewma_update(&v, 1);
        ewma_corrected_update(&m_hat, 1);
        ewma_corrected_update(&v_hat, 1);
        double first = ewma_corrected_value(&m_hat),
               second = ewma_corrected_value(&v_hat);
        double neither = ewma_value(&m) / sqrt(ewma_value(&v));
        double only_first = first / sqrt(ewma_value(&v));
        double only_second = ewma_value(&m) / sqrt(second);
        fprintf(file, "%d %.6g %.6g %.6g %.6g\n", t, first / sqrt(second), neither,
                only_first, only_second);
        if (t == 1) {
            figure_fact(facts, "adam-neither-1", "%.2f", neither);
            figure_fact(facts, "adam-first-1", "%.1f", only_first);
            figure_fact(facts, "adam-second-1", "%.2f", only_second);
        }
        if (neither > peak) {
            peak = neither;
            peak_at = t;
        }
        if (neither > 1.05)
            settled = t + 1;
    }
    figure_close(file);
    figure_fact(facts, "adam-peak", "%.1f", peak);
    figure_fact(facts, "adam-peak-step", "%d", peak_at);
    figure_fact(facts, "adam-settled", "%d", settled);
}

/* The step at which a momentum of 0.9 has 95 % of its full size, in a constant
 * gradient. */
static void run_momentum(FILE *facts)
{
    struct ewma v = new_ewma(0.9, EWMA_START_ZERO, 1);
    int t = 0;
    for (; ewma_value(&v) < 0.95; t++)
        ewma_update(&v, 1);
    figure_fact(facts, "momentum-settled", "%d", t);
}

/* The first step of RMSProp over the learning rate, with λ = 0.99 for the squares. */
static void run_rmsprop(FILE *facts)
{
    struct ewma squares = new_ewma(0.99, EWMA_START_ZERO, 1);
    ewma_update(&squares, 1);
    figure_fact(facts, "rmsprop-1", "%.0f", 1 / sqrt(ewma_value(&squares)));
}

/* The mean of both variances over many series of 100 independent samples of variance 1.
 * */
static void compare_variances(FILE *facts)
{
    enum { seeds = 20000, times = 4 };
    const int when[times] = {2, 5, 10, 100};
    double mean[times][2] = {{0}}, factor[times] = {0};
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        struct rng rng = rng_seed(seed);
        struct ewma_variance ewma;
        require(ewma_variance_init(&ewma, (real)0.9));
        for (int t = 1, row = 0; row < times; t++) {
            ewma_variance_update(&ewma, (real)rng_normal(&rng));
            if (t != when[row])
                continue;
            mean[row][0] += ewma_variance_biased(&ewma) / seeds;
            mean[row][1] += ewma_variance_corrected(&ewma) / seeds;
            factor[row] = 1 - ewma.weight_sq / square(ewma.weight);
            row++;
        }
    }
    for (int row = 0; row < times; row++) {
        char key[32];
        snprintf(key, sizeof key, "variance-factor-%d", when[row]);
        figure_fact(facts, key, "%.3f", factor[row]);
        snprintf(key, sizeof key, "variance-biased-%d", when[row]);
        figure_fact(facts, key, "%.2f", mean[row][0]);
        snprintf(key, sizeof key, "variance-corrected-%d", when[row]);
        figure_fact(facts, key, "%.2f", mean[row][1]);
    }
}

/* The variance of samples near 1e8 by the difference of two averages, and by exercise
 * 1.4: the smallest and the largest of several seeds. */
static void run_offset(FILE *facts)
{
    enum { seeds = 10, n = 1000 };
    double low[2] = {INFINITY, INFINITY}, high[2] = {-INFINITY, -INFINITY};
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        struct rng rng = rng_seed(seed);
        struct ewma mean = new_ewma(0.99, EWMA_START_FIRST, 1);
        struct ewma of_square = mean;
        struct ewma_variance ewma;
        require(ewma_variance_init(&ewma, (real)0.99));
        for (int t = 1; t <= n; t++) {
            real x = (real)(1e8 + rng_normal(&rng));
            ewma_update(&mean, x);
            ewma_update(&of_square, x * x);
            ewma_variance_update(&ewma, x);
        }
        double value[2] = {ewma_value(&of_square) - square(ewma_value(&mean)),
                           ewma_variance_corrected(&ewma)};
        for (int k = 0; k < 2; k++) {
            low[k] = fmin(low[k], value[k]);
            high[k] = fmax(high[k], value[k]);
        }
    }
    figure_fact(facts, "offset-plain-low", "%.0f", low[0]);
    figure_fact(facts, "offset-plain-high", "%.0f", high[0]);
    figure_fact(facts, "offset-exercise-low", "%.2f", low[1]);
    figure_fact(facts, "offset-exercise-high", "%.2f", high[1]);
}

static double sensor_truth(double time)
{
    return sin(time / 40);
}

/* A sensor that reports about once a second, is silent from 100 s to 200 s, and is read
 * by an average that counts samples and one that counts seconds, both of half-life 10.
 * Writes a table if `file` is not NULL. Returns the mean square errors in the 20 s
 * after it. */
static void read_sensor(uint64_t seed, FILE *file, double error[2])
{
    enum { n = 250 };
    struct rng rng = rng_seed(seed);
    real times[n];
    series_times(n, times, &rng);
    struct ewma_corrected counted = new_corrected(ewma_lambda_from_halflife(10));
    struct ewma_irregular timed;
    require(ewma_irregular_init(&timed, 10));
    double total[2] = {0};
    int taken = 0;
    for (int i = 0; i < n; i++) {
        double now = times[i] + (times[i] > 100 ? 100 : 0);
        real x = (real)(sensor_truth(now) + 0.2 * rng_normal(&rng));
        ewma_corrected_update(&counted, x);
        require(ewma_irregular_update(&timed, (real)now, x));
        double value[2] = {ewma_corrected_value(&counted), ewma_irregular_value(&timed)};
        if (file && now < 300)
            fprintf(file, "%.5g %.5g %.5g %.5g %.5g\n", now, sensor_truth(now), x,
                    value[0], value[1]);
        if (now < 200 || now > 220)
            continue;
        taken++;
        for (int k = 0; k < 2; k++)
            total[k] += square(value[k] - sensor_truth(now));
    }
    for (int k = 0; k < 2; k++)
        error[k] = taken ? total[k] / taken : 0;
}

static void run_irregular(const char *directory, FILE *facts)
{
    enum { seeds = 100 };
    double sum[2] = {0}, error[2];
    FILE *file = figure_open(directory, "irregular.dat");
    fprintf(file, "# time truth sample counted timed\n");
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        read_sensor(seed, seed == 1 ? file : NULL, error);
        for (int k = 0; k < 2; k++)
            sum[k] += error[k] / seeds;
    }
    figure_close(file);
    figure_fact(facts, "silence-counted", "%.2f", sqrt(sum[0]));
    figure_fact(facts, "silence-timed", "%.2f", sqrt(sum[1]));
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s DIRECTORY\n", argv[0]);
        return 2;
    }
    const char *directory = argv[1];
    FILE *facts = figure_open(directory, "facts.tsv");
    run_series(directory);
    compare_errors(facts);
    run_drift(facts);
    run_glitch(facts);
    run_weights(directory);
    run_jump(facts);
    tabulate_memory(facts);
    run_bias(facts);
    run_compound(facts);
    run_digits(directory, facts);
    run_start(directory);
    compare_starts(facts);
    run_adam(directory, facts);
    run_momentum(facts);
    run_rmsprop(facts);
    compare_variances(facts);
    run_offset(facts);
    run_irregular(directory, facts);
    figure_close(facts);
    return 0;
}
