/** @file pack.h
 *  @brief Writes the same files into a `.tar.xz` and a `.zip`. */
#ifndef DESCENT_PACK_H
#define DESCENT_PACK_H

#include <stddef.h>
#include <time.h>

struct pack;

/** Begins FOLDER/NAME.tar.xz and FOLDER/NAME.zip, in which all lies in a folder NAME. The
 *  same files in the same order give the same bytes. Ends the program if that fails.
 *  @param when  the date of each file in it */
struct pack *pack_open(const char *folder, const char *name, time_t when);

/** Adds a file. Ends the program if that fails. */
void pack_add(struct pack *pack, const char *path, const char *bytes, size_t length);

/** Finishes the archives, and only now do they have their names. Ends the program if that
 *  fails. */
void pack_close(struct pack *pack);

#endif
