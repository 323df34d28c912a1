/** @exercise 10.7 Every process keeps a part
 *  @points 15   @needs 3.2
 *
 *  N processes train one network, each on its own samples. If all keep all of Adam's
 *  averages, the same numbers are kept N times. In stage 1 of ZeRO each keeps the
 *  averages of one N-th of the parameters, and moves only these:
 *
 *  1. A reduce-scatter adds up the gradients. Each rank gets the sum of its own part. 2.
 *  Each rank divides by N and steps with its own Adam on its own part. 3. An all-gather
 *  gives every rank the parts of the others.
 *
 *  Write the step, against the collective interface of the chapter. A process plays the
 *  ranks all->first to all->first + all->here - 1: a single one under MPI, and all of
 *  them in the test. Do each of the three for all ranks that are here before the next
 *  begins.
 *
 *  Try it:  build/descent grade 10.7
 *  A hint:  build/descent hint 10.7
 */
#include "optim/zero1.h"
#include "optim/todo.h"

void zero1_step(struct zero1 *zero1, real *const *theta, real *const *g)
{
    // TODO 10.7
    todo("10.7");
}
