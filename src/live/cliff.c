/* cliff.c: gradient descent near a cliff of the cost, with and without clipping; the cost
 * is the experiment's. */
#include "../../chapters/08-schedules/figures/cliff.c"
#include "live.h"

enum { LR, LIMIT, START_W, START_B, RUNS = 2 };

struct live_setting live_settings[] = {
    {"lr", 1}, {"limit", 0.1}, {"w", 6}, {"b", -2.2}, {NULL, 0}};

static double map[rows * columns], w[RUNS][steps + 1], b[RUNS][steps + 1],
    costs[RUNS][steps + 1], longest[1];

const struct live_result live_results[] = {
    LIVE_ARRAY("map", map, "cliff-map.dat 0 3"),
    LIVE_ARRAY("plain.w", w[0], "cliff-plain.dat 0 2"),
    LIVE_ARRAY("plain.b", b[0], "cliff-plain.dat 0 3"),
    LIVE_ARRAY("plain.cost", costs[0], "cliff-plain.dat 0 4"),
    LIVE_ARRAY("clipped.w", w[1], "cliff-clipped.dat 0 2"),
    LIVE_ARRAY("clipped.b", b[1], "cliff-clipped.dat 0 3"),
    LIVE_ARRAY("clipped.cost", costs[1], "cliff-clipped.dat 0 4"),
    LIVE_ARRAY("longest", longest, NULL), /* gradient without clipping */
    {NULL, 0, NULL, NULL},
};

/* The map depends on no setting. */
static void draw_map(void)
{
    static bool drawn;
    for (int i = 0; !drawn && i < rows * columns; i++) {
        real g[2], theta[2] = {(real)(3 + 4.0 * (i % columns) / (columns - 1)),
                               (real)(-4 + 3.0 * (i / columns) / (rows - 1))};
        map[i] = cost(theta, g);
    }
    drawn = true;
}

static void walk(int k, double most)
{
    real theta[2] = {(real)live_settings[START_W].value,
                     (real)live_settings[START_B].value};
    real g[2], norm;
    for (int t = 0; t <= steps; t++) {
        w[k][t] = (double)theta[0], b[k][t] = (double)theta[1];
        costs[k][t] = cost(theta, g);
        require(clip_global(1, &(struct clip_part){2, g}, (real)most, 0, &norm));
        if (k == 0)
            *longest = fmax(*longest, (double)norm);
        for (int i = 0; i < 2; i++)
            theta[i] -= (real)live_settings[LR].value * g[i];
    }
}

void live_run(void)
{
    draw_map();
    *longest = 0;
    walk(0, INFINITY);
    walk(1, live_settings[LIMIT].value);
}
