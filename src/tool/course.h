/** @file course.h
 *  @brief What is graded in a batch, and what of it counts. */
#ifndef DESCENT_COURSE_H
#define DESCENT_COURSE_H

#include "tool/roster.h"
#include "tool/workbook.h"
#include <jansson.h>

/** Which of a student's submissions counts. */
enum counting { COUNT_LAST, COUNT_BEST, COUNT_FIRST };

/** A class's work. */
struct course {
    const struct workbook *workbook;
    const struct exercise **exercises;
    size_t count;
    time_t due; ///< 0: at any time.
    enum counting counting;
    struct roster roster;
    bool *wanted;        ///< Which of the roster's submissions are graded.
    const char *results; ///< The folder; see results.h.
};

/** Chooses which submissions are graded: those that may count, of the students of one
 *  shard out of so many. */
void course_choose(struct course *course, size_t shard, size_t shards);

/** @return the next student's first submission, after the i-th; the roster's count after
 *          the last student */
size_t course_next(const struct course *course, size_t i);

/** What a submission has earned, from the files of the results.
 *  @return `student`, `id`, `submission`, `late`, `points` (null if an exercise is not
 *          graded or unclear), `max_points`, `exercises` (each with `id`, `status`,
 *          `points`, `max_points`, `seed`, `file` and `diagnosis`), and `notes` */
json_t *course_row(const struct course *course, const struct submission *submission);

/** @return the row of the submission that counts, of the student whose first submission
 *          is the i-th; its notes say so if there are several. NULL if none is wanted. */
json_t *course_student(const struct course *course, size_t i);

#endif
