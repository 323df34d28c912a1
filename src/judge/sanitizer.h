/** @file sanitizer.h
 *  @brief Reads what AddressSanitizer and UndefinedBehaviorSanitizer print. */
#ifndef DESCENT_SANITIZER_H
#define DESCENT_SANITIZER_H

#include <stdbool.h>
#include <stddef.h>

/** Says in one line what went wrong and where, such as "AddressSanitizer:
 *  heap-buffer-overflow, write of 8 bytes at adam.c:31".
 *  @param[out] words   `size` bytes; untouched if there is no report
 *  @param      output  what a program printed
 *  @return whether there is a report in it */
bool sanitizer_words(char *words, size_t size, const char *output);

/** Cuts the report and what follows it off an output, in place: what is left is what the
 *  program itself has printed. */
void sanitizer_cut(char *output);

#endif
