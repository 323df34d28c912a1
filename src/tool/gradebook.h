/** @file gradebook.h
 *  @brief What a class has earned, as a table. */
#ifndef DESCENT_GRADEBOOK_H
#define DESCENT_GRADEBOOK_H

#include "tool/course.h"
#include <stdio.h>

/** Writes gradebook.csv, gradebook.json, the feedback and the statistics to the
 *  results.
 *  @return how many students have no total, because an exercise is not graded or
 *          unclear */
size_t gradebook_write(const struct course *course);

/** Writes one cell of a CSV file: quoted where need be, in one line, and never one that a
 *  spreadsheet takes for a formula. */
void csv_write(FILE *file, const char *text);

#endif
