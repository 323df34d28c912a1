/** @file grade.h
 *  @brief Grades exercises: compiles, lets the judge judge, and collects the results. */
#ifndef DESCENT_GRADE_H
#define DESCENT_GRADE_H

#include "tool/workbook.h"
#include <jansson.h>
#include <stdint.h>

/** How to grade. */
struct grading {
    const struct workbook *workbook;
    const char *folder; ///< Laid out like exercises/; NULL for exercises/ itself.
    const char *source; ///< Graded instead of the folder's file; NULL for that one.
    const char *rest;   ///< Has the functions that `source` leaves out; or NULL.
    const char *record; ///< In place of reference and mistakes, or NULL.
    uint64_t seed;
    bool sandboxed;
    unsigned jobs; ///< Exercises graded at once, at least 1.
    /** Seconds that all exercises that do not pass may take together; after that an
     *  exercise gets time for a right solution only. 0 for no such limit. */
    double budget;
    bool hurried;     ///< The budget is used up.
    const char *plot; ///< Where to write an SVG file of what fails; or NULL.
};

/** Grades one exercise.
 *  @return an object: id, title, chapter, status, points, max_points, file, problem (why
 *          the file cannot be compiled at all, or ""), tests, diagnosis, messages (the
 *          compiler's), output (the beginning of the student's), output_lines (of all of
 *          it), output_case (where it was printed), hash (see fingerprint(); of what was
 *          graded, not of what is there now). NULL if it was interrupted
 *          (see run_catch_interrupts()). Ends the program if the workbook itself is at
 *          fault. */
json_t *grade_one(const struct grading *grading, const struct exercise *exercise);

/** A handout has traces for the seeds 1 to this. */
enum { PUBLIC_SEEDS = 5 };

/** @return a seed that nobody can foresee, short enough to type; in a handout, one of the
 *          public seeds, elsewhere none of them */
uint64_t fresh_seed(const struct workbook *workbook);

#endif
