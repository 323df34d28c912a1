/** @file plain.h
 *  @brief The book's Markdown as a terminal or an editor can show it. */
#ifndef DESCENT_PLAIN_H
#define DESCENT_PLAIN_H

#include <stddef.h>
#include <stdio.h>

/** Turns the book's Markdown with TeX into plain text: "$\lambda^t$" becomes "λ^t" (see
 *  tex.h), "[](#ex:1.3)" "exercise 1.3", "`pow`" and "*pow*" "pow". Displayed formulas
 *  are set apart by blank lines, their lines indented by four blanks; the columns of
 *  tables are in line.
 *  @return the text, to be freed */
char *plain_text(const char *markdown);

/** Writes plain_text() with its paragraphs filled, each line after `indent`. Formulas and
 *  tables keep their lines; an item of a list begins a new one, with "- ".
 *  @param most  columns of a line with its indent; a longer word has its own line */
void plain_fill(FILE *out, const char *markdown, const char *indent, size_t most);

#endif
