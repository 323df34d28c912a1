/** @file watch.h
 *  @brief Waits until a program ends or goes over a limit, and reads what it writes. */
#ifndef DESCENT_WATCH_H
#define DESCENT_WATCH_H

#include "run/run.h"
#include <sys/types.h>

/** Something at work. */
struct watched {
    pid_t pid;         ///< Its memory and that of its descendants counts.
    int bell;          ///< Readable when it has ended; -1: we look now and then.
    int output, trace; ///< Pipes, not blocking.
    bool (*is_over)(void *context);
    void *context;
};

/** Waits.
 *  @param[in,out] run  gets what comes through the pipes
 *  @return how it ended: ENDED_EXIT if by itself, a signal included */
enum ending watch(struct run *run, const struct watched *watched,
                  const struct limits *limits);

/** Reads what a pipe holds now. @return false when there is more than `most` */
bool watch_drain(int fd, struct buffer *buffer, size_t most);

/** @return seconds on a clock that is never set */
double watch_now(void);

#endif
