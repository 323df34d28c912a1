/** @file roster.h
 *  @brief Who has handed in what, in a folder of submissions. */
#ifndef DESCENT_ROSTER_H
#define DESCENT_ROSTER_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

/** One submission: a folder, an archive, or the files that have one owner. */
struct submission {
    char *key;     ///< Names its files among the results; no two have the same.
    char *student; ///< Clean text.
    char *id;      ///< The platform's number for the student; or "".
    time_t time;   ///< When it was handed in, as far as the folder shows.
    bool late;     ///< The platform says so.
    size_t of;     ///< How many the student has handed in.
    size_t count;
    char **entries; ///< Names in the folder.
};

/** All of them. */
struct roster {
    char *folder; ///< Absolute path.
    size_t count;
    struct submission *submissions; ///< By student, and then by time.
};

/** Lists a folder. In an export of Gradescope, submission_metadata.yml names the
 *  students, and a group has a submission for each of them. Ends the program if the
 *  folder cannot be read, holds nothing, or is itself a submission.
 *  @param chapters  names that only a submission has in it; `count` of them */
void roster_read(struct roster *roster, const char *folder, char *const *chapters,
                 size_t count);

/** Lists the submissions that stand in the results of batches.
 *  @param folder  see results.h */
void roster_load(struct roster *roster, const char *folder);

/** Adds to a record what roster_load() needs of its submission. */
void roster_record(json_t *record, const struct submission *submission);

/** Releases it. */
void roster_free(struct roster *roster);

/** @return whether they are of the same student */
bool same_student(const struct submission *a, const struct submission *b);

#endif
