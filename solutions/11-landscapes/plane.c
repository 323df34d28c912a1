/** @exercise 11.1 A random plane
 *  @points 10
 *
 *  A picture of a cost has two dimensions, the cost has thousands. So one draws two
 *  random directions $u$ and $v$, makes them orthonormal, and looks at the plane
 *  $\theta_0 + a u + b v$. Write three functions: one that makes two vectors
 *  orthonormal,
 *
 *  $$ u \leftarrow \frac{u}{\lVert u\rVert} , \quad v \leftarrow
 *     \frac{v - (u \cdot v)\,u}{\lVert v - (u \cdot v)\,u\rVert} , $$
 *
 *  one that finds a point of the plane, and one that says where any point lies: its
 *  coordinates $a$ and $b$, and how far off the plane it is.
 *
 *  @hint Where $u$ and $v$ are nearly parallel, little of $v$ is left. How large is the
 *        rounding error of what is left, compared with what is left? `optim/blas.h` has
 *        dot products, sums and norms that do not overflow.
 *  @hint Scale $u$ and $v$ to length 1 first. Subtract $(u \cdot v)\,u$ from $v$,
 *        measure what is left, scale it to length 1, and subtract once more: twice is
 *        enough. A coordinate is a dot product with the difference from the center. The
 *        distance is the norm of what is left of that difference, added up number by
 *        number; the root of a difference of squares would lose its digits.
 *  @plot walk a b
 *  @commentary Gram and Schmidt's process in the first form loses the orthogonality in
 *  proportion to the reciprocal of the angle. In a thousand dimensions two random
 *  vectors are nearly orthogonal to begin with, so nobody notices; but directions that
 *  come from a trajectory, such as the last two steps, are often nearly parallel. */
#include "optim/plane.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
/* Divides by the length. In two steps, since 1 / length may overflow. @return it */
static real to_length_one(size_t n, real *x)
{
    const real length = blas_norm(n, x);
    for (size_t i = 0; length > 0 && i < n; i++)
        x[i] /= length;
    return length;
}

// END SOLUTION
enum descent_status plane_orthonormal(size_t n, real *u, real *v)
{
    // BEGIN SOLUTION
    if (n < 2)
        return DESCENT_ERANGE;
    if (!all_finite(n, u) || !all_finite(n, v))
        return DESCENT_ENAN;
    if (!(to_length_one(n, u) > 0) || !(to_length_one(n, v) > 0))
        return DESCENT_ESINGULAR;
    blas_add(n, -blas_dot(n, u, v), u, v);
    if (!(to_length_one(n, v) > (real)n * REAL_EPSILON))
        return DESCENT_ESINGULAR;
    blas_add(n, -blas_dot(n, u, v), u, v);
    to_length_one(n, v);
    return DESCENT_OK;
    // END SOLUTION
}

void plane_point(size_t n, const real *center, const real *u, const real *v, real a,
                 real b, real *point)
{
    // BEGIN SOLUTION
    for (size_t i = 0; i < n; i++)
        point[i] = center[i] + a * u[i] + b * v[i];
    // END SOLUTION
}

struct plane_place plane_place(size_t n, const real *center, const real *u, const real *v,
                               const real *point)
{
    // BEGIN SOLUTION
    real a = 0, b = 0, squares = 0;
    for (size_t i = 0; i < n; i++) {
        a += (point[i] - center[i]) * u[i];
        b += (point[i] - center[i]) * v[i];
    }
    for (size_t i = 0; i < n; i++) {
        const real left = point[i] - center[i] - a * u[i] - b * v[i];
        squares += left * left;
    }
    return (struct plane_place){a, b, sqrt(squares)};
    // END SOLUTION
}
