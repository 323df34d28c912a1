/** @file verdict.h
 *  @brief What became of one run of a driver, in words for a student. */
#ifndef DESCENT_VERDICT_H
#define DESCENT_VERDICT_H

#include "judge/trace.h"
#include "run/command.h"
#include "run/result.h"

/** From the best to the worst news. */
enum verdict {
    VERDICT_OK,          ///< The case ran to its end and left a trace.
    VERDICT_NOT_STARTED, ///< It met a todo().
    VERDICT_WRONG,       ///< It ran, but values are wrong.
    VERDICT_NAN,         ///< It ran, but returned NaN where a number was due.
    VERDICT_NOTHING_RUN, ///< It ended before the case began.
    VERDICT_EARLY_EXIT,  ///< It ended in the middle of the case.
    VERDICT_BAD_TRACE,   ///< Something else wrote into its trace.
    VERDICT_LEAK,        ///< It left a trace, but did not free all memory it asked for.
    VERDICT_RUNAWAY,     ///< Endless output.
    VERDICT_OUT_OF_MEMORY,
    VERDICT_TIMEOUT,
    VERDICT_CRASH,     ///< A signal, or a sanitizer's report.
    VERDICT_UNSTARTED, ///< It could not be run at all: not the program's fault.
};

enum { VERDICT_MAX_WORDS = 400 };

/** @return its name in JSON, such as "early-exit" */
const char *verdict_name(enum verdict verdict);

/** Cuts the line that todo() printed last out of an output, in place. */
void verdict_cut_todo(char *output);

/** Judges one run.
 *  @param[out] trace  what it recorded; release it with trace_free()
 *  @param[out] words  what the student should hear; empty for VERDICT_OK
 *  @param      run    the run, of a driver
 *  @param      limits those it ran under */
enum verdict verdict_of_run(struct trace *trace, char words[VERDICT_MAX_WORDS],
                            const struct run *run, const struct limits *limits);

#endif
