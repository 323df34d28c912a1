/** @file results.h
 *  @brief The folder with the results of a batch.
 *
 *      files/KEY/         what was taken of each submission, laid out like exercises/
 *      submissions/KEY    JSON: the seed, and where each exercise was found
 *      units/KEY/ID       JSON: the result of one exercise of one submission
 *      units/KEY/ID.fault why the machine could not grade it
 *
 *  Each is written whole or not at all. A KEY or an ID names nothing else. */
#ifndef DESCENT_RESULTS_H
#define DESCENT_RESULTS_H

#include <jansson.h>

/** Makes the folder, if need be, and locks it for as long as the program runs; ends the
 *  program if another batch has done so. */
void results_open(const char *folder);

/** Closes it in a process that is not to hold the lock. */
void results_close(void);

/** @return the path of something in it, to be freed */
char *results_path(const char *folder, const char *kind, const char *key, const char *id);

/** Writes JSON to such a path. */
void results_store(const char *path, const json_t *value);

/** @return what stands there; NULL if nothing does, or only rubbish */
json_t *results_load(const char *path);

#endif
