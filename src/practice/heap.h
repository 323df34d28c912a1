/** @file heap.h
 *  @brief Memory of a driver in the browser, and which of it may be used. */
#ifndef DESCENT_HEAP_H
#define DESCENT_HEAP_H

#include <stddef.h>
#include <stdint.h>

enum {
    SHADOW_END = 24 << 20, ///< Where the shadow ends: enough for 192 MiB.
};

/** Why memory may not be used. */
enum shadow {
    SHADOW_GUARD = 0x80, ///< The stack has no business there.
    SHADOW_LEFT = 0xca,  ///< Beside an array whose length is known late.
    SHADOW_RIGHT = 0xcb,
    SHADOW_HEAP = 0xfa, ///< It is not given out.
    SHADOW_FREED = 0xfd,
};

/** Poisons memory. @param start  a multiple of 8 @param size  a multiple of 8 */
void shadow_set(uintptr_t start, size_t size, enum shadow value);

/** Lets memory be used. @param start  a multiple of 8 */
void shadow_open(uintptr_t start, size_t size);

/** Reports, in the sanitizer's words, and ends the program. */
_Noreturn void report_misuse(const char *what);

#endif
