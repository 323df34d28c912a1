/* cases_plateau.c: losses that fall, stand, rise, spike and are no numbers, with every
 * field of the machine after each. */
#include "judge/driver.h"
#include "optim/plateau.h"

#include <math.h>
#include <string.h>

enum { LONGEST = 120, LONG = 100000 };

static void record_config(FILE *trace, struct plateau_config config)
{
    const real patience = (real)config.patience, cooldown = (real)config.cooldown;
    trace_input(trace, "factor", 1, &config.factor);
    trace_input(trace, "least", 1, &config.least);
    trace_input(trace, "patience", 1, &patience);
    trace_input(trace, "cooldown", 1, &cooldown);
    trace_input(trace, "threshold", 1, &config.threshold);
}

/* Reads the losses and records the machine after each. */
static void record_reading(FILE *trace, struct plateau_config config, size_t count,
                           const real *loss)
{
    struct plateau plateau;
    real t[LONGEST], rate[LONGEST], best[LONGEST], bad[LONGEST], cooling[LONGEST],
        reduced[LONGEST];
    plateau_init(&plateau, config);
    for (size_t i = 0; i < count; i++) {
        t[i] = (real)(i + 1);
        reduced[i] = plateau_read(&plateau, loss[i]);
        rate[i] = plateau.rate;
        best[i] = plateau.best;
        bad[i] = (real)plateau.bad;
        cooling[i] = (real)plateau.cooling;
    }
    record_config(trace, config);
    trace_input(trace, "t", count, t);
    trace_input(trace, "loss", count, loss);
    trace_column(trace, "rate", count, rate);
    trace_column(trace, "best", count, best);
    trace_column(trace, "bad", count, bad);
    trace_column(trace, "cooling", count, cooling);
    trace_column(trace, "reduced", count, reduced);
    trace_number(trace, "reductions", (double)plateau.reductions);
}

/* A cooldown of one loss would not tell a cooldown too short by one from none at all:
 * extremes() has it. */
static struct plateau_config draw(struct rng *rng)
{
    struct plateau_config config = plateau_defaults();
    config.factor = 0.3 + 0.4 * rng_uniform(rng);
    config.patience = 2 + (size_t)rng_below(rng, 3);
    config.cooldown = 2 + (size_t)rng_below(rng, 2);
    config.threshold = 0.005 + 0.01 * rng_uniform(rng);
    return config;
}

/* A fall that gets slower, with noise. */
static void stairs(FILE *trace, struct rng *rng)
{
    const struct plateau_config config = draw(rng);
    real loss[LONGEST];
    for (size_t i = 0; i < LONGEST; i++)
        loss[i] = 0.3 + exp(-(real)i / 20) + 0.02 * rng_normal(rng);
    record_reading(trace, config, LONGEST, loss);
}

/* Nothing ever gets better: the rate falls every patience + 1 + cooldown losses. */
static void level(FILE *trace, struct rng *rng)
{
    const struct plateau_config config = draw(rng);
    const real always = 1 + rng_uniform(rng);
    real loss[LONGEST];
    for (size_t i = 0; i < LONGEST; i++)
        loss[i] = always;
    record_reading(trace, config, LONGEST, loss);
}

/* One improvement just in time, again and again. */
static void in_time(FILE *trace, struct rng *rng)
{
    struct plateau_config config = draw(rng);
    real loss[LONGEST];
    const size_t late = config.patience + (size_t)rng_below(rng, 2) + 1;
    config.threshold = 0.005;
    for (size_t i = 0; i < LONGEST; i++)
        loss[i] = 10 - (real)(i / late) / 10 + (i % late > 0) * rng_uniform(rng);
    record_reading(trace, config, LONGEST, loss);
}

static void spike(FILE *trace, struct rng *rng)
{
    const struct plateau_config config = draw(rng);
    real loss[60];
    for (size_t i = 0; i < 60; i++)
        loss[i] = 2 - (real)i / 100 + (i % 17 == 9 ? 50 * rng_uniform(rng) : 0);
    record_reading(trace, config, 60, loss);
}

/* By so much that it is exactly the threshold, or twice it; numbers without rounding. */
static void thresholds(FILE *trace, struct rng *rng, enum plateau_threshold relative_to)
{
    static const real loss[] = {1,       0.75,   0.75,     0.5,    0.375, 0.25,
                                0.125,   0.0625, 0.0625,   0.0,    0.0,   -0.25,
                                -0.3125, -0.5,   -0.46875, -0.625, -0.25, -0.75,
                                -1,      -1.25,  -1.125,   -1.5};
    struct plateau_config config = draw(rng);
    config.threshold = 0.25;
    config.relative_to = relative_to;
    config.cooldown = 0;
    record_reading(trace, config, sizeof loss / sizeof *loss, loss);
}

static void relative(FILE *trace, struct rng *rng)
{
    thresholds(trace, rng, PLATEAU_RELATIVE);
}

static void absolute(FILE *trace, struct rng *rng)
{
    thresholds(trace, rng, PLATEAU_ABSOLUTE);
}

/* Log-likelihoods: below 0, better, then slowly worse. */
static void negative(FILE *trace, struct rng *rng)
{
    struct plateau_config config = draw(rng);
    real loss[60];
    config.threshold = 0.02;
    for (size_t i = 0; i < 60; i++)
        loss[i] = i < 20 ? -1 - (real)i / 4 : -5.75 + (real)(i - 19) / 20;
    loss[0] -= 0.1 * rng_uniform(rng);
    record_reading(trace, config, 60, loss);
}

/* NaN at first, in the middle and for good; infinities of both signs. */
static void not_numbers(FILE *trace, struct rng *rng)
{
    struct plateau_config config = draw(rng);
    real loss[40];
    for (size_t i = 0; i < 40; i++)
        loss[i] = 3 - (real)i / 10;
    loss[0] = loss[1] = loss[5] = loss[6] = (real)NAN;
    loss[2] = loss[8] = (real)INFINITY;
    for (size_t i = 12; i < 20; i++)
        loss[i] = (real)NAN;
    loss[25] = -(real)INFINITY;
    loss[27] = -(real)INFINITY;
    config.threshold = rng_below(rng, 2) ? 0 : 0.01;
    record_reading(trace, config, 40, loss);
}

/* No patience, no cooldown, a factor of 0, a least rate, and one that is the rate. */
static void extremes(FILE *trace, struct rng *rng)
{
    static const char *const names[] = {"rate-impatient", "rate-factor-0", "rate-least",
                                        "rate-fixed"};
    static const char *const flags[] = {"reduced-impatient", "reduced-factor-0",
                                        "reduced-least", "reduced-fixed"};
    static const char *const coolings[] = {"cooling-impatient", "cooling-factor-0",
                                           "cooling-least", "cooling-fixed"};
    static const char *const counts[] = {"reductions-impatient", "reductions-factor-0",
                                         "reductions-least", "reductions-fixed"};
    struct plateau_config config[4];
    real loss[30], rate[30], flag[30], cooling[30];
    for (size_t k = 0; k < 4; k++)
        config[k] = draw(rng);
    config[0].patience = config[0].cooldown = 0;
    config[1].factor = 0;
    config[2].rate = 3, config[2].factor = 0.4, config[2].least = 0.5;
    config[2].patience = config[2].cooldown = 1;
    config[3].rate = config[3].least = 0.25;
    for (size_t i = 0; i < 30; i++)
        loss[i] = 1 + 0.1 * rng_uniform(rng);
    trace_input(trace, "loss", 30, loss);
    for (size_t k = 0; k < 4; k++) {
        struct plateau plateau;
        plateau_init(&plateau, config[k]);
        for (size_t i = 0; i < 30; i++) {
            flag[i] = plateau_read(&plateau, loss[i]);
            rate[i] = plateau.rate;
            cooling[i] = (real)plateau.cooling;
        }
        trace_column(trace, names[k], 30, rate);
        trace_column(trace, flags[k], 30, flag);
        trace_column(trace, coolings[k], 30, cooling);
        trace_number(trace, counts[k], (double)plateau.reductions);
    }
}

/* Two machines that take turns; nothing is allocated, and the settings stay. */
static void turns(FILE *trace, struct rng *rng)
{
    struct plateau plateau[2];
    real rate[2][60];
    for (size_t k = 0; k < 2; k++) {
        driver_scramble(&plateau[k], sizeof plateau[k]);
        plateau_init(&plateau[k], draw(rng));
    }
    const size_t before = driver_allocations();
    for (size_t i = 0; i < 60; i++)
        for (size_t k = 0; k < 2; k++) {
            plateau_read(&plateau[k], k ? 1 - (real)i / 20 + rng_uniform(rng) : 1);
            rate[k][i] = plateau[k].rate;
        }
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    trace_column(trace, "rate-of-the-first", 60, rate[0]);
    trace_column(trace, "rate-of-the-second", 60, rate[1]);
    trace_number(trace, "patience-kept", (double)plateau[0].config.patience);
    trace_number(trace, "factor-kept", plateau[0].config.factor);
}

static void long_run(FILE *trace, struct rng *rng)
{
    struct plateau_config config = draw(rng);
    struct plateau plateau;
    config.patience = 1000 + (size_t)rng_below(rng, 1000);
    plateau_init(&plateau, config);
    for (size_t i = 0; i < LONG; i++)
        plateau_read(&plateau, 2 + 1e-9 * (real)(LONG - i));
    record_config(trace, config);
    trace_number(trace, "reductions-in-100000", (double)plateau.reductions);
    trace_number(trace, "log10-rate", log10(plateau.rate));
    trace_number(trace, "bad-in-the-end", (double)plateau.bad);
}

const struct driver_case driver_cases[] = {
    {"stairs", stairs},     {"level", level},       {"in-time", in_time},
    {"spike", spike},       {"relative", relative}, {"absolute", absolute},
    {"negative", negative}, {"nan", not_numbers},   {"extremes", extremes},
    {"turns", turns},       {"long", long_run},     {NULL, NULL},
};
