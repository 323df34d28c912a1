/** @file changes.h
 *  @brief What a student's points were and what they become, and why. */
#ifndef DESCENT_CHANGES_H
#define DESCENT_CHANGES_H

#include "tool/course.h"
#include <stdio.h>

/** Writes how a student's row changes: the total, the exercises, and in each the tests
 *  that say something else. Nothing, if nothing does.
 *  @param i       the student's first submission, in both of the courses
 *  @return whether the total changes */
bool changes_write(FILE *file, const struct course *before, const struct course *after,
                   size_t i);

#endif
