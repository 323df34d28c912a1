/** @exercise 6.4 Parameter groups
 *  @points 10   @needs 6.3
 *
 *  Decay pulls toward 0, and 0 is a sensible place for a weight: the layer then ignores
 *  its input. It is not for the gain of a normalization, which ought to be near 1, nor
 *  does a bias make a function rough. So training code puts its tensors into groups, and
 *  gives each group settings of its own: a factor on the learning rate, and a decay.
 *
 *  All parameters lie in one array, tensor after tensor. Write the function that assigns
 *  a group to each tensor, and the step that takes each tensor with its own AdamW and
 *  with the settings of its group.
 *
 *  Try it:  build/descent grade 6.4
 *  A hint:  build/descent hint 6.4
 */
#include "optim/param_groups.h"
#include "optim/todo.h"

void param_groups_assign(size_t tensors, const struct tensor *tensor, size_t *group_of)
{
    // TODO 6.4
    todo("6.4");
}

void param_groups_step(struct param_groups *groups, real *theta, const real *g)
{
    // TODO 6.4
    todo("6.4");
}
