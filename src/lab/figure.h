/** @file figure.h
 *  @brief What an experiment writes: tables for gnuplot, and facts for the prose.
 *  @ingroup lab */
#ifndef DESCENT_FIGURE_H
#define DESCENT_FIGURE_H

#include <stdio.h>

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

/** What each chapters/NN-stem/figures/NAME.c defines: computes an experiment, and writes
 *  its data and facts. The program's main() is in src/figure.
 *  @param directory  where the data go, see figure_open()
 *  @param facts      open, for figure_fact() */
void experiment(const char *directory, FILE *facts);

/** @} */

#endif
