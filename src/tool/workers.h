/** @file workers.h
 *  @brief Grades several exercises at once. */
#ifndef DESCENT_WORKERS_H
#define DESCENT_WORKERS_H

#include "tool/grade.h"

/** Grades some, several at once, in processes of their own.
 *  @return schema, seed, points, max_points, exercises, in the order given; NULL if one
 *          of the processes was interrupted, for all of them by Ctrl-C */
json_t *grade_some(const struct grading *grading, const struct exercise *const *exercises,
                   size_t count);

/** @return how many gradings run at once, unless another number is asked for: one a
 *          processor. More of them do not end sooner. */
unsigned workers_default(void);

#endif
