/** @file regrade.h
 *  @brief Puts the results of another grading in the place of those of a batch.
 *
 *      regraded/units/KEY/ID  the new results, until they are put in place
 *      regraded/writing       the name of before-N; it is there only while that is filled
 *      before-N/              the old ones: what was replaced, and the gradebook */
#ifndef DESCENT_REGRADE_H
#define DESCENT_REGRADE_H

#include "tool/course.h"

/** @return the path of the new results, for struct batch and struct course; to be
 *          freed */
char *regrade_pending(const char *results);

/** Ends the program if a regrade was interrupted while it wrote. */
void regrade_check(const char *results);

/** Puts the new results in place, keeps the old ones beside them, and writes the
 *  gradebook. If it is interrupted, nothing is lost, and regrade_finish() goes on.
 *  @param course   without pending results
 *  @param changes  what to keep with the old ones: what has changed, in words
 *  @return the program's exit code */
int regrade_write(const struct course *course, const char *changes);

/** Goes on where regrade_write() was interrupted, if it was. @return whether it was */
bool regrade_finish(const struct course *course);

#endif
