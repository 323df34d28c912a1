/** @file driver.h
 *  @brief A driver runs the code under test on inputs and records what it returns.
 *
 *  A driver is one `cases_NAME.c`, linked with driver.c, the code under test, src/optim
 *  and src/lab. `driver CASE SEED` runs one case in a process of its own. */
#ifndef DESCENT_DRIVER_H
#define DESCENT_DRIVER_H

#include "judge/trace.h"
#include "lab/rng.h"

enum { DRIVER_TRACE_FD = 3 }; ///< Where the trace goes if that descriptor is open.

/** One case. */
struct driver_case {
    const char *name;
    /** Calls the code under test.
     *  @param trace  takes what was given and what was returned
     *  @param rng    seeded with the run's seed */
    void (*run)(FILE *trace, struct rng *rng);
};

/** Fills an object with NaN before the code under test initializes it, so that a field
 *  which it forgets is not right by luck. */
void driver_scramble(void *object, size_t size);

/** The cases, in cases_NAME.c; the last one has no name. */
extern const struct driver_case driver_cases[];

#endif
