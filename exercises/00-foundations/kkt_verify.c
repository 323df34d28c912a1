/** @exercise 0.5 A verifier for the KKT conditions
 *  @points 10
 *
 *  Somebody hands you a point and multipliers, and says that the point is the minimum of
 *  f subject to g_i ≤ 0 and h_j = 0. You cannot know how they were found, but you can
 *  check:
 *
 *      ∇f + Σ_i μ_i ∇ g_i + Σ_j λ_j ∇ h_j = 0,
 *      g_i ≤ 0, h_j = 0,
 *      μ_i ≥ 0,
 *      μ_i g_i = 0.
 *
 *  Return by how much each of the four conditions is missed, and which is missed most.
 *  Where the problem is convex and all four hold, the point is the minimum, whoever found
 *  it.
 *
 *  Try it:  build/descent grade 0.5
 *  A hint:  build/descent hint 0.5
 */
#include "optim/kkt_verify.h"
#include "optim/finite.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

struct kkt_report kkt_verify(const struct kkt_candidate *candidate, real tolerance)
{
    // TODO 0.5
    todo("0.5");
}
