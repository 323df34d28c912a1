/** @file assignment.h
 *  @brief The assignment file: what is handed out, what it counts, and until when.
 *
 *  It is JSON, and described in docs/assignment.md. */
#ifndef DESCENT_ASSIGNMENT_H
#define DESCENT_ASSIGNMENT_H

#include "tool/workbook.h"
#include <time.h>

/** An exercise, and the points that full marks in it count for. */
struct assigned {
    const struct exercise *exercise;
    double points;
};

/** An assignment. Its strings and arrays are its own, its exercises the workbook's. */
struct assignment {
    const struct workbook *workbook;
    char *name; ///< Fit for a file's.
    size_t count;
    struct assigned *exercises; ///< In the order of their ids.
    time_t due;                 ///< 0: at any time.
    double late_percent;        ///< Taken off for each day begun after that.
    double late_days;    ///< What comes later than these counts nothing; or INFINITY.
    bool hides_tests;    ///< The feedback gives points only.
    uint64_t seed;       ///< Of every grading; 0: a fresh one each.
    int similar_percent; ///< Pairs that have this much in common are shown; or 0.
};

/** Reads an assignment.
 *  @param[out] assignment  for assignment_free(), whatever is returned
 *  @return NULL, or the file, the line or the key, what is wrong with it and what to
 *          write instead; to be freed */
char *assignment_read(struct assignment *assignment, const struct workbook *workbook,
                      const char *path);

/** Makes one of exercises that are named, with the workbook's points, due at any time.
 *  @param words  as for workbook_choose() */
void assignment_choose(struct assignment *assignment, const struct workbook *workbook,
                       const char *name, char *const *words, size_t count);

/** @return it as assignment_read() reads it, to be freed */
char *assignment_text(const struct assignment *assignment);

/** Writes that to a file. */
void assignment_write(const struct assignment *assignment, const char *path);

/** Adds exercises, with the workbook's points; those that are there stay as they are.
 *  @param word  as for workbook_choose()
 *  @return whether it names any */
bool assignment_add(struct assignment *assignment, const char *word);

/** Reads a date such as "2026-12-07T23:59+01:00". @return whether it is one */
bool assignment_read_due(time_t *due, const char *text);

/** @return the share of its points, from 0 to 1, that a submission keeps which was handed
 *          in at that time */
double assignment_kept(const struct assignment *assignment, time_t handed_in);

/** Releases it. */
void assignment_free(struct assignment *assignment);

#endif
