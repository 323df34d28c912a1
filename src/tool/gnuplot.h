/** @file gnuplot.h
 *  @brief Runs gnuplot. */
#ifndef DESCENT_GNUPLOT_H
#define DESCENT_GNUPLOT_H

#include <stdbool.h>
#include <stdio.h>

/** Runs a script; what it draws goes to its standard output, a file's content too.
 *  @return whether it could be run and did not fail */
bool gnuplot_run(const char *script, FILE *output);

#endif
