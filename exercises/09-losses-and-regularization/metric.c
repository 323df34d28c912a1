/** @exercise 9.3 Pairs and triples
 *  @points 15
 *
 *  Two losses say which embeddings are to be close to which. The contrastive loss looks
 *  at a pair at the distance D = ‖a - b‖: it is 1/2 D^2 if the two belong together and
 *  1/2 max(0, m - D)^2 if not. The triplet loss only compares: the positive p is to be
 *  closer to the anchor a than the negative q, by the margin m at least,
 *
 *      max(0, D(a, p) - D(a, q) + m),
 *
 *  where D is the distance or its square. Write both, with all gradients. The header says
 *  what they are at the kinks, and for numbers that are not finite.
 *
 *  Try it:  build/descent grade 9.3
 *  A hint:  build/descent hint 9.3
 */
#include "optim/metric.h"
#include "optim/todo.h"

#include <tgmath.h>

real contrastive_loss(size_t d, const real *a, const real *b, bool same, real margin,
                      real *da, real *db)
{
    // TODO 9.3
    todo("9.3");
}

real triplet_loss(size_t d, const real *a, const real *p, const real *q, real margin,
                  enum triplet_distance distance, real *da, real *dp, real *dq)
{
    // TODO 9.3
    todo("9.3");
}
