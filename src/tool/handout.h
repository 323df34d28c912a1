/** @file handout.h
 *  @brief Packs what students get: the workbook without its solutions. */
#ifndef DESCENT_HANDOUT_H
#define DESCENT_HANDOUT_H

#include "tool/assignment.h"

/** Writes build/NAME.tar.xz and build/NAME.zip: the exercises of an assignment, those
 *  that they call, all that it takes to grade them, and the book. Ends the program if
 *  something for it is not made yet.
 *  @return their path without what follows the name, to be freed */
char *handout_make(const struct assignment *assignment);

#endif
