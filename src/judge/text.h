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

/** Cuts every occurrence of a word out of a text, in place. */
void text_cut(char *text, const char *word);

/** @return a 64-bit FNV-1a hash of the text, continued from `hash` (0 to begin) */
uint64_t text_hash(const char *text, uint64_t hash);

#endif
