/** @file machine.h
 *  @brief Whether this machine can grade: what it cannot do must not be taken for a fault
 *         of the code that is graded. */
#ifndef DESCENT_MACHINE_H
#define DESCENT_MACHINE_H

#include <stdbool.h>
#include <stddef.h>

/** @return whether this machine lets us make a sandbox; if not, `why` says what is
 *          wrong */
bool sandbox_works(char *why, size_t size);

/** @return whether the limits that this process was started with leave room for compiling
 *          and for sanitizers; if not, `why` names one that does not */
bool machine_has_room(char *why, size_t size);

#endif
