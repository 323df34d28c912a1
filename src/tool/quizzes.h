/** @file quizzes.h
 *  @brief The workbook's quizzes, and which of their questions have been answered right.
 *
 *  That is remembered in build/progress for as long as a question stays as it was. */
#ifndef DESCENT_QUIZZES_H
#define DESCENT_QUIZZES_H

#include "tool/quiz.h"
#include "tool/workbook.h"
#include <jansson.h>
#include <stdio.h>

/** The quiz of a chapter. */
struct chapter_quiz {
    char *chapter; ///< "01-ewma"
    struct quiz quiz;
    char *facts;     ///< The table of the chapter's facts; empty if it is not there.
    json_t *answers; ///< By the questions' sources: whether the last answer was right.
};

/** The quizzes of all chapters that have one, in their order. */
struct quizzes {
    size_t count;
    struct chapter_quiz *of;
};

/** Reads them. Ends the program with file and line if one is malformed. */
void quizzes_open(struct quizzes *quizzes, const struct workbook *workbook);

/** Releases them. */
void quizzes_close(struct quizzes *quizzes);

/** @return whether the question's last answer was right */
bool quizzes_is_right(const struct chapter_quiz *quiz,
                      const struct quiz_question *question);

/** @return how many of the quiz's questions that holds for */
size_t quizzes_count_right(const struct chapter_quiz *quiz);

/** Remembers an answer. */
void quizzes_remember(const struct workbook *workbook, struct chapter_quiz *quiz,
                      const struct quiz_question *question, bool right);

/** @return the number of the quiz's chapter */
long quizzes_number(const struct chapter_quiz *quiz);

/** Lists the chapters, and how far one is in each. */
void quizzes_list(const struct quizzes *quizzes, FILE *out);

/** Finds a chapter's quiz by its number or its name. Ends the program if there is
 *  none. */
struct chapter_quiz *quizzes_find(const struct quizzes *quizzes, const char *word);

#endif
