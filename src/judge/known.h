/** @file known.h
 *  @brief The known mistakes of an exercise, each a driver of its own. */
#ifndef DESCENT_KNOWN_H
#define DESCENT_KNOWN_H

#include "judge/diagnose.h"

/** Where they are. */
struct known {
    const char *folder; ///< For each mistake a driver NAME and a text NAME.says.
    uint64_t seed;
    size_t count;
    struct mistake *list; ///< In alphabetic order; owned, release it with known_free().
};

/** Reads the names and the words.
 *  @return false if memory runs out; no mistakes if there is no such folder */
bool known_read(struct known *known, const char *folder, uint64_t seed);

/** Runs one of them.
 *  @param[out] deviations  release it with deviations_free()
 *  @return false if memory runs out */
bool known_deviations(struct deviations *deviations, const struct known *known, size_t i,
                      const char *run, const struct trace *expected,
                      struct tolerance tolerance);

/** @return them, for diagnose(); their drivers are run as they are needed */
struct mistakes known_mistakes(const struct known *known);

/** May be called twice. */
void known_free(struct known *known);

#endif
