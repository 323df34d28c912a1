/** @file gradebook.h
 *  @brief What a class has earned, as a table. */
#ifndef DESCENT_GRADEBOOK_H
#define DESCENT_GRADEBOOK_H

#include "tool/course.h"
#include <stdio.h>

/** Writes gradebook.csv, gradebook.json, the feedback and the statistics to the results,
 *  and says so.
 *  @return the program's exit code: 0; 1 if a student has no total because something is
 *          unclear; 2 if something is not graded */
int gradebook_write(const struct course *course);

/** Writes one cell of a CSV file: quoted where need be, in one line, and never one that a
 *  spreadsheet takes for a formula. Where commas are decimal a spreadsheet ends cells at
 *  semicolons, whatever the quotes: what follows one is treated as a cell, too. */
void csv_write(FILE *file, const char *text);

#endif
