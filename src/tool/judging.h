/** @file judging.h
 *  @brief Runs the judge of an exercise, which is a program of its own. */
#ifndef DESCENT_JUDGING_H
#define DESCENT_JUDGING_H

#include "tool/workbook.h"

/** Runs it. Ends the program if it does not work: that is our fault, no student's.
 *  @param options  as src/judge/judge.c lists them, NULL after the last
 *  @return what it printed, to be freed; NULL if it was interrupted (see
 *          run_catch_interrupts()) */
char *judge_run(const struct workbook *workbook, const struct exercise *exercise,
                const char *const *options);

#endif
