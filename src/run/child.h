/** @file child.h
 *  @brief A program that was started, and what connects us with it. */
#ifndef DESCENT_CHILD_H
#define DESCENT_CHILD_H

#include "run/command.h"
#include <sys/types.h>

enum { CHILD_MAX_WORDS = 256 };

/** A program at work; it stays a zombie until child_end(), so that its number still means
 *  it. */
struct child {
    pid_t pid;  ///< 0 if there is none.
    int pidfd;  ///< Readable when it has ended; -1 on old kernels.
    int output; ///< Our end of its standard output and standard error.
    int trace;  ///< Our end of its descriptor 3.
    int status; ///< What bubblewrap says of itself.
};

/** Starts a program under its limits, in a session of its own.
 *  @param[out] child   release it with child_end()
 *  @param      serves  it runs nothing of the code under test itself, but in copies that
 *                      confine themselves; descriptor 3 is a socket (see serve.h)
 *  @param[out] why     if it could not be started */
bool child_start(struct child *child, const struct command *command, bool serves,
                 char why[CHILD_MAX_WORDS]);

/** @return whether it has ended by itself */
bool child_has_ended(const struct child *child);

/** @return whether bubblewrap told the program's exit code. It does only if there was a
 *          program: without that it has failed itself, or was killed. Nobody else has
 *          this descriptor. */
bool child_has_reported(const struct child *child);

/** Ends it and all that it started. May be called twice.
 *  @return what wait() says of it */
int child_end(struct child *child);

#endif
