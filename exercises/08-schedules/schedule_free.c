/** @exercise 8.7 AdamW without a schedule
 *  @points 15
 *
 *  Schedule-Free methods average instead of decaying, and evaluate the gradient between
 *  the average x and the point z that the steps lead to:
 *
 *      y = (1 - β_1) z + β_1 x.
 *
 *  There is no momentum in the step of z; β_1, which looks like Adam's, is the share of
 *  the average in y. The network holds y while it is trained and x when it is used. With
 *  x, z and v that would be three arrays besides y. But x follows from y and z, so two
 *  are enough. Write the step on y and z, and the function that finds x. The header has
 *  the formulas.
 *
 *  Try it:  build/descent grade 8.7
 *  A hint:  build/descent hint 8.7
 */
#include "optim/schedule_free.h"
#include "optim/todo.h"

#include <tgmath.h>

void schedule_free_step(struct schedule_free *method, real *theta, const real *g)
{
    // TODO 8.7
    todo("8.7");
}

void schedule_free_average(const struct schedule_free *method, const real *theta, real *x)
{
    // TODO 8.7
    todo("8.7");
}
