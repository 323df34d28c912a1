/** @file object.h
 *  @brief What an object file may bring into a program that it is linked into. */
#ifndef DESCENT_OBJECT_H
#define DESCENT_OBJECT_H

#include <stddef.h>

/** Looks whether an object file, of whatever bytes, defines nothing that others could use
 *  but what it may.
 *  @param bytes   `length` of them
 *  @param names   what it may define, one a line
 *  @return what is wrong, in words for a student, to be freed; NULL if nothing is */
char *object_problem(const char *bytes, size_t length, const char *names);

#endif
