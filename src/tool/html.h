/** @file html.h
 *  @brief The book's Markdown as learning platforms show it. */
#ifndef DESCENT_HTML_H
#define DESCENT_HTML_H

/** Turns the book's Markdown into HTML without a line end. Formulas stay TeX, between
 *  "\(" and "\)", or "\[" and "\]", where MathJax looks for them. Tables and lines that
 *  are indented keep the columns and the signs of plain_text().
 *  @return the text, to be freed; more than one paragraph stand in <p> */
char *html_text(const char *markdown);

#endif
