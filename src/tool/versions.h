/** @file versions.h
 *  @brief Many versions of an exercise's code as one program.
 *
 *  To compile and link each version by itself costs more than all else that is done with
 *  it. Here each is written in turn, its functions under names of its own, and at the end
 *  stand the functions that the header promises: each passes the call on to the version
 *  that is asked for (see judge/driver.h). */
#ifndef DESCENT_VERSIONS_H
#define DESCENT_VERSIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/** One of them. */
struct version {
    char *name; ///< What the driver calls it.
    char *code; ///< In the form that clang-format gives: definitions begin at the
                ///< margin, nothing else does but directives, comments and braces.
};

/** Writes the program.
 *  @param count  at least 1; all of them define the same functions for others to call */
void versions_write(FILE *program, size_t count, const struct version *versions);

#endif
