/** @exercise 11.1 A random plane
 *  @points 10
 *
 *  A picture of a cost has two dimensions, the cost has thousands. So one draws two
 *  random directions u and v, makes them orthonormal, and looks at the plane
 *  θ_0 + au + bv. Write three functions: one that makes two vectors orthonormal,
 *
 *      u ← u/‖u‖,
 *      v ← (v - (u · v) u)/‖v - (u · v) u‖,
 *
 *  one that finds a point of the plane, and one that says where any point lies: its
 *  coordinates a and b, and how far off the plane it is.
 *
 *  Try it:  build/descent grade 11.1
 *  A hint:  build/descent hint 11.1
 */
#include "optim/plane.h"
#include "optim/blas.h"
#include "optim/finite.h"
#include "optim/todo.h"

#include <tgmath.h>

enum descent_status plane_orthonormal(size_t n, real *u, real *v)
{
    // TODO 11.1
    todo("11.1");
}

void plane_point(size_t n, const real *center, const real *u, const real *v, real a,
                 real b, real *point)
{
    // TODO 11.1
    todo("11.1");
}

struct plane_place plane_place(size_t n, const real *center, const real *u, const real *v,
                               const real *point)
{
    // TODO 11.1
    todo("11.1");
}
