/** @file export.h
 *  @brief A gradebook in the formats that others read; see docs/export.md.
 *
 *  What counts is the total of each row, `points`. Where a format has the exercises, too,
 *  a line of its own says what lateness costs, so that they add up to it. */
#ifndef DESCENT_EXPORT_H
#define DESCENT_EXPORT_H

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

/** What the students' numbers are to Canvas. */
enum numbering { NUMBER_CANVAS, NUMBER_SIS, NUMBER_LOGIN };

/** A gradebook, and how to write it. */
struct gradebook {
    char *folder;       ///< Of the results.
    json_t *json;       ///< What gradebook.json says; see docs/gradebook.md.
    const char *column; ///< What the column of the totals is called.
    enum numbering numbering;
};

/** Reads a gradebook and checks that its totals are the sums of its exercises. Ends the
 *  program if it cannot be read.
 *  @param path  the folder of the results, or its gradebook.json */
void gradebook_read(struct gradebook *gradebook, const char *path);

/** Releases it. */
void gradebook_free(struct gradebook *gradebook);

/** @return a string of one of its objects, without anything that a platform or XML may
 *          choke on; to be freed */
char *gradebook_text(const json_t *object, const char *key);

/** @return whether a row has a total, or an exercise its points */
bool gradebook_has_points(const json_t *graded);

/** @return whether an exercise has all of its points */
bool gradebook_has_passed(const json_t *one);

/** Formats of a whole class. Rows without a total are left out, but for JUnit, where they
 *  are errors. */
typedef void export_class(FILE *file, const struct gradebook *gradebook);
export_class export_canvas, export_moodle, export_worksheet, export_junit;

/** Formats of one student. */
typedef void export_student(FILE *file, const struct gradebook *gradebook,
                            const json_t *row);
export_student export_gradescope, export_autolab;

#endif
