/** @file compare.h
 *  @brief Whether two traces agree, and where they first do not. */
#ifndef DESCENT_COMPARE_H
#define DESCENT_COMPARE_H

#include "judge/verdict.h"

/** Allowed: |yours - expected| ≤ abs + rel |expected|. */
struct tolerance {
    double rel, abs;
};

/** NaN agrees with NaN, an infinity with itself. */
bool values_agree(double yours, double expected, struct tolerance tolerance);

/** @return whether the arrays have the same shape and all their values agree */
bool arrays_agree(const struct trace_array *yours, const struct trace_array *expected,
                  struct tolerance tolerance);

/** For arrays that hold rounding noise where they are wrong (trace_rough()).
 *  @return whether both are wrong in the same places */
bool arrays_err_alike(const struct trace_array *a, const struct trace_array *b,
                      const struct trace_array *expected, struct tolerance tolerance);

/** Compares all arrays of the expected trace.
 *  @param[out] words  the first disagreement: where, both values, their relative distance
 *  @return VERDICT_OK, VERDICT_WRONG, or VERDICT_NAN where a number was expected */
enum verdict compare_traces(char words[VERDICT_MAX_WORDS], const struct trace *yours,
                            const struct trace *expected, struct tolerance tolerance);

/** For tests of a symmetry or another property: constants, or values that are wrong in a
 *  consistent way, may well have it, but that is worth nothing.
 *  @param[out] words  the first disagreement
 *  @return as compare_traces() with a tolerance of a thousandth, and of a billionth of
 *          the largest value of the array */
enum verdict compare_roughly(char words[VERDICT_MAX_WORDS], const struct trace *yours,
                             const struct trace *expected);

#endif
