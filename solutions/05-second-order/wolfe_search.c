/** @exercise 5.4 A strong-Wolfe line search
 *  @points 20
 *
 *  Along a direction $d$ the function is $\varphi(a) = f(\theta + a d)$. A step $a$ is
 *  good if it is worth its length and leaves little slope:
 *
 *  $$ \varphi(a) \le \varphi(0) + c_1\, a\, \varphi'(0) , \quad
 *     |\varphi'(a)| \le c_2\, |\varphi'(0)| . $$
 *
 *  Write a search that returns such a step, or says why there is none. How it chooses
 *  its steps is yours: only the promises of the header are tested. Two ideas suffice.
 *  While nothing but descent is met, go farther. Once a step is too high, not finite, or
 *  has a slope that points back, a good step lies between it and the best one before:
 *  look there.
 *
 *  @hint Keep two ends: the lowest step so far that has the decrease, and the other one.
 *        The slope at the lowest always points toward the other. Which end does a new
 *        step replace?
 *  @hint Too high (no decrease, not below the lowest, or not finite): it is the new
 *        other end. Else, if its slope is small enough: done. Else it is the new lowest;
 *        if its slope points away from the other end, the old lowest becomes the other
 *        one. Bisect between both ends, or take the minimum of the cubic with their
 *        values and slopes, kept off the ends.
 *  @plot tried t step
 *  @commentary The second condition has absolute values on both sides: this is what
 *  makes it strong. The weak one, $\varphi'(a) \ge c_2 \varphi'(0)$, accepts steps far
 *  up the opposite slope. Either one ensures $y^\top s > 0$, which BFGS needs. */
#include "optim/wolfe_search.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

// BEGIN SOLUTION
/* A step that was tried. */
struct trial {
    real step, value, slope;
};

/* Where the search is. */
struct search {
    struct trial low;   /* the lowest that has the decrease */
    struct trial other; /* the other end; or, not bracketed, the lowest before */
    bool bracketed;
};

static bool is_valid(real value, real slope, real first, struct wolfe_config c)
{
    return isfinite(value) && isfinite(slope) && first > 0 && isfinite(first) &&
           c.c1 > 0 && c.c1 < c.c2 && c.c2 < 1 && c.step_max > 0 &&
           isfinite(c.step_max) && c.evaluations > 0;
}

/* Where the cubic with the values and slopes of both ends has its minimum; NaN if it has
 * none. */
static real cubic_minimum(struct trial a, struct trial b)
{
    const real width = b.step - a.step;
    const real d1 = a.slope + b.slope - 3 * (b.value - a.value) / width;
    const real d2 = copysign(sqrt(d1 * d1 - a.slope * b.slope), width);
    return b.step - width * ((b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2));
}

static real next_step(const struct search *s)
{
    const real width = s->other.step - s->low.step;
    if (!s->bracketed)
        return s->low.step - 3 * width;
    const real share = (cubic_minimum(s->low, s->other) - s->low.step) / width;
    if (!isfinite(s->other.value) || !isfinite(share))
        return s->low.step + width / 2;
    return s->low.step + width * fmin(fmax(share, (real)0.05), (real)0.95);
}

/* Takes in a step that does not end the search. */
static void narrow(struct search *s, struct trial trial, bool high)
{
    if (high) {
        s->other = trial;
        s->bracketed = true;
        return;
    }
    const real end = s->bracketed ? s->other.step : trial.step;
    const bool turns = trial.slope * (end - s->low.step) >= 0;
    if (turns || !s->bracketed)
        s->other = s->low;
    s->bracketed = s->bracketed || turns;
    s->low = trial;
}

/* Whether a difference of φ between the ends would be lost in rounding. */
static bool is_too_short(const struct search *s, real slope)
{
    const real width = fabs(s->other.step - s->low.step);
    return s->bracketed && (width <= REAL_EPSILON * fmax(s->low.step, s->other.step) ||
                            width * fabs(slope) <= REAL_EPSILON / 4 * fabs(s->low.value));
}

static struct wolfe_result end(enum wolfe_status status, struct trial at, size_t k)
{
    return (struct wolfe_result){status, at.step, at.value, at.slope, k};
}
// END SOLUTION

struct wolfe_result wolfe_search(line_fn *line, void *context, real value, real slope,
                                 real first, struct wolfe_config config)
{
    // BEGIN SOLUTION
    struct search s = {.low = {0, value, slope}, .other = {0, value, slope}};
    if (!is_valid(value, slope, first, config))
        return end(WOLFE_INVALID, s.low, 0);
    if (slope >= 0)
        return end(WOLFE_UPHILL, s.low, 0);
    struct trial trial = {.step = fmin(first, config.step_max)};
    for (size_t k = 1; k <= config.evaluations; k++) {
        trial.value = line(trial.step, &trial.slope, context);
        const bool high = !isfinite(trial.value) || !isfinite(trial.slope) ||
                          trial.value > value + config.c1 * trial.step * slope ||
                          trial.value >= s.low.value;
        if (!high && fabs(trial.slope) <= config.c2 * fabs(slope))
            return end(WOLFE_OK, trial, k);
        narrow(&s, trial, high);
        if (!s.bracketed && trial.step >= config.step_max)
            return end(WOLFE_LONGEST, s.low, k);
        if (is_too_short(&s, slope))
            return end(WOLFE_ROUNDING, s.low, k);
        trial.step = fmin(next_step(&s), config.step_max);
    }
    return end(WOLFE_GAVE_UP, s.low, config.evaluations);
    // END SOLUTION
}
