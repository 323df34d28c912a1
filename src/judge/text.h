/** @file text.h
 *  @brief Makes text of unknown origin fit for a terminal and for JSON. */
#ifndef DESCENT_TEXT_H
#define DESCENT_TEXT_H

#include <stddef.h>
#include <stdint.h>

/** Replaces, in place, every byte that is not part of valid UTF-8, every control
 *  character but newline and tab, and what turns the direction of writing, by '?'. A
 *  sequence that was cut off at the end is invalid too.
 *  @param text    `length` bytes, with a zero after the last
 *  @param length  zeros among them are replaced as well */
void text_clean(char *text, size_t length);

/** text_clean() of a text that becomes one line: new lines and tabs become blanks. */
void text_clean_line(char *text);

/** Replaces every occurrence of a word in a text, in place, by one that is not longer. */
void text_replace(char *text, const char *word, const char *by);

/** @return a 64-bit FNV-1a hash of the bytes, continued from `hash` (0 to begin) */
uint64_t bytes_hash(const char *bytes, size_t length, uint64_t hash);

#endif
