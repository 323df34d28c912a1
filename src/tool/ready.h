/** @file ready.h
 *  @brief Whether this machine can grade; if not, the program ends before anything is
 *         judged. */
#ifndef DESCENT_READY_H
#define DESCENT_READY_H

#include "tool/grade.h"

/** Ends the program if the limits that it was started with, or the disk, leave no room
 *  for a grading. */
void ready_check_room(const struct grading *grading);

/** Ends the program if the grading is to be sandboxed and there is no sandbox.
 *  @param option  which does without it, for the message */
void ready_check_sandbox(const struct grading *grading, const char *option);

#endif
