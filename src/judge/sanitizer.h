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

/** Shortens the report in an output, in place, to the calls in C files and what is said of
 *  the memory. Addresses and process numbers, which differ from run to run, go. */
void sanitizer_tidy(char *output);

#endif
