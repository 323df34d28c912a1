/** @file similar.h
 *  @brief Which submissions of an exercise have more in common than is usual.
 *
 *  What is compared is what is not in the stub. The score of a pair is the share of the
 *  shorter one's tokens that stand in the other one, too, in percent. It is flagged if
 *  its score is unusual for both of the two: far above the median of a submission's
 *  scores, above what it has in common with many others, and above a threshold. So short
 *  exercises, in which all look alike, flag nobody. */
#ifndef DESCENT_SIMILAR_H
#define DESCENT_SIMILAR_H

#include "tool/workbook.h"
#include <jansson.h>

/** What is to be compared. */
struct comparison {
    const struct workbook *workbook;
    const char *const *folders; ///< Of the submissions, each laid out like exercises/.
    size_t count;
    double percent;    ///< A pair with a lower score is never flagged.
    const char *stage; ///< A folder of our own, to work in.
    bool sandboxed;
};

/** Compares the files of one exercise.
 *  @return an object: `id`; `compared`, how many; `median` of the scores, and `alike`,
 *          the percentage of submissions that are like so many others that a copy of them
 *          cannot be told (null if there are too few to say what is usual); `left_out`, a
 *          list of objects with `submission` (its place) and `why`; `unmeasured`, how
 *          many pairs may be unusual, but were not looked at, because there are too many;
 *          `problem`, why there is nothing else (or null); and `pairs`, those that are
 *          flagged, each with `a`, `b` (their places), `percent`, `threshold` (from what
 *          on it is unusual), `tokens` (how many they share), and `runs`, lists of the
 *          first and the last line in a, those in b, and the number of tokens */
json_t *similar_exercise(const struct comparison *comparison,
                         const struct exercise *exercise);

#endif
