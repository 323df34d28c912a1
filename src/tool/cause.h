/** @file cause.h
 *  @brief Why an exercise may fail whose own code is right. */
#ifndef DESCENT_CAUSE_H
#define DESCENT_CAUSE_H

#include "tool/grade.h"

/** @param exercises  results of this grading
 *  @return the exercise that this one calls and that does not pass itself, by this
 *          grading or, of the student's own files, by an earlier one; NULL if there is
 *          none */
const struct exercise *cause_of(const struct grading *grading, const json_t *exercises,
                                const struct exercise *e);

#endif
