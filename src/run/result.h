/** @file result.h
 *  @brief What became of a program that was run. */
#ifndef DESCENT_RESULT_H
#define DESCENT_RESULT_H

#include <stddef.h>

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

#endif
