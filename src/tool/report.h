/** @file report.h
 *  @brief Shows the result of a grading to a person. */
#ifndef DESCENT_REPORT_H
#define DESCENT_REPORT_H

#include "tool/grade.h"
#include "tool/workbook.h"
#include <jansson.h>

/** How to show a result: text attributes, empty strings where the output is no terminal,
 *  and whether to show all of it, however long. */
struct style {
    const char *good, *bad, *faint, *bold, *plain;
    bool verbose;
};

/** @param color  whether escape sequences may be used
 *  @return the style */
struct style style_make(bool color);

/** @return whether color suits: standard output is a terminal that knows it, and NO_COLOR
 *          is not set */
bool style_wanted(void);

/** Prints the line of one exercise: mark, number, title, status, points. */
void report_line(const struct exercise *exercise, const char *status, json_int_t points,
                 const struct style *style);

/** Prints which exercise to go on with, or that all are done if it is NULL. */
void report_next(const struct exercise *next);

/** Prints all exercises of a grading and the points: verdict, failed tests, diagnosis,
 *  the compiler's messages, output, and the command that repeats it.
 *  @param result  from grade_some()
 *  @return which to go on with: the first one that did not pass, or one that it calls
 *          and that does not pass; NULL if all passed */
const struct exercise *report_grading(const struct grading *grading, const json_t *result,
                                      const struct style *style);

/** @return whether the exercise passed */
bool report_passed(const json_t *result);

#endif
