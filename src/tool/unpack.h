/** @file unpack.h
 *  @brief Opens an archive that nobody trusts: a program of its own, to be run in the
 *         sandbox. */
#ifndef DESCENT_UNPACK_H
#define DESCENT_UNPACK_H

/** A larger source is not read. */
enum { SOURCE_MOST_BYTES = 1 << 20 };

struct limits;

/** What it may use up. */
extern const struct limits unpack_limits;

/** descent unpack ARCHIVE: writes the list of handed.h to descriptor 3.
 *  @return the exit code: 0, or 1 if the archive cannot be read to its end and nothing
 *          was found in it */
int unpack_main(int argc, char **argv);

#endif
