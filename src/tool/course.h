/** @file course.h
 *  @brief What is graded in a batch, and what of it counts. */
#ifndef DESCENT_COURSE_H
#define DESCENT_COURSE_H

#include "tool/assignment.h"
#include "tool/roster.h"
#include <jansson.h>

/** Which of a student's submissions counts. */
enum counting { COUNT_LAST, COUNT_BEST, COUNT_FIRST };

/** A class's work. */
struct course {
    struct assignment assignment;
    enum counting counting;
    struct roster roster;
    bool *wanted;        ///< Which of the roster's submissions are graded.
    const char *results; ///< The folder; see results.h.
    json_t *adjustments; ///< What the instructor has set by hand; see course_adjust().
    /** A folder laid out like the results' units, whose units take the place of those; or
     *  NULL. */
    const char *pending;
};

/** Chooses which submissions are graded: those that may count, of the students of one
 *  shard out of so many. */
void course_choose(struct course *course, size_t shard, size_t shards);

/** Reads the instructor's own points from adjustments.json in the results, if it is
 *  there: a list of objects with `student` (the name, the number or the submission),
 *  `exercise`, `points` and `reason`. Ends the program if it names what does not
 *  exist. */
void course_adjust(struct course *course);

/** Opens the course whose results are there: what was assigned, who has handed in, and
 *  what was set by hand. Ends the program if it is no such folder. */
void course_reopen(struct course *course, const struct workbook *workbook,
                   const char *results);

/** @return the next student's first submission, after the i-th; the roster's count after
 *          the last student */
size_t course_next(const struct course *course, size_t i);

/** @return the name of what counts, such as "last" */
const char *counting_name(enum counting counting);

/** From the files of the results, what the student has earned whose first submission is
 *  the i-th.
 *  @return the row of the submission that counts: `student`, `id`, `submission`, `late`,
 *          `kept` (the share of the points that it keeps if it is), `points` (null if an
 *          exercise is not graded or unclear), `max_points`, `exercises` (each with `id`,
 *          `status`, `points`, `max_points`, and, where there are any, `seed`, `file`,
 *          `diagnosis` and `adjusted`, with `from` and `reason`), and `notes`. NULL if no
 *          submission is wanted. */
json_t *course_student(const struct course *course, size_t i);

/** @return the result of one exercise; NULL if there is none */
json_t *course_unit(const struct course *course, const char *key, const char *id);

/** Releases what it owns. */
void course_free(struct course *course);

#endif
