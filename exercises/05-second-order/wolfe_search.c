/** @exercise 5.4 A strong-Wolfe line search
 *  @points 20
 *
 *  Along a direction d the function is φ(a) = f(θ + ad). A step a is good if it is worth
 *  its length and leaves little slope:
 *
 *      φ(a) ≤ φ(0) + c_1 a φ'(0),
 *      |φ'(a)| ≤ c_2 |φ'(0)|.
 *
 *  Write a search that returns such a step, or says why there is none. How it chooses its
 *  steps is yours: only the promises of the header are tested. Two ideas suffice. While
 *  nothing but descent is met, go farther. Once a step is too high, not finite, or has a
 *  slope that points back, a good step lies between it and the best one before: look
 *  there.
 *
 *  Try it:  build/descent grade 5.4
 *  A hint:  build/descent hint 5.4
 */
#include "optim/wolfe_search.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

struct wolfe_result wolfe_search(line_fn *line, void *context, real value, real slope,
                                 real first, struct wolfe_config config)
{
    // TODO 5.4
    todo("5.4");
}
