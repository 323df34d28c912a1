/** @file gradescope.h
 *  @brief Who has handed in which folder of an export by Gradescope: its
 *         submission_metadata.yml. */
#ifndef DESCENT_GRADESCOPE_H
#define DESCENT_GRADESCOPE_H

#include <stddef.h>
#include <time.h>

/** One submitter of one folder. The strings are its own. */
struct submitter {
    char *folder; ///< "submission_123"
    char *name;
    char *id;    ///< The student's number, or else the address; or "".
    time_t time; ///< When it was handed in; 0 if that is not said.
};

/** Reads the file.
 *  @param[out] submitters  `count` of them, in the order of the file, for
 *                          submitters_free()
 *  @return NULL, also if there is no such file; or what is wrong with it, to be freed */
char *submitters_read(struct submitter **submitters, size_t *count, const char *path);

/** Releases them. */
void submitters_free(struct submitter *submitters, size_t count);

#endif
