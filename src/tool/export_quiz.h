/** @file export_quiz.h
 *  @brief Quizzes in the formats of learning platforms; see docs/export.md.
 *
 *  They contain the right answers, so they are for instructors. */
#ifndef DESCENT_EXPORT_QUIZ_H
#define DESCENT_EXPORT_QUIZ_H

#include "tool/quizzes.h"
#include <stdio.h>

/** A choice, or a number that may be answered. Texts are those of html_text(). */
struct export_choice {
    bool right;
    char *text; ///< Of a number its digits.
    char *reason;
    double number, tolerance;
};

/** A question, with the values of its facts. */
struct export_question {
    enum quiz_kind kind;
    char *title; ///< Plain text.
    char *text;
    size_t count, right;
    struct export_choice choices[QUIZ_MAX_CHOICES];
};

/** A chapter's. */
struct export_quiz {
    const char *chapter; ///< "01-ewma"
    char *title;
    size_t count;
    struct export_question *questions;
};

struct export_quizzes {
    size_t count;
    struct export_quiz *of;
};

/** Prepares the quizzes of chapters, by number or name; of all if `count` is 0. Ends the
 *  program if a chapter has none, or if numbers are missing that experiments compute. */
void export_quizzes_open(struct export_quizzes *quizzes, const struct workbook *workbook,
                         const struct quizzes *from, char *const *words, size_t count);

/** Releases them. */
void export_quizzes_close(struct export_quizzes *quizzes);

/** What a choice is worth where several are right: all of the right ones together 100
 *  percent, all of the wrong ones together as much less.
 *  @return percents */
double export_share(const struct export_question *question,
                    const struct export_choice *choice);

/** How each of the XML files begins. */
#define EXPORT_HEAD                                                                      \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                       \
    "<!-- The answers are in this file: it is for instructors only. -->\n"

/** Writes QTI: an assessment with a section for each of the quizzes. */
void export_assessment(FILE *file, const char *name, const char *title,
                       const struct export_quiz *quizzes, size_t count);

/** All of a file. */
typedef void export_quizzes_write(FILE *file, const struct export_quizzes *quizzes);
export_quizzes_write export_moodle_quiz, export_gift, export_qti, export_canvas_quiz;

#endif
