/** @exercise 9.3 Pairs and triples
 *  @points 15
 *
 *  Two losses say which embeddings are to be close to which. The *contrastive loss* looks
 *  at a pair at the distance $D = \lVert a - b\rVert$: it is $\frac12 D^2$ if the two
 *  belong together and $\frac12 \max(0, m - D)^2$ if not. The *triplet loss* only
 *  compares: the positive $p$ is to be closer to the anchor $a$ than the negative $q$, by
 *  the margin $m$ at least,
 *
 *  $$ \max\bigl(0,\; D(a, p) - D(a, q) + m\bigr) , $$
 *
 *  where $D$ is the distance or its square. Write both, with all gradients. The header
 *  says what they are at the kinks, and for numbers that are not finite.
 *
 *  @hint What is the gradient of $\lVert a - b\rVert$ with respect to $a$? Of its square?
 *        Where does the first not exist?
 *  @hint All gradients are multiples of differences. Of a pair: $da$ is $a - b$ times 1,
 *        or times $-(m - D)/D$, or 0; and $db = -da$. Of a triple: let $r$ be $1/D$ for
 *        plain distances (0 where $D$ is 0) and 2 for squared ones. Then $dp = -r_p (a -
 *        p)$ and $dq = r_q (a - q)$, if the loss is positive, and $da$ is minus their
 *        sum, because moving all three together changes nothing.
 *  @plot sweep distance apart
 *  @commentary The contrastive loss in the paper has the factor ½ on both terms; many
 *  notes keep it on one, which weighs the other twice. The plain triplet has
 *  gradients of length 1 however close the points are, and none where they coincide;
 *  those of the squared one are in proportion to the distance. */
#include "optim/metric.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
static bool is_margin(real margin)
{
    return margin >= 0 && isfinite(margin);
}

/* ‖a - b‖²; NaN if a number is not finite: no square can take an infinite one away. */
static real squared_distance(size_t d, const real *a, const real *b)
{
    real sum = 0;
    for (size_t i = 0; i < d; i++)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return isfinite(sum) ? sum : (real)NAN;
}

// END SOLUTION
real contrastive_loss(size_t d, const real *a, const real *b, bool same, real margin,
                      real *da, real *db)
{
    // BEGIN SOLUTION
    const real distance = sqrt(squared_distance(d, a, b)), gap = margin - distance;
    real loss = distance * distance / 2, factor = 1;
    if (!same && gap > 0) {
        loss = gap * gap / 2;
        factor = distance > 0 ? -gap / distance : 0;
    } else if (!same)
        loss = factor = 0;
    if (isnan(distance) || (!same && !is_margin(margin)))
        loss = factor = (real)NAN;
    for (size_t i = 0; da && i < d; i++) {
        da[i] = factor * (a[i] - b[i]);
        db[i] = -da[i];
    }
    return loss;
    // END SOLUTION
}

real triplet_loss(size_t d, const real *a, const real *p, const real *q, real margin,
                  enum triplet_distance distance, real *da, real *dp, real *dq)
{
    // BEGIN SOLUTION
    real near = squared_distance(d, a, p), far = squared_distance(d, a, q);
    real pull = 2, push = 2;
    if (distance == TRIPLET_PLAIN) {
        near = sqrt(near);
        far = sqrt(far);
        pull = near > 0 ? 1 / near : 0;
        push = far > 0 ? 1 / far : 0;
    }
    real loss = near - far + margin;
    if (loss <= 0)
        loss = pull = push = 0;
    if (isnan(loss) || !is_margin(margin))
        loss = pull = push = (real)NAN;
    for (size_t i = 0; da && i < d; i++) {
        dp[i] = pull * (p[i] - a[i]);
        dq[i] = push * (a[i] - q[i]);
        da[i] = -(dp[i] + dq[i]);
    }
    return loss;
    // END SOLUTION
}
