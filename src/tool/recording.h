/** @file recording.h
 *  @brief What a handout has in place of solutions. */
#ifndef DESCENT_RECORDING_H
#define DESCENT_RECORDING_H

#include "tool/workbook.h"

/** Writes what a handout has of an exercise in place of its solution: the stub for the
 *  student, the pristine one with the hints, the record of the reference and the mistakes
 *  with the public seeds, and the lists of what it defines and is linked with. Ends the
 *  program if something is not made yet.
 *  @param folder  the handout's, in which they go to stubs/, exercises/ and recorded/ */
void record_exercise(const struct workbook *workbook, const struct exercise *exercise,
                     const char *folder);

/** Writes the record of an exercise only: of its reference and its mistakes, with the
 *  public seeds.
 *  @param path  NAME.record */
void record_traces(const struct workbook *workbook, const struct exercise *exercise,
                   const char *path);

#endif
