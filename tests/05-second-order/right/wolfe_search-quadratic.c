/* wolfe_search-quadratic.c: in the bracket, the minimum of the parabola with both values
 * and the slope of the best step. */
#include "optim/wolfe_search.h"

#include <math.h>
#include <stdbool.h>

struct point {
    real a, f, df;
};

static real parabola(struct point low, struct point far)
{
    const real w = far.a - low.a, bend = far.f - low.f - low.df * w;
    real share = -low.df * w / (2 * bend);
    if (!isfinite(share))
        share = 0.5;
    return low.a + w * fmin(0.8, fmax(0.2, share));
}

static bool refuses(real f, real df, real first, struct wolfe_config c)
{
    return !isfinite(f) || !isfinite(df) || !isfinite(first) || first <= 0 ||
           !(c.c1 > 0) || !(c.c2 > c.c1) || !(c.c2 < 1) || !(c.step_max > 0) ||
           !isfinite(c.step_max) || c.evaluations < 1;
}

struct wolfe_result wolfe_search(line_fn *line, void *context, real value, real slope,
                                 real first, struct wolfe_config c)
{
    struct point low = {0, value, slope}, far = low, now;
    size_t k = 0;
    enum wolfe_status status = WOLFE_GAVE_UP;
    bool closed = false;
    if (refuses(value, slope, first, c))
        return (struct wolfe_result){WOLFE_INVALID, 0, value, slope, 0};
    if (slope >= 0)
        return (struct wolfe_result){WOLFE_UPHILL, 0, value, slope, 0};
    now.a = fmin(first, c.step_max);
    while (k < c.evaluations) {
        now.f = line(now.a, &now.df, context);
        k++;
        if (isnan(now.f + now.df) || isinf(now.f) || isinf(now.df) || now.f >= low.f ||
            now.f > value + c.c1 * now.a * slope) {
            far = now, closed = true;
        } else if (fabs(now.df) <= c.c2 * -slope) {
            return (struct wolfe_result){WOLFE_OK, now.a, now.f, now.df, k};
        } else if (!closed && now.df < 0) {
            low = now;
            if (now.a >= c.step_max) {
                status = WOLFE_LONGEST;
                break;
            }
            now.a = fmin(5 * now.a, c.step_max);
            continue;
        } else {
            if (!closed || now.df * (far.a - low.a) >= 0)
                far = low, closed = true;
            low = now;
        }
        const real next = parabola(low, far);
        if (next == low.a || next == far.a || next == now.a) {
            status = WOLFE_ROUNDING;
            break;
        }
        now.a = next;
    }
    return (struct wolfe_result){status, low.a, low.f, low.df, k};
}
