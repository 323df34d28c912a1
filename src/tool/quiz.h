/** @file quiz.h
 *  @brief A chapter's questions of understanding, chapters/NN-stem/quiz.md.
 *
 *  A question is a title, a text and its choices, each with the reason why it is right or
 *  wrong:
 *
 *      ## The title
 *
 *      The text: paragraphs.
 *
 *      - ( ) A wrong choice, which may
 *        go on here.
 *        > Why it is wrong.
 *      - (x) The right one.
 *        > Why it is right.
 *
 *  With square brackets, "- [ ]" and "- [x]", any number of choices is right. Where the
 *  answer is a number, "(=)" has the right one, a fact with a tolerance, and "(!)" one
 *  that a mistake gives:
 *
 *      - (=) []{.fact key="com-9"} ± 0.5
 *        > Why.
 *      - (!) 10
 *        > The mistake.
 *
 *  A tolerance may also be a share of the number, "± 5 %". Texts are the book's Markdown;
 *  references are to exercises and sections only. */
#ifndef DESCENT_QUIZ_H
#define DESCENT_QUIZ_H

#include <stdbool.h>
#include <stddef.h>

enum { QUIZ_MAX_CHOICES = 8 };

enum quiz_kind { QUIZ_ONE, QUIZ_SEVERAL, QUIZ_NUMBER };

/** A choice, or a number that may be answered. */
struct quiz_choice {
    bool right;
    char *text, *reason;
    char *key;     ///< Of the fact that is this number; NULL if there is none.
    double number; ///< If there is no key.
    unsigned line;
};

/** One question. */
struct quiz_question {
    enum quiz_kind kind;
    char *title, *text;
    char *source; ///< All of its lines: tells it from what it was before a change.
    size_t count;
    struct quiz_choice choices[QUIZ_MAX_CHOICES];
    double tolerance; ///< Of a number.
    bool is_share;    ///< Whether the tolerance is a share of it.
    unsigned line;
};

/** A quiz; quiz_read() fills it, quiz_free() empties it. */
struct quiz {
    size_t count;
    struct quiz_question *questions;
};

/** Reads a quiz.
 *  @param name  what messages call it
 *  @return NULL, or the first line that is wrong and why, such as "quiz.md:12: this
 *          choice has no reason …", to be freed; then there is nothing in it */
char *quiz_read(struct quiz *quiz, const char *name, const char *text);

/** Releases what is in it. */
void quiz_free(struct quiz *quiz);

/** Checks that each fact is known, and that no mistake's number counts as right.
 *  @param table  of facts; see facts.h
 *  @return NULL, or what is wrong, as quiz_read() does */
char *quiz_check_facts(const struct quiz *quiz, const char *name, const char *table);

/** @return a choice's number; NaN if the fact is not known or is no number */
double quiz_number(const struct quiz_choice *choice, const char *table);

/** @return how far from that an answer may be */
double quiz_tolerance(const struct quiz_question *question,
                      const struct quiz_choice *choice, const char *table);

/** @return whether an answer is a choice's number within the question's tolerance; false
 *          if the fact is not known */
bool quiz_is_number(const struct quiz_question *question,
                    const struct quiz_choice *choice, const char *table, double answer);

#endif
