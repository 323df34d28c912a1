/** @exercise 0.5 A verifier for the KKT conditions
 *  @points 10
 *
 *  Somebody hands you a point and multipliers, and says that the point is the minimum of
 *  $f$ subject to $g_i \le 0$ and $h_j = 0$. You cannot know how they were found, but you
 *  can check:
 *
 *  $$ \nabla f + \sum_i \mu_i \nabla g_i + \sum_j \lambda_j \nabla h_j = 0 , \quad
 *     g_i \le 0 ,\ h_j = 0 , \quad \mu_i \ge 0 , \quad \mu_i g_i = 0 . $$
 *
 *  Return by how much each of the four conditions is missed, and which is missed most.
 *  Where the problem is convex and all four hold, the point is the minimum, whoever found
 *  it.
 *
 *  @hint Which of the four treat equalities and inequalities alike, and which do not?
 *        Is a constraint with $g_i = -5$ violated?
 *  @hint Look for numbers that are not finite first. Then four maxima that begin at 0.
 *        For stationarity, a loop over the unknowns; in it, one over the rows of each
 *        table of slopes.
 *  @plot pull t stationarity
 *  @commentary A product such as $\mu_i g_i$ has a unit; solvers scale the problem before
 *  they compare it with a tolerance. */
#include "optim/kkt_verify.h"
#include "optim/finite.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

// BEGIN SOLUTION
static bool is_valid(const struct kkt_candidate *c, real tolerance)
{
    return tolerance >= 0 && isfinite(tolerance) && all_finite(c->n, c->gradient) &&
           all_finite(c->inequalities, c->g) &&
           all_finite(c->inequalities, c->g_prices) &&
           all_finite(c->inequalities * c->n, c->g_slopes) &&
           all_finite(c->equalities, c->h) && all_finite(c->equalities, c->h_prices) &&
           all_finite(c->equalities * c->n, c->h_slopes);
}

/* Component i of ∇f + Σ μ ∇g + Σ λ ∇h. */
static real lagrangian_slope(const struct kkt_candidate *c, size_t i)
{
    real sum = c->gradient[i];
    for (size_t k = 0; k < c->inequalities; k++)
        sum += c->g_prices[k] * c->g_slopes[k * c->n + i];
    for (size_t k = 0; k < c->equalities; k++)
        sum += c->h_prices[k] * c->h_slopes[k * c->n + i];
    return sum;
}

static enum kkt_condition worst_of(const struct kkt_report *r, real tolerance)
{
    const real residual[] = {tolerance, r->stationarity, r->primal, r->dual,
                             r->complementarity};
    enum kkt_condition worst = KKT_HOLDS;
    for (enum kkt_condition k = KKT_STATIONARITY; k <= KKT_COMPLEMENTARITY; k++)
        if (residual[k] > residual[worst])
            worst = k;
    return worst;
}
// END SOLUTION

struct kkt_report kkt_verify(const struct kkt_candidate *candidate, real tolerance)
{
    // BEGIN SOLUTION
    const real nan = (real)NAN;
    const struct kkt_candidate *c = candidate;
    struct kkt_report r = {.worst = KKT_HOLDS};
    if (!is_valid(c, tolerance))
        return (struct kkt_report){nan, nan, nan, nan, KKT_INVALID};
    for (size_t i = 0; i < c->n; i++)
        r.stationarity = fmax(r.stationarity, fabs(lagrangian_slope(c, i)));
    for (size_t k = 0; k < c->inequalities; k++) {
        r.primal = fmax(r.primal, c->g[k]);
        r.dual = fmax(r.dual, -c->g_prices[k]);
        r.complementarity = fmax(r.complementarity, fabs(c->g_prices[k] * c->g[k]));
    }
    for (size_t k = 0; k < c->equalities; k++)
        r.primal = fmax(r.primal, fabs(c->h[k]));
    r.worst = worst_of(&r, tolerance);
    return r;
    // END SOLUTION
}
