/** @file facts.h
 *  @brief Numbers that the book's experiments computed, in texts outside of the book.
 *
 *  A table of facts, such as a chapter's facts.tsv, has a key, a tab and a value on each
 *  line. */
#ifndef DESCENT_FACTS_H
#define DESCENT_FACTS_H

#include <stdbool.h>

/** @return the value of a fact, to be freed; NULL if the table does not have it */
char *facts_value(const char *table, const char *key);

/** @return the first key that a text names, by []{.fact key="…"} or \fact{…}, and the
 *          table does not have, to be freed; NULL if it has them all */
char *facts_missing(const char *text, const char *table);

/** Puts the values into a text, in the form of mathematics. What is not known stays.
 *  @return the text, to be freed */
char *facts_fill(const char *text, const char *table);

#endif
