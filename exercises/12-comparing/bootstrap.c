/** @exercise 12.4 A bootstrap interval of a difference
 *  @points 15
 *
 *  Two methods were run on the same n seeds, and one is better by ā - b̄ on average. How
 *  much of that is chance? The bootstrap asks the sample itself: draw n pairs with
 *  replacement, take the mean of their differences, and do that many times. The middle 95
 *  % of those means are the percentile interval.
 *
 *  Write it for pairs: one draw takes a_i and b_i together. Then write it for results
 *  that are no pairs, where a and b are drawn each by itself. A seed that is hard for
 *  both methods moves both alike: the difference of a pair does not see it. Compare the
 *  two intervals.
 *
 *  Try it:  build/descent grade 12.4
 *  A hint:  build/descent hint 12.4
 */
#include "optim/bootstrap.h"
#include "optim/todo.h"

#include <stdlib.h>
#include <tgmath.h>

enum descent_status bootstrap_paired(size_t n, const real *a, const real *b, real level,
                                     size_t resamples, const real *u, real *mean,
                                     struct interval *interval)
{
    // TODO 12.4
    todo("12.4");
}

enum descent_status bootstrap_unpaired(size_t n, const real *a, const real *b, real level,
                                       size_t resamples, const real *u, real *mean,
                                       struct interval *interval)
{
    // TODO 12.4
    todo("12.4");
}
