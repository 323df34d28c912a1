/** @file answer.h
 *  @brief What a driver answered when it was run, wherever that was. */
#ifndef DESCENT_ANSWER_H
#define DESCENT_ANSWER_H

#include "judge/verdict.h"

enum { ANSWER_MAX_OUTPUT = 4096 };

/** What a driver printed. */
struct printed {
    char text[ANSWER_MAX_OUTPUT]; ///< Its beginning, without a sanitizer's report.
    size_t lines;                 ///< Of all of it.
};

/** What a driver may use up. */
extern const struct limits answer_limits;

/** Judges one run.
 *  @param[out] trace    what it recorded; release it with trace_free()
 *  @param[out] words    if the verdict is not VERDICT_OK, what happened
 *  @param[out] printed  NULL, or takes what it printed
 *  @param      run      the run, of a driver; its output is cleaned
 *  @param      limits   those it ran under */
enum verdict answer_of_run(struct trace *trace, char words[VERDICT_MAX_WORDS],
                           struct printed *printed, const struct run *run,
                           const struct limits *limits);

#endif
