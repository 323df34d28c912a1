/* measured.h: how long a step of each contender took, once: microseconds of processor
 * time on one core of a two-core x86-64 machine, the smallest of 10 runs of 820 steps,
 * the gradient included. Written down by hand, so that the book is the same wherever it
 * is made. */
#ifndef DESCENT_FIGURES_MUON_MEASURED_H
#define DESCENT_FIGURES_MUON_MEASURED_H

static const double measured_step[] = {88, 151, 208}; /* in the order of enum who */

#endif
