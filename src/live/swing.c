/* swing.c: gradient descent on (xy - 1)² / 2 from any start, with two rates. */
#include "../../chapters/11-landscapes/figures/swing.h"
#include "live.h"

enum { SLOW, FAST, X, Y };

struct live_setting live_settings[] = {
    {"slow", 0.05}, {"fast", 0.1}, {"x", 0.25}, {"y", 5}, {NULL, 0}};

static double x[2][SWING_STEPS + 1], y[2][SWING_STEPS + 1], top[2][SWING_STEPS + 1];

const struct live_result live_results[] = {
    LIVE_ARRAY("x.slow", x[SLOW], "swing.dat 0 2"),
    LIVE_ARRAY("y.slow", y[SLOW], "swing.dat 0 3"),
    LIVE_ARRAY("top.slow", top[SLOW], "swing.dat 0 4"),
    LIVE_ARRAY("x.fast", x[FAST], "swing.dat 0 5"),
    LIVE_ARRAY("y.fast", y[FAST], "swing.dat 0 6"),
    LIVE_ARRAY("top.fast", top[FAST], "swing.dat 0 7"),
    {NULL, 0, NULL, NULL},
};

void live_run(void)
{
    for (int k = SLOW; k <= FAST; k++)
        swing(live_settings[k].value, live_settings[X].value, live_settings[Y].value,
              x[k], y[k], top[k]);
}
