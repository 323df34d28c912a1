/** @file feedback.h
 *  @brief What a student hears of what was handed in. */
#ifndef DESCENT_FEEDBACK_H
#define DESCENT_FEEDBACK_H

#include "tool/course.h"

/** Writes feedback/KEY/index.html and feedback.md, and the drawings that it shows, to the
 *  results.
 *  @param row  of the submission that counts; see course_student() */
void feedback_write(const struct course *course, const json_t *row);

#endif
