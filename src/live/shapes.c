/* shapes.c: nine schedules of 420 steps. */
#include "../../chapters/08-schedules/figures/plan.h"
#include "live.h"

#define SHAPES FREE
enum { TOTAL = 420 };
enum { WARMUP, DECAY, CUTS, FACTOR, HALF, PERIOD, RISE };

struct live_setting live_settings[] = {
    {"warmup", TOTAL / 20}, {"decay", TOTAL * 3 / 10}, {"cuts", 3},   {"factor", 0.1},
    {"half", TOTAL / 6},    {"period", TOTAL / 7},     {"rise", 0.3}, {NULL, 0}};

static double rate[SHAPES][TOTAL], mean_rate[SHAPES];

const struct live_result live_results[] = {
    LIVE_ARRAY("0", rate[0], "shapes.dat 0 2"),
    LIVE_ARRAY("1", rate[1], "shapes.dat 0 3"),
    LIVE_ARRAY("2", rate[2], "shapes.dat 0 4"),
    LIVE_ARRAY("3", rate[3], "shapes.dat 0 5"),
    LIVE_ARRAY("4", rate[4], "shapes.dat 0 6"),
    LIVE_ARRAY("5", rate[5], "shapes.dat 0 7"),
    LIVE_ARRAY("6", rate[6], "shapes.dat 0 8"),
    LIVE_ARRAY("7", rate[7], "shapes.dat 0 9"),
    LIVE_ARRAY("8", rate[8], "shapes.dat 0 10"),
    LIVE_ARRAY("mean", mean_rate, NULL),
    {NULL, 0, NULL, NULL},
};

static size_t whole(int setting)
{
    return (size_t)live_settings[setting].value;
}

/* As plan_multiplier() of the chapter, with the settings in the place of its numbers. */
static real multiplier(enum plan plan, size_t t)
{
    const size_t warmup = whole(WARMUP);
    const real factor = (real)live_settings[FACTOR].value;
    const struct warmup_cosine cosine = {warmup, TOTAL, 0};
    const struct wsd stable = {warmup, whole(DECAY), TOTAL, 0, WSD_LINE};
    const struct triangular triangles = {(real)0.01, 1, whole(HALF), TRIANGULAR_HALVED};
    const struct sgdr restarts = {whole(PERIOD), 2, 0};
    struct one_cycle cycle = one_cycle_defaults();
    cycle.total = TOTAL;
    cycle.rise = (real)live_settings[RISE].value;
    switch (plan) {
    case COSINE:
        return warmup_cosine(&cosine, t);
    case STABLE:
        return wsd(&stable, t);
    case STEPS:
        return linear_warmup(warmup, t) *
               step_decay((TOTAL + whole(CUTS) - 1) / whole(CUTS), factor, t);
    case EXPONENTIAL:
        return linear_warmup(warmup, t) *
               exponential_decay(pow((real)0.01, 1 / (real)TOTAL), t);
    case TRIANGLES:
        return triangular(&triangles, t);
    case RESTARTS:
        return sgdr(&restarts, t);
    case ONE_CYCLE:
        return one_cycle(&cycle, t);
    default:
        return linear_warmup(warmup, t);
    }
}

/* A cost that falls, stands still and falls again. */
static void run_plateau(void)
{
    struct plateau_config config = plateau_defaults();
    struct plateau plateau;
    config.patience = 2;
    config.factor = (real)0.3;
    require(plateau_init(&plateau, config));
    for (size_t t = 0; t < TOTAL; t++) {
        if (t > 0 && t % 20 == 0)
            plateau_read(&plateau, t < 120 ? (real)(TOTAL - t) : 300);
        rate[PLATEAU][t] = (double)plateau.rate;
    }
}

static double mean_of(const double *multipliers)
{
    double sum = 0;
    for (size_t t = 0; t < TOTAL; t++)
        sum += multipliers[t];
    return sum / TOTAL;
}

void live_run(void)
{
    run_plateau();
    for (enum plan plan = 0; plan < SHAPES; plan++) {
        for (size_t t = 1; plan != PLATEAU && t <= TOTAL; t++)
            rate[plan][t - 1] = (double)multiplier(plan, t);
        mean_rate[plan] = mean_of(rate[plan]);
    }
}
