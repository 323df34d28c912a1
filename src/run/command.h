/** @file command.h
 *  @brief A command to run, with its limits and what it may see. */
#ifndef DESCENT_COMMAND_H
#define DESCENT_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

/** What a program may use up. */
struct limits {
    double wall_seconds;
    unsigned cpu_seconds;
    size_t memory_bytes; ///< Resident, of the program and its children together.
    size_t output_bytes; ///< On standard output and standard error together.
    bool cut_output;     ///< More output is thrown away; it does not end the program.
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

#endif
