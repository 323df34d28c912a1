/** @file record_write.h
 *  @brief Writes a record (see record.h). */
#ifndef DESCENT_RECORD_WRITE_H
#define DESCENT_RECORD_WRITE_H

#include "judge/known.h"
#include <stdio.h>

/** Writes the beginning of a record: the mistakes' names and words. */
void record_write_mistakes(FILE *text, const struct known *known);

/** Writes one case. Runs each mistake.
 *  @return false if memory runs out */
bool record_write_case(FILE *text, const struct trace *expected,
                       struct tolerance tolerance, struct known *known);

/** Ends the text and compresses it.
 *  @return whether the file is written */
bool record_write_file(const char *path, const char *text, size_t length);

#endif
