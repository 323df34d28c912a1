/** @file terminal.h
 *  @brief Text that fits where it is shown. */
#ifndef DESCENT_TERMINAL_H
#define DESCENT_TERMINAL_H

#include <stddef.h>

/** @return the columns of the terminal that standard output is; `otherwise` if it is
 *          none, or too narrow to be true */
size_t terminal_width(size_t otherwise);

/** Prints words, broken into lines at spaces and newlines, each line after an indent;
 *  nothing if there is no word.
 *  @param most  columns of a line, on a terminal no more than it has; a word that is
 *               longer has a line of its own */
void print_wrapped(const char *text, const char *indent, size_t most);

#endif
