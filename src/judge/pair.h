/** @file pair.h
 *  @brief Recognizes two known mistakes that were made at once. */
#ifndef DESCENT_PAIR_H
#define DESCENT_PAIR_H

#include "judge/diagnose.h"

/** Looks for two mistakes that together explain what is wrong, where none does alone.
 *  Each must show where the other does not deviate, and nearly all that it does there
 *  must be the student's. Of pairs that explain equally much, only what they share is
 *  certain.
 *  @param[out] found  the indices of what is certain, first that which explains more
 *  @return how many these are: 0, 1 or 2 */
size_t diagnose_pair(size_t found[2], const struct mistakes *mistakes,
                     const struct evidence *evidence, size_t n);

#endif
