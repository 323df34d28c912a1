/** @file driver.h
 *  @brief A driver runs the code under test on inputs and records what it returns.
 *
 *  A driver is one `cases_NAME.c`, linked with driver.c, driver_main.c, the code under
 *  test, src/optim and src/lab. `driver CASE SEED` runs one case in a process of its own;
 *  `driver --serve` runs many, each in one of its own (see driver_serve.c). The known
 *  mistakes of an exercise have one driver together, with driver_versions.c; those that
 *  end well may share a process. */
#ifndef DESCENT_DRIVER_H
#define DESCENT_DRIVER_H

#include "judge/trace.h"
#include "lab/rng.h"

enum {
    DRIVER_TRACE_FD = 3, ///< Where the trace goes if that descriptor is open.
    /** What the driver returns when a case has run to its end, but not all memory that
     *  was asked for in it was freed. Only AddressSanitizer's programs count. */
    DRIVER_LEAK_EXIT_CODE = 98,
};

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

enum {
    DRIVER_N = 3,          ///< Parameters of the first two methods of driver_contract().
    DRIVER_LARGE = 100000, ///< Parameters of the third.
    DRIVER_KEPT = 4,       ///< Numbers of a method's state that it records at most.
};

/** A method that steps on a gradient, as driver_contract() sees it. */
struct driver_method {
    void *state;
    void (*step)(void *state, real *theta, const real *g);
    const real *kept[DRIVER_KEPT]; ///< Documented single numbers of its state.
};

/** Records whether a method keeps what every header promises: two that take turns do not
 *  know of each other, a step allocates nothing, leaves the gradient as it is and
 *  touches nothing beyond its end, keeps its documented numbers, and bears 100,000
 *  parameters.
 *  @param trace   takes the record
 *  @param rng     for the gradients
 *  @param method  the first two for DRIVER_N parameters, the last for DRIVER_LARGE, all
 *                 just initialized; their θ starts at 1
 *  @param kept    the names of the numbers `kept`, NULL after the last */
void driver_contract(FILE *trace, struct rng *rng, const struct driver_method method[3],
                     const char *const *kept);

/** @return how often memory was asked for so far, in a program with AddressSanitizer;
 *          0 in any other, such as the reference, from which nothing else is wanted */
size_t driver_allocations(void);

/** @return how many of n numbers are no longer what they were, bit by bit: for inputs
 *          that are const */
size_t driver_overwritten(size_t n, const real *now, const real *before);

/** The cases, in cases_NAME.c; the last one has no name. */
extern const struct driver_case driver_cases[];

/** Opens the trace, and begins to count what asks for memory. To be called once.
 *  @return NULL if it cannot be written */
FILE *driver_trace(void);

/** Runs a case. @return the program's exit code */
int driver_run(FILE *trace, const char *run, const char *seed);

/** In a process that answers a request, replaces the arguments by its words. */
void driver_take_request(int *argc, char ***argv);

/** Says how a driver is called. @return the exit code for that */
int driver_usage(void);

/** The versions' names, NULL after the last, and the one to run (see tool/versions.h). */
extern const char *const driver_versions[];
extern size_t driver_version;

#endif
