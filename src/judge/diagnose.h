/** @file diagnose.h
 *  @brief Recognizes a known mistake by its numbers. */
#ifndef DESCENT_DIAGNOSE_H
#define DESCENT_DIAGNOSE_H

#include "judge/deviation.h"

enum { DIAGNOSIS_MAX_NAME = 128, DIAGNOSIS_MAX_WORDS = 1024 };

/** Both traces of one case. */
struct evidence {
    const char *run;
    const struct trace *yours; ///< NULL if the student's program came to no end.
    const struct trace *expected;
    struct tolerance tolerance; ///< What counts as the same.
};

/** A mistake that people are known to make. */
struct mistake {
    char name[DIAGNOSIS_MAX_NAME];
    char says[DIAGNOSIS_MAX_WORDS]; ///< What its author wants the student to hear.
};

/** The known mistakes of an exercise. */
struct mistakes {
    size_t count;
    const struct mistake *list;
    /** Makes ready to compare some of them in a case, where that takes time; may be NULL.
     *  @param wanted  for each mistake whether it will be */
    void (*prepare)(const struct mistakes *mistakes, const char *run, const bool *wanted);
    /** @return where mistake i deviates in a case; NULL if nothing is known of it */
    const struct deviations *(*find)(const struct mistakes *mistakes, size_t i,
                                     const struct evidence *evidence);
    void *context; ///< For find().
};

/** How much of what is wrong a mistake explains. */
enum diagnosis {
    DIAGNOSIS_NONE,
    DIAGNOSIS_NEAR, ///< It is made, but does not explain most of what is wrong.
    DIAGNOSIS_WHOLE,
};

/** Looks for the mistake that shows in the student's traces. It must explain most of what
 *  is wrong in them, in at least half of the cases that fail, and most of its own
 *  deviations must be there, in their shape too: a name that is not the student's is
 *  worse than none. So a harmless difference beside the mistake does not hide it, and
 *  agreement in one array does not make it.
 *  @param[out] found  the mistake's index, unless none is near
 *  @return whether one was found */
enum diagnosis diagnose(size_t *found, const struct mistakes *mistakes,
                        const struct evidence *evidence, size_t n);

#endif
