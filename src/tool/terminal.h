/** @file terminal.h
 *  @brief Text that fits where it is shown. */
#ifndef DESCENT_TERMINAL_H
#define DESCENT_TERMINAL_H

#include <stddef.h>
#include <stdio.h>

/** @return the columns of the terminal that standard output is; `otherwise` if it is
 *          none, or too narrow to be true */
size_t terminal_width(size_t otherwise);

/** @return how many columns a text in UTF-8 takes; a mark above a letter takes none */
size_t text_columns(const char *text, size_t length);

/** Writes words, broken into lines at spaces and newlines, each line after an indent;
 *  nothing if there is no word.
 *  @param most  columns of a line; a word that is longer has a line of its own */
void write_wrapped(FILE *out, const char *text, const char *indent, size_t most);

/** write_wrapped() to standard output; on a terminal no line is wider than that. */
void print_wrapped(const char *text, const char *indent, size_t most);

#endif
