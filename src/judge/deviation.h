/** @file deviation.h
 *  @brief Where a mistake's numbers deviate from the reference's, in few rows. */
#ifndef DESCENT_DEVIATION_H
#define DESCENT_DEVIATION_H

#include "judge/compare.h"

enum {
    DEVIATION_MAX_RUNS = 32, ///< Runs of rows; the last takes in all that follow.
    DEVIATION_MAX_ROWS = 4,  ///< Rows whose values are kept.
    DEVIATION_MAX_COLS = 32, ///< Values kept of a row: its first ones.
};

/** A run of rows that deviate, from `first` to `last`. */
struct rows {
    size_t first, last;
};

/** How one array deviates. */
struct deviation {
    char array[TRACE_MAX_NAME];
    size_t run_count;
    struct rows runs[DEVIATION_MAX_RUNS]; ///< In ascending order.
    /** Rows spread over the deviating ones, the first and the last among them, and the
     *  mistake's values there: `cols` a row, and no rows if its shape is another. */
    size_t cols, row_count, rows[DEVIATION_MAX_ROWS];
    double values[DEVIATION_MAX_ROWS * DEVIATION_MAX_COLS];
};

/** How the trace of one case deviates. */
struct deviations {
    bool failed; ///< The mistake's program came to no end: nothing is known.
    size_t count;
    struct deviation *list; ///< Owned; release it with deviations_free().
};

/** Finds the deviations of a mistake.
 *  @param[out] deviations  in the order of the expected arrays
 *  @param      wrong       the mistake's trace; NULL if its program has failed
 *  @param      tolerance   what counts as the same
 *  @return false if memory runs out */
bool deviations_find(struct deviations *deviations, const struct trace *wrong,
                     const struct trace *expected, struct tolerance tolerance);

/** May be called twice. */
void deviations_free(struct deviations *deviations);

/** How far a mistake explains what a student's program does, as weights. A case weighs 1,
 *  its arrays share that, and the rows of an array share what is the array's: so a slip
 *  in one of many border cases weighs little beside a whole curve. */
struct likeness {
    double yours;      ///< Of all the student's deviations,
    double explained;  ///< and of those that are the mistake's.
    double mistake;    ///< Of all the mistake's deviations,
    double reproduced; ///< and of those that are the student's;
    double failures;   ///< cases without an end among them, which are all alike.
};

/** Adds one case.
 *  @param yours  NULL if the student's program has failed in it: a deviation in all of
 *                it, which is the mistake's if that has failed too. If the mistake's
 *                program merely deviates there, the case says nothing; nor is it the
 *                student's mistake if that fails where the student's program does not. */
void deviations_compare(struct likeness *sum, const struct deviations *mistake,
                        const struct trace *yours, const struct trace *expected,
                        struct tolerance tolerance);

/** How far two mistakes together explain what a student's program does, as weights. Where
 *  both deviate, the program that makes both may do as one of them does, or as neither:
 *  so each is known by the rows where the other does not deviate. */
struct both {
    double yours;         ///< Of all the student's deviations,
    double explained;     ///< of those that are one mistake's or the other's,
    double contested;     ///< and of those that are neither's, where both deviate.
    double own[2];        ///< Of a mistake's deviations where the other does not deviate,
    double reproduced[2]; ///< and of those that are the student's.
};

/** Adds one case.
 *  @param yours  as for deviations_compare() */
void deviations_compare_both(struct both *sum, const struct deviations *const pair[2],
                             const struct trace *yours, const struct trace *expected,
                             struct tolerance tolerance);

#endif
