/** @file tex.h
 *  @brief A small part of TeX's mathematics, in Unicode. */
#ifndef DESCENT_TEX_H
#define DESCENT_TEX_H

#include <stdbool.h>
#include <stddef.h>

/** Turns a formula, without its dollars, into plain text, spaced as TeX does: blanks of
 *  the source do not count. "\alpha (1-\alpha)^{k-1}" becomes "α(1 - α)^(k-1)". A command
 *  that is not known keeps its backslash.
 *  @param display  a formula of its own: "\quad", "\qquad" and "\\" begin new lines
 *  @return the text, to be freed */
char *tex_plain(const char *formula, size_t length, bool display);

#endif
