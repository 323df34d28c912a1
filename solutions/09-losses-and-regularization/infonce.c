/** @exercise 9.4 InfoNCE
 *  @points 15
 *
 *  Of $n$ embeddings, each has one positive among the others: another view of the same
 *  sample. With the similarities $s_{ij}$, the temperature $\tau$ and the softmax over
 *  all but itself,
 *
 *  $$ p_{ij} = \frac{e^{s_{ij}/\tau}}{\sum_{k \ne i} e^{s_{ik}/\tau}} , $$
 *
 *  the loss is the mean of $-\log p_{i,\mathrm{pos}(i)}$. Write it, and its gradient with
 *  respect to all similarities. Each row is a classifier with $n - 1$ classes: count who
 *  is in the denominator.
 *
 *  The diagonal may hold anything, NaN included. With $\tau = 0.01$ the logits are a
 *  hundred times the similarities, so nothing may be exponentiated as it is.
 *
 *  @hint What is a sum over $k \ne i$ in a loop over all $k$? Which $k$ may give the
 *        largest logit, and which may not? What is the derivative of a logit by its
 *        similarity?
 *  @hint First look at everything that may be refused. Then for each row: the largest
 *        similarity off the diagonal, the sum of the exponentials of $(s_{ik} - m)/\tau$
 *        for $k \ne i$, and its logarithm. In a second loop each $ds_{ik}$ is $(p_{ik} -
 *        [k = \mathrm{pos}(i)])/(n\tau)$, and 0 on the diagonal.
 *  @plot temperatures tau loss
 *  @commentary Notes that say $2N - 1$ negatives count the positive among them: of $2N$
 *  embeddings one is the anchor and one its positive. Setting the diagonal to $-\infty$
 *  is the usual mask; it works because $e^{-\infty} = 0$, and it fails where somebody
 *  fills in a "large" number like $-10^9$ in half precision. The gradient of every row
 *  sums to 0: what pulls the positive is paid by the pushes on the others. */
#include "optim/infonce.h"
#include "optim/finite.h"
#include "optim/largest.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

// BEGIN SOLUTION
static bool is_valid(size_t n, const real *s, const size_t *positive, real temperature)
{
    if (n < 2 || !(temperature > 0) || !isfinite(temperature))
        return false;
    for (size_t i = 0; i < n; i++, s += n) {
        if (positive[i] >= n || positive[i] == i)
            return false;
        if (!all_finite(i, s) || !all_finite(n - i - 1, s + i + 1))
            return false;
    }
    return true;
}

/* Row i's Σ_{k ≠ i} exp((s_k - top) / τ), and its largest similarity, top. */
static real sum_of_others(size_t n, const real *s, size_t i, real temperature, real *top)
{
    const real before = largest_of(i, s), behind = largest_of(n - i - 1, s + i + 1);
    real sum = 0;
    *top = before > behind ? before : behind;
    for (size_t k = 0; k < n; k++)
        sum += k == i ? 0 : exp((s[k] - *top) / temperature);
    return sum;
}

// END SOLUTION
real infonce(size_t n, const real *s, const size_t *positive, real temperature, real *ds)
{
    // BEGIN SOLUTION
    if (!is_valid(n, s, positive, temperature)) {
        for (size_t i = 0; ds && i < n * n; i++)
            ds[i] = (real)NAN;
        return (real)NAN;
    }
    real total = 0;
    for (size_t i = 0; i < n; i++) {
        const real *row = s + i * n;
        real top, sum = sum_of_others(n, row, i, temperature, &top);
        const real log_sum = log(sum);
        total += log_sum - (row[positive[i]] - top) / temperature;
        for (size_t k = 0; ds && k < n; k++) {
            const real p = k == i ? 0 : exp((row[k] - top) / temperature - log_sum);
            ds[i * n + k] = (p - (k == positive[i])) / ((real)n * temperature);
        }
    }
    return total / (real)n;
    // END SOLUTION
}
