/* f-disc.c: projected gradient descent on a disc. */
#include "../../chapters/00-foundations/figures/shared.h"
#include "live.h"
#include "optim/projected_gradient.h"
#include "optim/projection.h"

enum { STEPS = 40 };
enum { LR, RADIUS, START_X, START_Y };

static const real curvature[2] = {1, 4}, center[2] = {2, 1};

struct live_setting live_settings[] = {
    {"lr", 0.25}, {"radius", 1}, {"x", -0.9}, {"y", -0.2}, {NULL, 0}};

static double x[STEPS + 1], y[STEPS + 1], end[2], slope[2], value[1], length[1];

const struct live_result live_results[] = {
    LIVE_ARRAY("x", x, "disc.dat 0 2"),
    LIVE_ARRAY("y", y, "disc.dat 0 3"),
    LIVE_ARRAY("end", end, NULL),
    LIVE_ARRAY("slope", slope, NULL), /* minus the gradient there */
    LIVE_ARRAY("value", value, NULL),
    LIVE_ARRAY("mapping", length, NULL), /* of the last step, over η */
    {NULL, 0, NULL, NULL},
};

static double bowl(const real *theta, real *g)
{
    double sum = 0;
    for (int i = 0; i < 2; i++) {
        sum += (double)curvature[i] * square((double)(theta[i] - center[i])) / 2;
        g[i] = curvature[i] * (theta[i] - center[i]);
    }
    return sum;
}

void live_run(void)
{
    const real lr = (real)live_settings[LR].value;
    struct ball ball = {(real)live_settings[RADIUS].value};
    real theta[2] = {(real)live_settings[START_X].value,
                     (real)live_settings[START_Y].value};
    real g[2], trial[2], mapping = 0;
    for (int k = 0; k <= STEPS; k++) {
        x[k] = (double)theta[0], y[k] = (double)theta[1];
        bowl(theta, g);
        require(projected_step(2, ball_project, &ball, lr, g, theta, trial, &mapping));
    }
    *value = bowl(theta, g);
    *length = (double)mapping;
    for (int i = 0; i < 2; i++)
        end[i] = (double)theta[i], slope[i] = -(double)g[i];
}
