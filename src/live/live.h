/** @file live.h
 *  @brief What a live figure of the book's site is to the page: settings that go in,
 *         numbers that come out, and one function between them.
 *
 *  Each src/live/NAME.c defines the three names below. Compiled to WebAssembly it is what
 *  a page calls (module.c); compiled as everything else it is a program that prints the
 *  same numbers (program.c), and tests compare the two. */
#ifndef DESCENT_LIVE_H
#define DESCENT_LIVE_H

#include "optim/real.h"
#include <stddef.h>

/** A setting: what a reader may change. */
struct live_setting {
    const char *name; ///< NULL after the last.
    double value;     ///< Until it is changed, that of the printed figure.
};

/** Numbers that the figure draws or says. */
struct live_result {
    const char *name;     ///< NULL after the last.
    size_t size;          ///< How many.
    const double *values; ///< NaN where nothing is to be drawn.

    /** Where the printed figure has them, as long as no setting is changed: "paths.dat 1
     *  2" is the second column of the data set with the index 1 in the chapter's
     *  paths.dat; or NULL. The results may go on where the printed ones end. */
    const char *printed;
};

extern struct live_setting live_settings[];
extern const struct live_result live_results[];

/** Computes the results of the settings. May be called any number of times; what it
 *  allocates, it frees. */
void live_run(void);

/** A result that is a whole array. */
#define LIVE_ARRAY(name, array, printed)                                                 \
    {                                                                                    \
        name, sizeof(array) / sizeof(double), (const double *)(array), printed           \
    }

/** A path of points in the plane, by coordinates. */
static inline void live_split(size_t points, const real *path, double *x, double *y)
{
    for (size_t i = 0; i < points; i++) {
        x[i] = (double)path[2 * i];
        y[i] = (double)path[2 * i + 1];
    }
}

#endif
