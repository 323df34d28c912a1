/** @file fingerprint.h
 *  @brief Whether a result is still that of what is there: a SHA-256 of all that it
 *         depends on. */
#ifndef DESCENT_FINGERPRINT_H
#define DESCENT_FINGERPRINT_H

#include "tool/workbook.h"

/** @return a hash, as text to be freed, of what all exercises are compiled and linked
 *          with: the headers, the compiler's command line, the library and the driver */
char *fingerprint_kit(const struct workbook *workbook);

/** @return a hash, as text to be freed, of the kit (workbook->kit) and of what the
 *          workbook has for this exercise: its stub, cases, judge, reference and known
 *          mistakes */
char *fingerprint_own(const struct workbook *workbook, const struct exercise *exercise);

/** @param own     fingerprint_own()
 *  @param folder  laid out like exercises/, or NULL for exercises/ itself
 *  @return a hash, as text to be freed, of that, of the student's file, and of those that
 *          it needs */
char *fingerprint(const char *own, const struct workbook *workbook,
                  const struct exercise *exercise, const char *folder);

/** @param folder  laid out like exercises/
 *  @return a hash, as text to be freed, of all exercises in it */
char *fingerprint_submission(const struct workbook *workbook, const char *folder);

#endif
