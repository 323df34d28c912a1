/** @file export_kit.h
 *  @brief What grades an assignment elsewhere; see docs/export.md. */
#ifndef DESCENT_EXPORT_KIT_H
#define DESCENT_EXPORT_KIT_H

#include "tool/assignment.h"
#include <stdio.h>

/** Ways to grade an assignment elsewhere: GitHub's workflow, Gradescope's archive. */
typedef void export_kit(FILE *file, const struct assignment *assignment);
export_kit export_github, export_autograder;

#endif
