/** @file sandbox.h
 *  @brief How run.c confines a program: a bubblewrap command line and a system-call
 *          filter. */
#ifndef DESCENT_SANDBOX_H
#define DESCENT_SANDBOX_H

#include "run/command.h"

enum { SANDBOX_MAX_WORDS = 256 };

/** Writes the command line that runs a command in its sandbox.
 *  @param[out] words      SANDBOX_MAX_WORDS of them; the last one is NULL
 *  @param      command    its sandbox is not NULL
 *  @param      filter_fd  descriptor, as text, of the filter to load
 *  @param      status_fd  descriptor, as text, for bubblewrap's own reports
 *  @return false if it has too many words */
bool sandbox_command(const char *words[SANDBOX_MAX_WORDS], const struct command *command,
                     const char *filter_fd, const char *status_fd);

/** Shuts this process and what it becomes into a Landlock domain of their own: in /proc a
 *  user's processes can read each other's memory and pipes, but from inside a domain
 *  nothing outside it. A kernel without Landlock leaves that open. */
void sandbox_enter_domain(void);

/** Forbids this process for good, over exec too, what confined code has no need of: new
 *  processes and threads, signals to other processes, the network, tracing.
 *  @return 0, or a negative error number */
int sandbox_confine_self(void);

/** Whom a filter is for. */
enum sandbox_filter {
    SANDBOX_COMPILER, ///< It may start processes and change files.
    SANDBOX_CODE,     ///< The code under test, alone in its sandbox.
    SANDBOX_COPY,     ///< The same beside the process that it is a copy of (see serve.h),
                      ///< which it may not signal: SERVE_SELF stands for its number.
};

/** @return a descriptor from which such a filter can be loaded, or -1 */
int sandbox_filter(enum sandbox_filter whom);

#endif
