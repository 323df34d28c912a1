/** @file fingerprint.h
 *  @brief Whether a result is still that of what is there: a hash of all that it depends
 *         on. */
#ifndef DESCENT_FINGERPRINT_H
#define DESCENT_FINGERPRINT_H

#include "tool/workbook.h"
#include <stdint.h>

/** @return a hash of what all exercises are compiled and linked with: the headers, the
 *          compiler's command line, the library and the driver */
uint64_t fingerprint_kit(const struct workbook *workbook);

/** @param folder  laid out like exercises/, or NULL for exercises/ itself
 *  @param kit     see fingerprint_kit()
 *  @return a hash, as text to be freed, of the student's file, of those that it needs, of
 *          the kit, and of the exercise's own stub, cases, judge and reference */
char *fingerprint(const struct workbook *workbook, const struct exercise *exercise,
                  const char *folder, uint64_t kit);

#endif
