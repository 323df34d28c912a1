/* wolfe_search-bisection.c: twice as far while it falls, then halves. */
#include "optim/wolfe_search.h"

#include <math.h>
#include <stdbool.h>

struct wolfe_result wolfe_search(line_fn *line, void *context, real value, real slope,
                                 real first, struct wolfe_config c)
{
    struct wolfe_result best = {WOLFE_INVALID, 0, value, slope, 0};
    if (!isfinite(value + slope) || !(first > 0 && first < INFINITY) ||
        !(0 < c.c1 && c.c1 < c.c2 && c.c2 < 1) || !(c.step_max > 0) ||
        isinf(c.step_max) || c.evaluations == 0)
        return best;
    best.status = WOLFE_UPHILL;
    if (!(slope < 0))
        return best;
    real far = 0, step = first < c.step_max ? first : c.step_max;
    bool closed = false;
    for (size_t k = 1; k <= c.evaluations; k++) {
        real bend, here = line(step, &bend, context);
        best.evaluations = k;
        bool low = here <= value + c.c1 * step * slope && here < best.value &&
                   isfinite(here) && isfinite(bend);
        if (low && fabs(bend) <= -c.c2 * slope)
            return (struct wolfe_result){WOLFE_OK, step, here, bend, k};
        if (low) {
            bool back = (closed ? bend * (far - step) : bend) > 0;
            if (closed && bend * (far - best.step) < 0)
                back = false;
            else if (closed)
                back = true;
            if (back) {
                far = best.step;
                closed = true;
            }
            best.step = step, best.value = here, best.slope = bend;
        } else {
            far = step;
            closed = true;
        }
        best.status = WOLFE_LONGEST;
        if (!closed && step == c.step_max)
            return best;
        best.status = WOLFE_ROUNDING;
        real next =
            closed ? best.step + (far - best.step) / 2 : fmin(2 * step, c.step_max);
        if (next == best.step || next == far || next == step)
            return best;
        step = next;
    }
    best.status = WOLFE_GAVE_UP;
    return best;
}
