/** @file diagnose.h
 *  @brief Recognizes a known mistake by its numbers. */
#ifndef DESCENT_DIAGNOSE_H
#define DESCENT_DIAGNOSE_H

#include "judge/compare.h"

enum { DIAGNOSIS_MAX_NAME = 128, DIAGNOSIS_MAX_WORDS = 1024 };

/** Both traces of one case. */
struct evidence {
    const char *run;
    const struct trace *yours, *expected;
    struct tolerance tolerance; ///< What counts as the same.
};

/** Looks for the wrong version whose mistake shows in the student's traces: wherever that
 *  version differs from the reference, the student's numbers are that version's. If
 *  several fit, the one that differs in most places is the answer; the student may have
 *  made other mistakes beside it.
 *  @param[out] name    of the wrong version
 *  @param[out] says    what its author wants the student to hear
 *  @param      folder  holds, for each wrong version, a source of traces NAME (see
 *                      source.h) and a text NAME.says
 *  @param      seed    of the evidence
 *  @return whether one was found */
bool diagnose(char name[DIAGNOSIS_MAX_NAME], char says[DIAGNOSIS_MAX_WORDS],
              const char *folder, uint64_t seed, const struct evidence *evidence,
              size_t n);

#endif
