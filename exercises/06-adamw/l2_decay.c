/** @exercise 6.1 A penalty that decays
 *  @points 10
 *
 *  With a penalty in the cost, gradient descent shrinks the parameters a little in every
 *  step, besides following the gradient. Weight decay does the shrinking without the
 *  penalty:
 *
 *      θ ← θ - ηg - w θ,
 *      w = ηλ in libraries,
 *      w = λ in the paper.
 *
 *  For plain gradient descent the two are the same thing under different numbers. Convert
 *  the coefficient of a penalty to that of a decay and back, for both meanings of w and
 *  for both ways in which penalties are written. And say what a decay means in steps:
 *  after how many has a parameter halved that no gradient holds? For a very small decay,
 *  remember log1p of exercise 1.1.
 *
 *  Try it:  build/descent grade 6.1
 *  A hint:  build/descent hint 6.1
 */
#include "optim/l2_decay.h"
#include "optim/check.h"
#include "optim/todo.h"

#include <tgmath.h>

real l2_to_decay(real l2, enum l2_form form, real lr, enum decoupling decoupling)
{
    // TODO 6.1
    todo("6.1");
}

real decay_to_l2(real decay, enum decoupling decoupling, real lr, enum l2_form form)
{
    // TODO 6.1
    todo("6.1");
}

real decay_half_life(real decay, enum decoupling decoupling, real lr)
{
    // TODO 6.1
    todo("6.1");
}
