/* landscapes.c: the methods of the chapter on Rosenbrock's function, and leaving a
 * saddle. */
#include "lab/landscapes.h"
#include "../../chapters/03-adaptive/figures/shared.h"
#include "live.h"
#include "optim/adam.h"
#include "optim/amsgrad.h"
#include "optim/heavy_ball.h"
#include "optim/rmsprop.h"

/* AdaDelta runs a second time, with its own rate of 1. */
enum { RUNS = METHODS + 1, STEPS = 10000, DRAWN = 343, LEAVING = 2500, LEFT = 331 };
enum { LR, LR_SADDLE, BETA1, BETA2, EPS, RHO, SHOWN };

struct live_setting live_settings[] = {
    {"lr", 0.003},  {"lr_saddle", 0.01}, {"beta1", 0.9},   {"beta2", 0.999},
    {"eps", 1e-8},  {"rho", 0.99},       {"sgd", 1},       {"ball", 1},
    {"adagrad", 1}, {"rmsprop", 1},      {"adadelta", 1},  {"adam", 1},
    {"amsgrad", 1}, {"lion", 1},         {"adadelta1", 1}, {NULL, 0}};

static double t_drawn[DRAWN], f[RUNS][DRAWN], t_left[LEFT], y[RUNS][LEFT], end[RUNS];
static double leaves[RUNS];

const struct live_result live_results[] = {
    LIVE_ARRAY("t", t_drawn, "rosenbrock.dat 0 1"),
    LIVE_ARRAY("t.saddle", t_left, "saddle.dat 0 1"),
    LIVE_ARRAY("f.sgd", f[0], "rosenbrock.dat 0 2"),
    LIVE_ARRAY("y.sgd", y[0], "saddle.dat 0 2"),
    LIVE_ARRAY("f.ball", f[1], "rosenbrock.dat 0 3"),
    LIVE_ARRAY("y.ball", y[1], "saddle.dat 0 3"),
    LIVE_ARRAY("f.adagrad", f[2], "rosenbrock.dat 0 4"),
    LIVE_ARRAY("y.adagrad", y[2], "saddle.dat 0 4"),
    LIVE_ARRAY("f.rmsprop", f[3], "rosenbrock.dat 0 5"),
    LIVE_ARRAY("y.rmsprop", y[3], "saddle.dat 0 5"),
    LIVE_ARRAY("f.adadelta", f[4], "rosenbrock.dat 0 6"),
    LIVE_ARRAY("y.adadelta", y[4], "saddle.dat 0 6"),
    LIVE_ARRAY("f.adam", f[5], "rosenbrock.dat 0 7"),
    LIVE_ARRAY("y.adam", y[5], "saddle.dat 0 7"),
    LIVE_ARRAY("f.amsgrad", f[6], "rosenbrock.dat 0 8"),
    LIVE_ARRAY("y.amsgrad", y[6], "saddle.dat 0 8"),
    LIVE_ARRAY("f.lion", f[7], "rosenbrock.dat 0 9"),
    LIVE_ARRAY("y.lion", y[7], "saddle.dat 0 9"),
    LIVE_ARRAY("f.adadelta1", f[8], "rosenbrock.dat 0 10"),
    LIVE_ARRAY("y.adadelta1", y[8], "saddle.dat 0 10"),
    LIVE_ARRAY("end", end, NULL),       /* f after the last step */
    LIVE_ARRAY("leaves", leaves, NULL), /* the step at which |y| is above ½, or NaN */
    {NULL, 0, NULL, NULL},
};

static struct optimizer prepare(int k, double lr)
{
    const struct live_setting *s = live_settings;
    const real beta1 = (real)s[BETA1].value, beta2 = (real)s[BETA2].value;
    struct optimizer optimizer =
        make(k < METHODS ? k : ADADELTA, 2, k < METHODS ? lr : 1);
    struct adam *adam = optimizer.state;
    struct amsgrad *amsgrad = optimizer.state;
    struct rmsprop *rmsprop = optimizer.state;
    if (k == HEAVY_BALL)
        ((struct heavy_ball *)optimizer.state)->config.beta = beta1;
    if (k == ADAM)
        adam->config.beta1 = beta1, adam->config.beta2 = beta2,
        adam->config.eps = (real)s[EPS].value;
    if (k == AMSGRAD)
        amsgrad->config.beta1 = beta1, amsgrad->config.beta2 = beta2,
        amsgrad->config.eps = (real)s[EPS].value;
    if (k == RMSPROP)
        rmsprop->config.rho = (real)s[RHO].value,
        rmsprop->config.eps = (real)s[EPS].value;
    return optimizer;
}

static void run_rosenbrock(int k)
{
    static real value[STEPS + 1];
    struct problem problem;
    real theta[2];
    struct optimizer optimizer = prepare(k, live_settings[LR].value);
    require(rosenbrock_problem(&problem, 2));
    rosenbrock_start(2, theta);
    descend(&problem, &optimizer, STEPS, theta, NULL, value);
    optimizer_drop(&optimizer);
    for (int t = 1, i = 0; t <= STEPS; t += 1 + t / 60, i++) {
        t_drawn[i] = t;
        f[k][i] = (double)value[t];
    }
    end[k] = (double)value[STEPS];
}

static void run_saddle(int k)
{
    static real path[2 * (LEAVING + 1)];
    const struct problem problem = saddle_problem();
    real theta[2] = {1, (real)1e-6};
    struct optimizer optimizer = prepare(k, live_settings[LR_SADDLE].value);
    descend(&problem, &optimizer, LEAVING, theta, path, NULL);
    optimizer_drop(&optimizer);
    for (int t = 0, i = 0; t <= LEAVING; t += t < 200 ? 2 : 10, i++) {
        t_left[i] = t;
        y[k][i] = fabs((double)path[2 * t + 1]);
    }
    int t = 0;
    while (t <= LEAVING && !(fabs((double)path[2 * t + 1]) > 0.5))
        t++;
    leaves[k] = t <= LEAVING ? (double)t : (double)NAN;
}

void live_run(void)
{
    for (int k = 0; k < RUNS; k++) {
        if (live_settings[SHOWN + k].value == 0)
            continue;
        run_rosenbrock(k);
        run_saddle(k);
    }
}
