/** @file batch.h
 *  @brief Grades many submissions, several at once, and can be stopped at any moment.
 *
 *  The unit of work is one exercise of one submission. Its result is a file with a hash
 *  of all that it depends on; it is made again only if that has changed. */
#ifndef DESCENT_BATCH_H
#define DESCENT_BATCH_H

#include "tool/assignment.h"
#include "tool/grade.h"
#include "tool/roster.h"
#include <jansson.h>

/** What to grade, and how. */
struct batch {
    struct grading
        grading; ///< How each exercise is graded; its seed is 0 for a fresh one
                 ///< in each submission.
    const struct assigned *exercises;
    size_t count;
    const struct roster *roster;
    const bool *wanted;  ///< Which of the roster's submissions.
    const char *counts;  ///< Which of a student's submissions counts, for the record.
    const char *results; ///< The folder, opened; see results.h.
    /** Grade again only what has a result that is no longer true, from what was gathered
     *  and with the seeds of before, and put the new results here, a folder laid out like
     *  `units`, so that the old ones stay. NULL to gather and grade what is handed in. */
    const char *pending;
};

/** How it went. */
struct tally {
    size_t units, graded, faults;
    bool interrupted, stopped; ///< Stopped: nothing could be graded any more.
    char *fault;               ///< The words of the first fault, to be freed; or NULL.
};

/** Grades what is not graded yet, and shows how far it is. */
void batch_run(struct tally *tally, const struct batch *batch);

#endif
