/** @file statistics.h
 *  @brief How a class has done: what passes, and which mistakes are made. */
#ifndef DESCENT_STATISTICS_H
#define DESCENT_STATISTICS_H

#include "tool/course.h"

/** Adds a student's row to the counts.
 *  @param counts  an object, empty at first: by the exercise's id, how many students have
 *                 each status, `points` (all together), and `mistakes`, how many made
 *                 each by its name */
void statistics_add(json_t *counts, const json_t *row);

/** Writes class.html, class.md, class.svg and class.json to the results. */
void statistics_write(const struct course *course, const json_t *counts);

#endif
