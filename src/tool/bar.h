/** @file bar.h
 *  @brief How far a long work is: a bar on a terminal, lines elsewhere. */
#ifndef DESCENT_BAR_H
#define DESCENT_BAR_H

#include <stdbool.h>
#include <stddef.h>

/** A work of so many parts. */
struct bar {
    size_t total, done, made; ///< Made: done now, not found done.
    double start, shown;      ///< When it began, and when it was last shown.
    bool terminal;
};

/** Begins, on standard error. */
void bar_begin(struct bar *bar, size_t total);

/** One part more is done; `made` says whether it took time. */
void bar_advance(struct bar *bar, bool made);

/** Leaves the line. */
void bar_end(struct bar *bar);

#endif
