/** @file known.h
 *  @brief The known mistakes of an exercise: a driver that runs them all, and what the
 *         student hears of each. */
#ifndef DESCENT_KNOWN_H
#define DESCENT_KNOWN_H

#include "judge/diagnose.h"
#include "judge/source.h"

enum { KNOWN_MAX_PATH = 4096 };

/** What became of one mistake in one case. */
struct known_run {
    bool done;
    enum verdict verdict;
    char words[VERDICT_MAX_WORDS];
    struct trace trace;
    bool compared; ///< Whether its deviations are known.
    struct deviations deviations;
};

/** What became of all of them in one case. */
struct known_case {
    char run[TRACE_MAX_NAME];
    uint64_t seed;
    struct known_run *runs;
    struct known_case *next;
};

/** Where they are. */
struct known {
    const char *folder; ///< For each mistake a text NAME.says; and `driver`, of them all.
    char path[KNOWN_MAX_PATH]; ///< Of the driver.
    struct source driver;
    uint64_t seed;
    size_t count;
    struct mistake *list; ///< In alphabetic order; owned.
    bool *alone; ///< Which have ended badly, and get a process of their own; owned.
    struct known_case *cases; ///< That were run; owned. Release all by known_free().
};

/** Reads the names and the words.
 *  @return false if memory runs out; no mistakes if there is no such folder */
bool known_read(struct known *known, const char *folder, uint64_t seed);

/** Runs some of them in a case, those that have not run in it before.
 *  @param[out] words   why that was not possible
 *  @param      wanted  for each mistake whether it is; NULL for all
 *  @return one for each mistake; NULL if that was not possible */
const struct known_run *known_runs(char words[VERDICT_MAX_WORDS], struct known *known,
                                   const char *run, const bool *wanted);

/** @return where one of them deviates; if it has not run in the case, all run. NULL if
 *          memory runs out, or it could not be run */
const struct deviations *known_deviations(struct known *known, size_t i, const char *run,
                                          const struct trace *expected,
                                          struct tolerance tolerance);

/** @return them, for diagnose(); they are run as they are needed */
struct mistakes known_mistakes(struct known *known);

/** May be called twice. */
void known_free(struct known *known);

#endif
