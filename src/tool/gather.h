/** @file gather.h
 *  @brief Finds the exercises in what was handed in, under whatever names. */
#ifndef DESCENT_GATHER_H
#define DESCENT_GATHER_H

#include "tool/roster.h"
#include "tool/workbook.h"
#include <jansson.h>

/** Where to look and what to do. */
struct gathering {
    const struct workbook *workbook;
    const char *folder; ///< In which the submissions lie.
    bool sandboxed;     ///< Unpack archives in the sandbox.
    const bool *asked;  ///< Which of the workbook's exercises notes are about; NULL: all.
    bool passing;       ///< What is copied need not survive a loss of power.
};

/** Copies the files of a submission that belong to exercises to a folder laid out like
 *  exercises/; what else is there, goes.
 *  @return an object: `files`, which has for each exercise that was found, by its id,
 *          `file` (as it was handed in) and, if it cannot be graded as it is, `problem`
 *          (why it is no source) or `unclear` (why nobody can say which file is meant);
 *          `notes`, what else an instructor should know, in sentences; and `unread`,
 *          whether something could not be read, so that a file may be missing */
json_t *gather(const struct gathering *gathering, const struct submission *submission,
               const char *to);

#endif
