/** @file owner.h
 *  @brief Whose a file or folder is, by the name that a learning platform gave it. */
#ifndef DESCENT_OWNER_H
#define DESCENT_OWNER_H

#include <stdbool.h>
#include <stddef.h>

/** What a name says. The strings are its own. */
struct owner {
    char *student; ///< As the platform writes the name.
    char *id;      ///< The platform's number for the student; or "".
    char *file;    ///< What the student called the file; "" for a folder.
    bool grouped;  ///< Other names with this owner belong to the same submission.
    bool late;     ///< The platform says that it came late.
};

/** Reads a name.
 *
 *  - Moodle: `Kim Lee_12345_assignsubmission_file_`, a folder, or `…_file_adam.c`
 *  - Canvas: `leekim_12345_678901_adam.c`, `leekim_LATE_12345_678901_adam-1.c`, or
 *    `anon_a1b2c_678901_adam.c`
 *  - a number after the name: `kim_12345_adam.c`
 *  - anything else, such as `kim`, `kim.zip` or `kim (1).zip`, is the student's name */
void owner_read(struct owner *owner, const char *name);

/** Releases it. */
void owner_free(struct owner *owner);

/** @return the length of a name without the ending of an archive that we unpack, such as
 *          ".tar.gz"; the whole length if it is none */
size_t archive_stem(const char *name);

#endif
