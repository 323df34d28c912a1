/** @file plot.h
 *  @brief A student's run of an exercise drawn over the reference's. */
#ifndef DESCENT_PLOT_H
#define DESCENT_PLOT_H

#include "judge/verdict.h"
#include "tool/workbook.h"
#include <stdio.h>

/** What is drawn. */
struct plot {
    const struct exercise *exercise;
    uint64_t seed;
    char run[TRACE_MAX_NAME], x[TRACE_MAX_NAME], y[TRACE_MAX_NAME];
    struct trace yours, reference;
};

/** Reads the exercise's @plot and takes the reference's trace.
 *  @param[out] plot  for plot_free(), whatever is returned
 *  @return NULL, or what is wrong with the @plot, to be freed */
char *plot_read(struct plot *plot, const struct workbook *workbook,
                const struct exercise *exercise, uint64_t seed);

/** Takes the student's trace.
 *  @param sandbox  see struct source
 *  @return false, with words, if there is nothing to draw */
bool plot_take(struct plot *plot, char words[VERDICT_MAX_WORDS], const char *driver,
               const char *sandbox);

/** @return a column of one of its traces; NULL if there is none of that name */
const struct trace_array *plot_column(const struct trace *trace, const char *name);

/** Draws one over the other.
 *  @param terminal  gnuplot's words for the kind of output
 *  @param folder    of the caller's own, for what gnuplot reads
 *  @return whether gnuplot could do it */
bool plot_draw(const struct plot *plot, const char *terminal, const char *folder,
               FILE *output);

/** Releases the traces. */
void plot_free(struct plot *plot);

#endif
