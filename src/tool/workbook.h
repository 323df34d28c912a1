/** @file workbook.h
 *  @brief The workbook on disk: where it is, and which exercises it has.
 *
 *  All that is said of an exercise (title, points, hints) is read from the header comment
 *  of its reference in solutions/, never from what a student handed in. A handout has no
 *  solutions/; there the pristine stubs in stubs/ take their place. */
#ifndef DESCENT_WORKBOOK_H
#define DESCENT_WORKBOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { EXERCISE_MAX_HINTS = 6, EXERCISE_MAX_NEEDS = 4 };

/** One exercise. All strings are owned by the workbook. */
struct exercise {
    char *id;      ///< "1.2"
    char *title;   ///< "The bias-corrected average", in plain text
    char *chapter; ///< "01-ewma"
    char *name;    ///< "ewma_corrected": the stem of its files
    int points;
    size_t needs_count, hint_count;
    char *needs[EXERCISE_MAX_NEEDS]; ///< Ids of exercises whose functions it calls.
    char *hints[EXERCISE_MAX_HINTS];
    char *plot; ///< "CASE X Y" or NULL
};

/** The workbook. */
struct workbook {
    char *root; ///< Absolute path of its folder.
    bool has_solutions;
    char *kit; ///< See fingerprint_kit(); the main program sets it.
    size_t count;
    struct exercise *exercises; ///< In the order of their ids.
};

/** Opens the workbook in whose build folder this program lies. Ends the program with a
 *  message if there is none or its exercises cannot be read. */
void workbook_open(struct workbook *workbook);

/** Releases it. */
void workbook_close(struct workbook *workbook);

/** @return the exercise with that id, or NULL */
const struct exercise *workbook_find(const struct workbook *workbook, const char *id);

/** @return whether a word of workbook_choose() chooses this exercise */
bool exercise_is_named(const struct exercise *exercise, const char *word);

/** Chooses exercises by id ("1.2"), by file ("exercises/01-ewma/ewma_corrected.c", or
 *  "ewma_corrected"), by chapter number ("1", "01") or chapter ("01-ewma").
 *  @param[out] chosen  room for workbook->count pointers
 *  @param      words   `count` of them; none means all exercises
 *  @return how many were chosen. A word that names nothing ends the program with a list
 *          of what exists. */
size_t workbook_choose(const struct exercise **chosen, const struct workbook *workbook,
                       char *const *words, size_t count);

/** The only exercise that the words name; ends the program if they do not name one. */
const struct exercise *workbook_choose_one(const struct workbook *workbook,
                                           char *const *words, size_t count);

/** @return the path of the trusted version, in solutions/ or stubs/; to be freed */
char *workbook_reference(const struct workbook *workbook,
                         const struct exercise *exercise);

/** Where the judge finds traces (see judge/source.h): drivers in build/, or in a handout
 *  the exercise's record.
 *  @param kind  "reference" or "mistakes"
 *  @return a path, to be freed */
char *workbook_traces(const struct workbook *workbook, const struct exercise *exercise,
                      const char *kind);

/** @return the path of the list, one a line, of what a submission may define for other
 *          files; to be freed */
char *workbook_functions(const struct workbook *workbook,
                         const struct exercise *exercise);

/** @return the exercise's stub as a student first sees it; to be freed */
char *workbook_stub(const struct workbook *workbook, const struct exercise *exercise);

/** @return the path of the student's file; to be freed
 *  @param folder  a folder laid out like exercises/, or NULL for exercises/ itself */
char *workbook_submission(const struct workbook *workbook,
                          const struct exercise *exercise, const char *folder);

#endif
