/** @file record.h
 *  @brief What a handout has in place of references and mistakes: one file an exercise.
 *
 *  A record is gzip-compressed text, a word and what belongs to it on each line:
 *
 *      descent-record 1
 *      mistake NAME                  they count from 0
 *      says TEXT                     what the student hears, line by line
 *      case RUN SEED BYTES           then BYTES bytes: the reference's trace
 *      fails MISTAKE                 its program comes to no end in this case
 *      differs MISTAKE ARRAY COLS    in this case and array the mistake deviates;
 *      run FIRST LAST                … in these rows, which count from 0; and in row ROW
 *      row ROW VALUE …               … its COLS first values are these, rounded
 *      end
 *
 *  Lines of `run` and `row` belong to the `differs` before them, those and `fails` to the
 *  `case`, `says` to the `mistake`. There is no solution in it: where a mistake does not
 *  deviate, nothing is written. */
#ifndef DESCENT_RECORD_H
#define DESCENT_RECORD_H

#include "judge/diagnose.h"

enum {
    RECORD_MAX_BYTES = 64 << 20, ///< Of the text.
    RECORD_MAX_CASES = 64,       ///< With one seed.
    RECORD_MAX_MISTAKES = 256,
    RECORD_MAX_ERROR = 200, ///< Bytes of an error message.
};

/** One case, with one seed. */
struct record_case {
    struct trace expected;
    struct deviations deviations[RECORD_MAX_MISTAKES];
};

/** What a record says of one seed. */
struct record {
    size_t mistake_count, case_count;
    struct mistake *mistakes;
    struct record_case **cases;
};

/** Reads the text of a record, whatever bytes it holds.
 *  @param[out] record  release it with record_free(), whatever was returned
 *  @param[out] error   says in which line what is wrong
 *  @return whether all is well */
bool record_parse(struct record *record, const char *bytes, size_t length, uint64_t seed,
                  char error[RECORD_MAX_ERROR]);

/** record_parse() of a compressed file. */
bool record_read(struct record *record, const char *path, uint64_t seed,
                 char error[RECORD_MAX_ERROR]);

/** @return the case, or NULL */
struct record_case *record_find(const struct record *record, const char *run);

/** @return the mistakes, for diagnose() */
struct mistakes record_mistakes(struct record *record);

/** May be called twice. */
void record_free(struct record *record);

#endif
