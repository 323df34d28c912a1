/* losses.c: the focal loss of a positive sample, and its slope, for four values of γ. */
#include "../../chapters/09-losses-and-regularization/figures/shared.h"
#include "live.h"
#include "optim/focal.h"

enum { POINTS = 241, GAMMAS = 4, AT = GAMMAS };

/* at: the probability at which the figure says numbers. */
struct live_setting live_settings[] = {{"a", 0}, {"b", 1},    {"c", 2},
                                       {"d", 5}, {"at", 0.9}, {NULL, 0}};

static double z[POINTS], p[POINTS], loss[GAMMAS][POINTS], slope[GAMMAS][POINTS],
    weight[GAMMAS];

const struct live_result live_results[] = {
    LIVE_ARRAY("z", z, "focal.dat 0 1"),
    LIVE_ARRAY("p", p, "focal.dat 0 2"),
    LIVE_ARRAY("loss.a", loss[0], "focal.dat 0 3"),
    LIVE_ARRAY("slope.a", slope[0], "focal.dat 0 4"),
    LIVE_ARRAY("loss.b", loss[1], "focal.dat 0 5"),
    LIVE_ARRAY("slope.b", slope[1], "focal.dat 0 6"),
    LIVE_ARRAY("loss.c", loss[2], "focal.dat 0 7"),
    LIVE_ARRAY("slope.c", slope[2], "focal.dat 0 8"),
    LIVE_ARRAY("loss.d", loss[3], "focal.dat 0 9"),
    LIVE_ARRAY("slope.d", slope[3], "focal.dat 0 10"),
    LIVE_ARRAY("weight", weight, NULL), /* loss over cross-entropy at the probability */
    {NULL, 0, NULL, NULL},
};

static double focal_of(double logit, double gamma, double *bend)
{
    const real pair[2] = {0, (real)logit};
    real dz[2];
    const double value = (double)focal_loss(2, pair, 1, (real)gamma, NULL, dz);
    *bend = (double)dz[1];
    return value;
}

void live_run(void)
{
    const double at = live_settings[AT].value, logit = log(at / (1 - at));
    double bend;
    for (int i = 0; i < POINTS; i++) {
        z[i] = (i - 120) / 20.0;
        p[i] = 1 / (1 + exp(-z[i]));
        for (int k = 0; k < GAMMAS; k++)
            loss[k][i] = focal_of(z[i], live_settings[k].value, &slope[k][i]);
    }
    for (int k = 0; k < GAMMAS; k++)
        weight[k] =
            focal_of(logit, live_settings[k].value, &bend) / focal_of(logit, 0, &bend);
}
