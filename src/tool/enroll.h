/** @file enroll.h
 *  @brief What the command line of a command on a class names: DIR [ID...]. */
#ifndef DESCENT_ENROLL_H
#define DESCENT_ENROLL_H

#include "tool/course.h"
#include "tool/tool.h"

/** Reads what is assigned: from a file, or else from the words after the folder. Ends the
 *  program if it cannot be read, or if both are there.
 *  @param path  of the file, or NULL */
void enroll_assign(struct course *course, const struct context *context,
                   const char *path);

/** Reads who has handed in, from the folder that is the first word. */
void enroll_students(struct course *course, const struct context *context);

/** Makes and locks the folder of the results; it must not lie among the submissions,
 *  where it would be taken for one. */
void enroll_results(struct course *course, const char *path);

#endif
