/** @exercise 10.6 How many bytes?
 *  @points 10
 *
 *  Will it fit? Write two functions that answer before anything is allocated.
 *
 *  The first gives the bytes a parameter of an optimizer: of the parameters, of the
 *  gradients and of what the optimizer keeps. With mixed precision, parameters and
 *  gradients have two bytes each, and the optimizer keeps a master copy of the parameters
 *  in single precision, four bytes more.
 *
 *  The second shares them out among N processes, as the stages of ZeRO do, and says what
 *  a process sends in a step. A reduce-scatter leaves each process with the sum of its
 *  own part of the gradients; an all-gather gives each process all parts of the
 *  parameters. In either a process sends N - 1 parts.
 *
 *  Try it:  build/descent grade 10.6
 *  A hint:  build/descent hint 10.6
 */
#include "optim/training_memory.h"
#include "optim/todo.h"

#include <math.h>

enum descent_status memory_per_process(const struct memory_plan *plan, size_t n,
                                       size_t processes, enum zero_stage stage,
                                       struct memory_use *use)
{
    // TODO 10.6
    todo("10.6");
}

enum descent_status memory_plan_of(enum memory_method method, bool mixed, size_t rows,
                                   size_t cols, size_t block, struct memory_plan *plan)
{
    // TODO 10.6
    todo("10.6");
}
