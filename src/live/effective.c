/* effective.c: what share of its size a parameter loses a step, when its gradients are
 * noise: by a penalty inside Adam, and by AdamW's decay. */
#include "../../chapters/06-adamw/figures/shared.h"
#include "live.h"

enum { CROWD = 4000, STEPS = 100, POINTS = 10 };
enum { COUNT, DECAY, EPS };

/* crowd: of how many parameters the loss is a mean. */
struct live_setting live_settings[] = {
    {"crowd", CROWD}, {"decay", 0.5}, {"eps", 1e-8}, {NULL, 0}};

static double sigma[POINTS], lost[2][POINTS];
static real noise[STEPS * CROWD];

const struct live_result live_results[] = {
    LIVE_ARRAY("sigma", sigma, "effective.dat 0 1"),
    LIVE_ARRAY("adam_l2", lost[0], "effective.dat 0 2"),
    LIVE_ARRAY("adamw", lost[1], "effective.dat 0 3"),
    {NULL, 0, NULL, NULL},
};

static void draw_noise(void)
{
    struct rng rng = rng_seed(FIRST_SEED);
    for (size_t i = 0; noise[STEPS * CROWD - 1] == 0 && i < STEPS * CROWD; i++)
        noise[i] = (real)rng_normal(&rng);
}

static double shrink_rate(const char *method, double size)
{
    static real theta[CROWD], g[CROWD];
    const size_t n = (size_t)live_settings[COUNT].value;
    struct optimizer optimizer = make(method, n, 1e-3, live_settings[DECAY].value);
    double sum = 0;
    if (strcmp(method, "adamw") == 0)
        ((struct adamw *)optimizer.state)->config.eps = (real)live_settings[EPS].value;
    else
        ((struct adam *)optimizer.state)->config.eps = (real)live_settings[EPS].value;
    for (size_t i = 0; i < n; i++)
        theta[i] = 1;
    for (size_t t = 0; t < STEPS; t++) {
        for (size_t i = 0; i < n; i++)
            g[i] = (real)(size * (double)noise[t * CROWD + i]);
        optimizer.step(optimizer.state, theta, g);
    }
    for (size_t i = 0; i < n; i++)
        sum += (double)theta[i];
    optimizer_drop(&optimizer);
    return (1 - sum / (double)n) / STEPS / 1e-3;
}

void live_run(void)
{
    draw_noise();
    for (int k = 0; k < POINTS; k++) {
        sigma[k] = pow(10, -2 + (double)k / 3);
        lost[0][k] = shrink_rate("adam_l2", sigma[k]);
        lost[1][k] = shrink_rate("adamw", sigma[k]);
    }
}
