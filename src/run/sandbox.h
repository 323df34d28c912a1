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

/** Forbids this process for good, over exec too, what confined code has no need of: new
 *  processes and threads, signals to other processes, the network, tracing.
 *  @return 0, or a negative error number */
int sandbox_confine_self(void);

/** @param confine  for code under test; otherwise for a compiler, which may start
 *                  processes and change files
 *  @return a descriptor from which bubblewrap can load such a filter (in a sandbox there
 *          are no other processes to signal), or -1 */
int sandbox_filter(bool confine);

#endif
