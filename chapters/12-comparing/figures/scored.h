/* scored.h: when runs on the digits are scored, of 200 steps. */
#ifndef DESCENT_FIGURES_COMPARING_SCORED_H
#define DESCENT_FIGURES_COMPARING_SCORED_H

enum { EVERY = 10, POINTS = 21 };

#endif
