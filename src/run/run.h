/** @file run.h
 *  @brief Runs a program that nobody trusts: under limits, in a session of its own, and
 *         if asked for in a sandbox that shows it only the files it needs.
 *
 *  What each limit is for: an endless loop (CPU time), a program that sleeps (wall time),
 *  a memory bomb (resident memory, watched from outside), endless output (bytes read), a
 *  full disk (file size). A confined program can also not start processes or threads,
 *  signal or limit others, change files, or open a network connection. */
#ifndef DESCENT_RUN_H
#define DESCENT_RUN_H

#include "run/child.h"
#include "run/command.h"
#include "run/result.h"

/** Runs a program and waits for its end; when it returns, the program and all that it
 *  started are gone. One that is killed, but not for going over a limit, is run again,
 *  once.
 *  @param[out] run      release it with run_free()
 *  @param      command  what to run */
void run_program(struct run *run, const struct command *command);

/** A program that answers each request in a copy of itself (see serve.h), so that what
 *  takes time before main() is done once. Zero if none has been started. */
struct server {
    struct child child;
    int filter; ///< Of system calls, for its copies.
};

/** Like run_program(), by a copy of a program that serves; it is started if there is
 *  none, and ended if a copy goes over a limit.
 *  @param[out]    run      release it with run_free()
 *  @param[in,out] server   release it with server_stop()
 *  @param         command  what to run: always the same program, with other arguments,
 *                          SERVE_MAX_WORDS at most, without spaces */
void run_served(struct run *run, struct server *server, const struct command *command);

/** Ends it. May be called twice. */
void server_stop(struct server *server);

/** Releases the buffers. May be called twice. */
void run_free(struct run *run);

/** From now on SIGINT, SIGTERM and SIGHUP do not end this process but the program that it
 *  runs, and every later one at once; so the caller can clean up and leave. */
void run_catch_interrupts(void);

/** @return whether one of these signals has come */
bool run_interrupted(void);

#endif
