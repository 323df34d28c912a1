/* band.c: what steps of a x + b x³ + c x⁵ make of a singular value x. */
#include "../../chapters/07-muon-shampoo/figures/shared.h"
#include "live.h"
#include "optim/newton_schulz.h"

enum { POINTS = 3001, CURVES = 4 };
enum { A, B, C, STEPS };

struct live_setting live_settings[] = {{"a", (double)NEWTON_SCHULZ_A},
                                       {"b", (double)NEWTON_SCHULZ_B},
                                       {"c", (double)NEWTON_SCHULZ_C},
                                       {"steps", 5},
                                       {NULL, 0}};

static double before[POINTS], after[CURVES + 1][POINTS], band[2], lifted[1];

const struct live_result live_results[] = {
    LIVE_ARRAY("before", before, "band.dat 0 1"),
    LIVE_ARRAY("after.1", after[0], "band.dat 0 2"),
    LIVE_ARRAY("after.2", after[1], "band.dat 0 3"),
    LIVE_ARRAY("after.3", after[2], "band.dat 0 4"),
    LIVE_ARRAY("after", after[3], "band.dat 0 5"),
    LIVE_ARRAY("cubic", after[4], "band.dat 0 6"),
    LIVE_ARRAY("band", band,
               NULL), /* lowest and highest of what comes from 0.003 and above */
    LIVE_ARRAY("lifted", lifted, NULL), /* from here to 1 all comes to ½ at least */
    {NULL, 0, NULL, NULL},
};

static double quintic(double x)
{
    const struct live_setting *s = live_settings;
    return x * (s[A].value + x * x * (s[B].value + x * x * s[C].value));
}

static double cubic(double x)
{
    return x * (3 - x * x) / 2;
}

static double repeat(double (*step)(double), int steps, double x)
{
    for (int k = 0; k < steps; k++)
        x = step(x);
    return x;
}

void live_run(void)
{
    const int steps = (int)live_settings[STEPS].value;
    band[0] = INFINITY, band[1] = 0;
    for (int i = 0; i < POINTS; i++) {
        const double x = before[i] = pow(10, -4 + 4.0 * i / (POINTS - 1));
        for (int k = 0; k < 3; k++)
            after[k][i] = repeat(quintic, k + 1, x);
        after[3][i] = repeat(quintic, steps, x);
        after[4][i] = repeat(cubic, steps, x);
        if (x >= 0.003) {
            band[0] = fmin(band[0], after[3][i]);
            band[1] = fmax(band[1], after[3][i]);
        }
    }
    int i = POINTS;
    while (i > 0 && after[3][i - 1] >= 0.5)
        i--;
    *lifted = i < POINTS ? before[i] : NAN;
}
