/** @file judge.h
 *  @brief What a `check_NAME.c` says: which cases are run, what must be true of them, and
 *         how many points that is worth.
 *
 *  A judge is one check_NAME.c linked with src/judge. It runs the student's driver, in a
 *  process of its own, and compares its traces with those of the reference. */
#ifndef DESCENT_JUDGE_H
#define DESCENT_JUDGE_H

#include "judge/trace.h"

/** One test. */
struct judge_test {
    const char *name; ///< What is tested, in the student's words; unique in its judge.
    int points;       ///< At least 1; all tests of an exercise add up to its points.
    /** The driver's case. One whose name begins with "beyond-32-bits" needs a size_t of
     *  64 bits, and is not asked for where it has 32: on the page for practice. */
    const char *run;

    /** How far a value may be from the reference's: |yours - expected| ≤ abs + rel
     *  |expected|. If both are 0 and there is a property, that is what is tested; the
     *  values must still be right to a thousandth. Where more than one answer is right,
     *  abs is INFINITY: they need only be finite where the reference's are. */
    double rel, abs;

    /** Something that must be true whatever the reference says; NULL for none. It calls
     *  judge_fail() or judge_require() and returns if all is well. */
    void (*property)(const struct trace *yours);
};

/** The tests, in check_NAME.c; the last one has no name. */
enum { JUDGE_MAX_TESTS = 32 };

extern const struct judge_test judge_tests[];

/** Ends the running test as failed, with these words. */
_Noreturn void judge_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/** For properties: the values of an array of the trace; a missing array, or one that has
 *  not `count` values, fails the test.
 *  @return `count` values */
const double *judge_values(const struct trace *trace, const char *name, size_t count);

/** For properties: fails the test unless |value - expected| ≤ tolerance · |expected|.
 *  @param what  names the value in the message */
void judge_close(const char *what, double value, double expected, double tolerance);

#endif
