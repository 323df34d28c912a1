/** @exercise 10.7 Every process keeps a part
 *  @points 15   @needs 3.2
 *
 *  $N$ processes train one network, each on its own samples. If all keep all of Adam's
 *  averages, the same numbers are kept $N$ times. In stage 1 of ZeRO each keeps the
 *  averages of one $N$-th of the parameters, and moves only these:
 *
 *  1. A reduce-scatter adds up the gradients. Each rank gets the sum of its own part.
 *  2. Each rank divides by $N$ and steps with its own Adam on its own part.
 *  3. An all-gather gives every rank the parts of the others.
 *
 *  Write the step, against the collective interface of the chapter. A process plays the
 *  ranks `all->first` to `all->first + all->here - 1`: a single one under MPI, and all of
 *  them in the test. Do each of the three for all ranks that are here before the next
 *  begins.
 *
 *  @hint Which part of its arrays is rank r's own? What does a rank's gradient hold after
 *        the reduce-scatter, outside its own part? A mean of means over equally many
 *        samples is the mean of all.
 *  @hint reduce_scatter(all, part, g). For each k below `here`: rank = first + k; its
 *        part begins at rank times part in theta[k] and in g[k]; divide that part of g by
 *        N; adam_step(&adam[k], …) on both pointers. Then all_gather(all, part, theta).
 *  @plot valley t theta
 *  @commentary The numbers sent are those of an all-reduce, which is the same two
 *  operations with nothing in between. So stage 1 costs no traffic at all, and saves the
 *  averages. That the parameters stay the same bit by bit on all ranks needs no check:
 *  they are copies. */
#include "optim/zero1.h"
#include "optim/todo.h"

void zero1_step(struct zero1 *zero1, real *const *theta, real *const *g)
{
    // BEGIN SOLUTION
    struct collective *all = zero1->all;
    const size_t part = zero1->part;
    reduce_scatter(all, part, g);
    for (size_t k = 0; k < all->here; k++) {
        const size_t own = (all->first + k) * part;
        real *mean = g[k] + own;
        for (size_t i = 0; i < part; i++)
            mean[i] /= (real)all->ranks;
        adam_step(&zero1->adam[k], theta[k] + own, mean);
    }
    all_gather(all, part, theta);
    // END SOLUTION
}
