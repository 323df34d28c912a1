/** @file plain.h
 *  @brief Mathematics as a terminal can show it. */
#ifndef DESCENT_PLAIN_H
#define DESCENT_PLAIN_H

/** Turns the book's Markdown with TeX into plain text: "$\alpha (1-\alpha)^{k-1}$"
 *  becomes "α (1-α)^(k-1)", "[](#ex:1.3)" becomes "exercise 1.3", "`pow`" becomes "pow".
 *  @return the text, to be freed; never longer in lines than the original */
char *plain_text(const char *markdown);

#endif
