/** @file mistakes.h
 *  @brief The known mistakes of an exercise, as edits of its solution.
 *
 *  tests/NN-stem/mistakes/NAME is read by teachers, from top to bottom:
 *
 *      == eps-inside-root                    the mistake's name
 *      Your ε stands inside the root …       what the student hears
 *      @@                                    an edit: lines of the solution,
 *           m[i] = beta1 * m[i] + …          that stay,
 *      -    theta[i] -= … / (sqrt(v) + e);   go,
 *      +    theta[i] -= … / sqrt(v + e);     or come
 *
 *  There may be several edits. The lines that stay or go stand in the solution, below its
 *  head comment, in this order, exactly once; its lines BEGIN and END SOLUTION do not
 *  count. Empty lines before the next name are for the eye. */
#ifndef DESCENT_MISTAKES_H
#define DESCENT_MISTAKES_H

#include <stdbool.h>
#include <stddef.h>

/** A text, and what messages call it. */
struct named_text {
    const char *name, *text;
};

/** One mistake. Its strings are the reader's, until it asks for the next. */
struct known_mistake {
    const char *name;    ///< Letters, digits and "-_".
    const char *says;    ///< Lines.
    const char *edits;   ///< As they stand in the list.
    const char *program; ///< The solution with the edits; "#line"s say what is whose.
};

/** Reads a list.
 *  @param list      of mistakes
 *  @param solution  that they edit
 *  @param take      is called for each mistake, in the list's order
 *  @param context   for take()
 *  @return NULL, or the first line that is wrong and why, such as "adam:12: mistake
 *          eps-inside-root: no such lines in the solution"; to be freed */
char *mistakes_read(struct named_text list, struct named_text solution,
                    void (*take)(void *context, const struct known_mistake *mistake),
                    void *context);

#endif
