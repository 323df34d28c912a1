/** @file figure.h
 *  @brief What an experiment writes: tables for gnuplot, and facts for the prose.
 *  @ingroup lab */
#ifndef DESCENT_FIGURE_H
#define DESCENT_FIGURE_H

#include "optim/status.h"

#include <stdio.h>
#include <stdlib.h>

/** @addtogroup lab
 *  @{ */

/** Opens DIRECTORY/NAME for writing. A program that cannot write its results has nothing
 *  else to do: on failure it says why and exits with code 1.
 *  @param directory  an existing directory
 *  @param name       file name, such as "start.dat" or "facts.tsv"
 *  @return the open file; close it with figure_close() */
FILE *figure_open(const char *directory, const char *name);

/** Closes a file of figure_open(); exits with a message if not all of it could be
 *  written.
 *  @param file  open */
void figure_close(FILE *file);

/** Writes one fact: a number that the text shows by its key.
 *  @param facts   the chapter's facts.tsv, open
 *  @param key     letters, digits and hyphens; unique in its chapter
 *  @param format  printf format of the value as readers shall see it
 *  @param ...     the values */
void figure_fact(FILE *facts, const char *key, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** Writes the fact NAME-SUFFIX: one number for each method, size or setting.
 *  @param facts   open
 *  @param name    what is measured
 *  @param suffix  for what
 *  @param format  printf format of the value
 *  @param ...     the values */
void figure_fact_of(FILE *facts, const char *name, const char *suffix, const char *format,
                    ...) __attribute__((format(printf, 4, 5)));

/** The first of an experiment's seeds. The bounds of the facts come from others: they are
 *  measured with -DFIRST_SEED=N. */
#ifndef FIRST_SEED
#define FIRST_SEED 1
#endif

/** Of several runs. */
struct spread {
    double mean;      ///< Of all.
    double deviation; ///< Standard deviation, the sum of squares over n - 1.
};

/** @param n  how many, at least 1; with 1 the deviation is NaN
 *  @param x  n numbers
 *  @return their mean and standard deviation */
struct spread spread_of(size_t n, const double *x);

/** Writes the facts NAME-SUFFIX, the mean, and NAME-sd-SUFFIX, the deviation.
 *  @param facts   open
 *  @param name    what is measured
 *  @param suffix  for what
 *  @param format  printf format of either
 *  @param spread  the two numbers */
void spread_facts(FILE *facts, const char *name, const char *suffix, const char *format,
                  struct spread spread);

/** Says why there are no results, and exits with code 1.
 *  @param why  the reason */
_Noreturn void figure_fail(const char *why);

/** Ends the program if a call failed that cannot fail with an experiment's settings.
 *  @param status  what the call returned */
static inline void require(enum descent_status status)
{
    if (status)
        figure_fail(descent_strerror(status));
}

/** Memory filled with zeros; ends the program if there is none.
 *  @param count  how many
 *  @param size   bytes of each
 *  @return to be freed by the caller */
static inline void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (!memory)
        require(DESCENT_ENOMEM);
    return memory;
}

/** x². */
static inline double square(double x)
{
    return x * x;
}

/** What each chapters/NN-stem/figures/NAME.c defines: computes an experiment, and writes
 *  its data and facts. The program's main() is in src/figure.
 *  @param directory  where the data go, see figure_open()
 *  @param facts      open, for figure_fact() */
void experiment(const char *directory, FILE *facts);

/** @} */

#endif
