/** @exercise 0.3 How many steps are enough?
 *  @points 10
 *
 *  The three bounds of this chapter, read from right to left: given how good the answer
 *  must be, after how many steps of size 1/L is it certain?
 *
 *      f(θ_k) - f_min ≤ Lr^2/(2k),
 *      f(θ_k) - f_min ≤ Lr^2/2 (1 - μ/L)^k,
 *      min_(t<k)‖∇f(θ_t)‖^2 ≤ 2LΔ/k.
 *
 *  Here f_min is the least value. Return the smallest such number of steps, exactly, also
 *  for a condition number L/μ of 10^20.
 *
 *  Try it:  build/descent grade 0.3
 *  A hint:  build/descent hint 0.3
 */
#include "optim/descent_steps.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

real steps_convex(real ell, real radius, real eps)
{
    // TODO 0.3
    todo("0.3");
}

real steps_strongly_convex(real mu, real ell, real radius, real eps)
{
    // TODO 0.3
    todo("0.3");
}

real steps_stationary(real ell, real gap, real eps)
{
    // TODO 0.3
    todo("0.3");
}
