/** @file trial.h
 *  @brief The tests of one exercise on one program, whoever runs the program. */
#ifndef DESCENT_TRIAL_H
#define DESCENT_TRIAL_H

#include "judge/answer.h"
#include "judge/diagnose.h"
#include "judge/judge.h"

/** Both traces of one case. */
struct taken {
    const char *run;
    enum verdict verdict; ///< Of the student's run.
    char words[VERDICT_MAX_WORDS];
    struct trace yours, expected;
    bool borrowed; ///< `yours` is somebody else's.
};

/** All that is known while the tests are run. */
struct trial {
    const struct judge_test *tests;
    size_t count; ///< Of tests.
    enum verdict verdicts[JUDGE_MAX_TESTS];
    struct taken taken[JUDGE_MAX_TESTS];
    size_t taken_count;
    unsigned patience; ///< Runs that may still go over a limit before no more are made.
    double seconds;    ///< That the student's runs took together,
    double most;       ///< and may take.
    enum verdict last_excess;
    struct printed printed; ///< In the first case that prints something,
    const char *printing;   ///< which is this one; NULL for none.
};

/** @return the number of tests; 0 if there are too many */
size_t trial_count(const struct judge_test *tests);

/** @return the case, or NULL if it has not been taken */
struct taken *trial_find(struct trial *trial, const char *run);

/** @return a new case; its traces are released by trial_forget() */
struct taken *trial_add(struct trial *trial, const char *run);

/** Whether the program may be run in one more case.
 *  @param[out] taken  if not, has the verdict and the words for that */
bool trial_may_run(const struct trial *trial, struct taken *taken);

/** Where the output of the next run goes; NULL if there has been one already. */
struct printed *trial_printed(struct trial *trial);

/** Counts what a run took, and loses patience with a program that is slow in each case.
 *  @param taken  has the verdict of it */
void trial_count_run(struct trial *trial, const struct taken *taken, double seconds);

/** Runs a test on its case; calls judge_fail(), or returns if it passes. */
void trial_test(struct trial *trial, size_t test, const struct taken *taken);

/** @return what became of the whole, once all tests have run: "pass", "fail", … */
const char *trial_status(const struct trial *trial);

/** @return what counts as the same in a case: the tolerance of its first test that
 *          compares */
struct tolerance trial_tolerance(const struct trial *trial, const char *run);

/** @return whether a mistake is looked for: the tests have not all passed, and something
 *          was written */
bool trial_is_mistaken(const struct trial *trial);

/** What explains what is wrong. */
struct finding {
    bool whole;   ///< All of it; else only part, and there is at most one mistake.
    size_t count; ///< Of mistakes.
    size_t list[2];
};

/** Looks for the mistake that explains what is wrong, or for two, or for one that is
 *  near; see diagnose() and diagnose_pair(). */
struct finding trial_diagnose(const struct trial *trial, const struct mistakes *mistakes);

/** Releases the traces. May be called twice. */
void trial_forget(struct trial *trial);

#endif
