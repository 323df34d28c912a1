/* reddi.c: the convex problem on which Adam diverges, and both orders of AMSGrad. */
#include "../../chapters/03-adaptive/figures/shared.h"
#include "lab/landscapes.h"
#include "live.h"
#include "optim/adam.h"
#include "optim/amsgrad.h"

enum { STEPS = 3000, DRAWN = 1041 };
enum { SLOPE, BETA1, BETA2, RATE };

struct live_setting live_settings[] = {
    {"slope", 3}, {"beta1", 0}, {"beta2", 0.1}, {"rate", 0.5}, {NULL, 0}};

static double t_drawn[DRAWN], x[3][DRAWN], end[3], bound[1];

const struct live_result live_results[] = {
    LIVE_ARRAY("t", t_drawn, "reddi.dat 0 1"),
    LIVE_ARRAY("adam", x[0], "reddi.dat 0 2"),
    LIVE_ARRAY("raw", x[1], "reddi.dat 0 3"),
    LIVE_ARRAY("corrected", x[2], "reddi.dat 0 4"),
    LIVE_ARRAY("end", end, NULL),
    LIVE_ARRAY("bound", bound, NULL), /* β₂ = 1/(1 + C²), the theorem's */
    {NULL, 0, NULL, NULL},
};

static void keep(int k, size_t t, real theta)
{
    end[k] = (double)theta;
    if (t >= 60 && t % 3 != 0)
        return;
    const size_t i = t < 60 ? t : 60 + (t - 60) / 3;
    t_drawn[i] = (double)t;
    x[k][i] = end[k];
}

static void run_adam(void)
{
    struct adam_config config = adam_defaults();
    struct adam adam;
    real theta = 0;
    config.beta1 = (real)live_settings[BETA1].value;
    config.beta2 = (real)live_settings[BETA2].value;
    require(adam_init(&adam, 1, config));
    keep(0, 0, theta);
    for (size_t t = 1; t <= STEPS; t++) {
        const real g = reddi_gradient(t, (real)live_settings[SLOPE].value);
        adam.config.lr = (real)(live_settings[RATE].value / sqrt((double)t));
        adam_step(&adam, &theta, &g);
        theta = reddi_project(theta);
        keep(0, t, theta);
    }
    adam_free(&adam);
}

static void run_amsgrad(int k, enum amsgrad_order order)
{
    struct amsgrad_config config = amsgrad_defaults();
    struct amsgrad amsgrad;
    real theta = 0;
    config.beta1 = (real)live_settings[BETA1].value;
    config.beta2 = (real)live_settings[BETA2].value;
    config.order = order;
    require(amsgrad_init(&amsgrad, 1, config));
    keep(k, 0, theta);
    for (size_t t = 1; t <= STEPS; t++) {
        const real g = reddi_gradient(t, (real)live_settings[SLOPE].value);
        amsgrad.config.lr = (real)(live_settings[RATE].value / sqrt((double)t));
        amsgrad_step(&amsgrad, &theta, &g);
        theta = reddi_project(theta);
        keep(k, t, theta);
    }
    amsgrad_free(&amsgrad);
}

void live_run(void)
{
    run_adam();
    run_amsgrad(1, AMSGRAD_MAX_RAW);
    run_amsgrad(2, AMSGRAD_MAX_CORRECTED);
    *bound = 1 / (1 + square(live_settings[SLOPE].value));
}
