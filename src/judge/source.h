/** @file source.h
 *  @brief Where traces come from: a driver that is run, or a record. */
#ifndef DESCENT_SOURCE_H
#define DESCENT_SOURCE_H

#include "judge/answer.h"
#include "run/run.h"

/** Something that answers "case, seed" with a trace. */
struct source {
    /** A driver, or a record, NAME.record (a handout has no references to run, so it
     *  brings what they said). */
    const char *path;
    const char
        *sandbox;   ///< The workbook's folder: run the driver where it sees nothing of
                    ///< that but itself. NULL for no sandbox.
    bool trusted;   ///< It is ours: no system-call filter.
    double seconds; ///< Of time that a run may take; 0 for what is usual.
    struct server server; ///< The driver at work; release it with source_close().
};

/** @return whether the path is that of a record */
bool source_is_record(const char *path);

/** Gets the trace of one case.
 *  @param[out] trace    release it with trace_free()
 *  @param[out] words    if the verdict is not VERDICT_OK, what happened
 *  @param[out] printed  NULL, or takes what the driver printed
 *  @param      version  NULL, or which one of a driver of many (see driver.h) */
enum verdict source_trace(struct trace *trace, char words[VERDICT_MAX_WORDS],
                          struct printed *printed, struct source *source, const char *run,
                          uint64_t seed, const char *version);

enum { SOURCE_MOST = 16 /**< Versions in one process. */ };

/** Gets the traces of several versions of a driver that is ours, in one process, which is
 *  much cheaper than one for each.
 *  @param[out] traces    room for `count`; release each with trace_free()
 *  @param      versions  their names, SOURCE_MOST at most
 *  @return how many have run well from the first on. The next one has not, in that
 *          company: source_trace() says what becomes of it alone */
size_t source_traces(struct trace *traces, struct source *source, const char *run,
                     uint64_t seed, const char *const *versions, size_t count);

/** Ends the driver. May be called twice. */
void source_close(struct source *source);

#endif
