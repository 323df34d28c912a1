/** @file refuse.h
 *  @brief What BLAS refuses to compute. */
#ifndef DESCENT_REFUSE_H
#define DESCENT_REFUSE_H

/** Says that a routine computes nothing. In a program for practice it prints; elsewhere,
 *  where nobody would see it, it does nothing.
 *  @param routine  its name
 *  @param distance the argument that is too small: from a row to the next, or from a
 *                  column to the next */
void blas_refuse(const char *routine, const char *distance);

#endif
