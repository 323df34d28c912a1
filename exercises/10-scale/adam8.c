/** @exercise 10.4 Adam in two bytes
 *  @points 15   @needs 10.3
 *
 *  Adam keeps two numbers a parameter, 8 bytes in single precision. As codes they are two
 *  bytes, and a scale for each block. Write the step: read the codes of a block, let Adam
 *  work on the numbers, move the parameters, write the codes back. What was read is a
 *  little wrong, but what the gradient adds is not rounded before it is used.
 *
 *  The two averages want different maps. m has a sign. v has none, and with a map that
 *  has signs half of its codes would be for nothing. Both need a map that is fine near 0:
 *  a v that is rounded to 0 makes a step of any length.
 *
 *  Try it:  build/descent grade 10.4
 *  A hint:  build/descent hint 10.4
 */
#include "optim/adam8.h"
#include "optim/block_quant.h"
#include "optim/todo.h"

#include <tgmath.h>

void adam8_step(struct adam8 *adam8, real *theta, const real *g)
{
    // TODO 10.4
    todo("10.4");
}
