/** @file plane.h
 *  @brief Random planes through a point of parameter space (exercise 11.1).
 *  @ingroup ch11 */
#ifndef DESCENT_PLANE_H
#define DESCENT_PLANE_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch11
 *  @{ */

/** Makes two directions orthonormal and keeps the plane that they span: u ← u / ‖u‖, and
 *  v becomes its part orthogonal to u, divided by its length. If u and v are drawn from
 *  the standard normal distribution, the plane is uniformly random. Allocates nothing;
 *  nothing overflows or underflows on the way.
 *  @param         n  number of parameters, at least 2
 *  @param[in,out] u  n numbers
 *  @param[in,out] v  n numbers
 *  @return DESCENT_OK. Then |u·v| is at most n times the rounding unit, and the lengths
 *          are 1 to the same accuracy, also where u and v were nearly parallel.
 *          DESCENT_ERANGE if n is below 2; otherwise DESCENT_ENAN if a number is not
 *          finite; otherwise DESCENT_ESINGULAR if u is 0, or if the part of v that is
 *          orthogonal to u is at most n #REAL_EPSILON times as long as v. After a failure
 *          u and v are of no use.
 *  @see Giraud, Langou, Rozložník and van den Eshof (2005), Numerische Mathematik
 *       101(1): twice is enough. */
enum descent_status plane_orthonormal(size_t n, real *u, real *v);

/** The point center + a u + b v.
 *  @param      n       number of parameters
 *  @param      center  n numbers
 *  @param      u       n numbers
 *  @param      v       n numbers
 *  @param      a       coordinate along u
 *  @param      b       coordinate along v
 *  @param[out] point   n numbers; overlaps no input */
void plane_point(size_t n, const real *center, const real *u, const real *v, real a,
                 real b, real *point);

/** Where a point lies, seen from the plane. */
struct plane_place {
    real a;   ///< Coordinate along u of the nearest point of the plane.
    real b;   ///< Coordinate along v.
    real off; ///< Distance from the plane, at least 0.
};

/** The orthogonal projection of any point on the plane. The distance is accurate to a
 *  rounding error of ‖point - center‖. Allocates nothing.
 *  @param n       number of parameters
 *  @param center  n numbers
 *  @param u       n numbers
 *  @param v       n numbers; u and v are orthonormal
 *  @param point   n numbers
 *  @return its place; NaN where the numbers are not finite */
struct plane_place plane_place(size_t n, const real *center, const real *u, const real *v,
                               const real *point);

/** @} */

#endif
