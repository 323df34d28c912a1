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

#include <stdbool.h>
#include <stddef.h>

/** What a program may use up. */
struct limits {
    double wall_seconds;
    unsigned cpu_seconds;
    size_t memory_bytes; ///< Resident, of the program and its children together.
    size_t output_bytes; ///< On standard output and standard error together.
    size_t trace_bytes;  ///< On descriptor 3.
    size_t file_bytes;   ///< Of each file that it writes.
};

/** What a sandboxed program sees besides the system's own programs and libraries: lists
 *  that end in NULL. Everything else, the network and other processes do not exist for
 *  it. */
struct sandbox {
    const char *const *readable;
    const char *const *writable;
    const char *hidden; ///< A folder to hide even if it lies in the system's; or NULL.
};

/** What to run. */
struct command {
    const char *const
        *argv;              ///< Program, found by its path or on PATH, and its arguments.
    const char *const *env; ///< Its whole environment.
    const char *directory;  ///< Where it runs; NULL for here.
    struct limits limits;
    bool confine;                  ///< It is the code under test, not a compiler.
    const struct sandbox *sandbox; ///< NULL to run without one.
};

/** How it ended. */
enum ending {
    ENDED_EXIT,        ///< By itself, with `code`.
    ENDED_SIGNAL,      ///< By the signal `code`.
    ENDED_TIME,        ///< Out of CPU or wall time.
    ENDED_MEMORY,      ///< Over the memory limit.
    ENDED_OUTPUT,      ///< Over the output, trace or file limit.
    ENDED_INTERRUPTED, ///< By run_catch_interrupts().
    ENDED_UNSTARTED,   ///< It could not be started; `output` says why.
};

/** Bytes that it wrote, with a zero after the last. */
struct buffer {
    char *bytes;
    size_t length, capacity;
};

/** The result of a run. */
struct run {
    enum ending ending;
    int code;
    struct buffer output; ///< Standard output and standard error, as they came.
    struct buffer trace;  ///< Descriptor 3.
};

/** Runs a program and waits for its end; when it returns, the program and all that it
 *  started are gone.
 *  @param[out] run      release it with run_free()
 *  @param      command  what to run */
void run_program(struct run *run, const struct command *command);

/** Releases the buffers. May be called twice. */
void run_free(struct run *run);

/** From now on SIGINT, SIGTERM and SIGHUP do not end this process but the program that it
 *  runs, and every later one at once; so the caller can clean up and leave. */
void run_catch_interrupts(void);

/** @return whether one of these signals has come */
bool run_interrupted(void);

/** @return whether this machine lets us make a sandbox; if not, `why` says what is
 *          wrong */
bool sandbox_works(char *why, size_t size);

#endif
