/** @file progress.h
 *  @brief Remembers how an exercise was last graded, for as long as its files stay as
 *         they were. */
#ifndef DESCENT_PROGRESS_H
#define DESCENT_PROGRESS_H

#include "tool/grade.h"
#include "tool/workbook.h"
#include <jansson.h>

/** grade_some(), and remembers the results if the files are the student's own, that is,
 *  if no other folder is graded. A file that is saved meanwhile counts as changed. */
json_t *progress_grade(const struct grading *grading,
                       const struct exercise *const *exercises, size_t count);

/** @return the remembered result, with status and points; NULL if there is none or a file
 *          has changed since. To be released with json_decref(). */
json_t *progress_load(const struct workbook *workbook, const struct exercise *exercise);

/** @return progress_load(), or else the result of a grading made now; never NULL */
json_t *progress_now(const struct workbook *workbook, const struct exercise *exercise);

/** Grades all exercises of which nothing is remembered, several at once. */
void progress_refresh(const struct workbook *workbook);

/** @return the first exercise after this one that is not remembered to have passed, or
 *          else the first of all; NULL if all have */
const struct exercise *progress_next(const struct workbook *workbook,
                                     const struct exercise *after);

#endif
