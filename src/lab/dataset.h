/** @file dataset.h
 *  @brief Labelled samples: read from CSV, split, standardized.
 *  @ingroup lab */
#ifndef DESCENT_DATASET_H
#define DESCENT_DATASET_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>
#include <stdint.h>

/** @addtogroup lab
 *  @{ */

#define DATASET_MAX_BYTES ((size_t)64 << 20) ///< Longest file, in bytes.
#define DATASET_MAX_LINE ((size_t)64 << 10)  ///< Longest line, in bytes without its end.
#define DATASET_MAX_CELL 63                  ///< Longest cell, in bytes without blanks.
#define DATASET_MAX_COLUMNS 4096             ///< Most columns, the label's among them.
#define DATASET_MAX_CLASSES 10000            ///< Labels go from 0 to one less.

/** Samples with their classes. */
struct dataset {
    size_t rows;     ///< m, number of samples.
    size_t features; ///< p, numbers in a sample.
    size_t classes;  ///< One more than the largest label.
    real *x;         ///< m × p, row-major, one sample per row; owned.
    size_t *label;   ///< m labels below `classes`; owned.
};

/** Where and why reading failed. */
struct dataset_error {
    size_t line;       ///< Counted from 1; 0 if the fault is not in a line.
    size_t column;     ///< The cell in its line, counted from 1; 0 if not in a cell.
    char message[256]; ///< The whole story, with file, line and column.
};

/** Reads CSV from memory. The first line names the columns; every other line is a sample:
 *  as many cells as the header has, all of them finite decimal numbers, the last one the
 *  label, an integer from 0 to #DATASET_MAX_CLASSES - 1. Cells are separated by commas;
 *  blanks around them do not count; there are no quotes. Lines end in \\n or \\r\\n, and
 *  the last one may lack its end. Numbers have a point, whatever the country: the
 *  locale's LC_NUMERIC is expected to be "C", as it is in a program that has not changed
 *  it.
 *  @param[out] dataset  overwritten; release it with dataset_free()
 *  @param      name     name of the text in messages, such as the path of its file
 *  @param      text     any bytes
 *  @param      length   how many
 *  @param[out] error    overwritten on failure; may be NULL
 *  @return DESCENT_OK, DESCENT_EFORMAT for everything that is not as above or is longer
 *          than the bounds above, or DESCENT_ENOMEM. After a failure the data set is
 *          empty and dataset_free() does nothing. */
enum descent_status dataset_parse(struct dataset *dataset, const char *name,
                                  const char *text, size_t length,
                                  struct dataset_error *error);

/** Reads a CSV file; see dataset_parse().
 *  @param[out] dataset  overwritten; release it with dataset_free()
 *  @param      path     the file
 *  @param[out] error    overwritten on failure; may be NULL
 *  @return as dataset_parse(); DESCENT_EIO if the file cannot be read, DESCENT_EFORMAT if
 *          it is longer than #DATASET_MAX_BYTES. */
enum descent_status dataset_read(struct dataset *dataset, const char *path,
                                 struct dataset_error *error);

/** Releases the memory. May be called twice.
 *  @param dataset  initialized, or all zero */
void dataset_free(struct dataset *dataset);

/** Copies some samples, in the given order, into arrays of the caller.
 *  @param      dataset  initialized
 *  @param      count    how many
 *  @param      rows     which, each below dataset->rows; may repeat
 *  @param[out] x        count × features numbers
 *  @param[out] label    count labels */
void dataset_gather(const struct dataset *dataset, size_t count, const size_t *rows,
                    real *x, size_t *label);

/** Deals the samples out at random: the same seed deals the same hands.
 *  @param      all         initialized
 *  @param      train_rows  samples for training, 1 to all->rows - 1; the others test
 *  @param      seed        any value
 *  @param[out] train       overwritten, a copy; release it with dataset_free()
 *  @param[out] test        overwritten, a copy; release it with dataset_free(). Both have
 *                          the classes of `all`.
 *  @return DESCENT_OK, DESCENT_ERANGE if train_rows is outside its range, or
 *          DESCENT_ENOMEM. After a failure both are empty. */
enum descent_status dataset_split(const struct dataset *all, size_t train_rows,
                                  uint64_t seed, struct dataset *train,
                                  struct dataset *test);

/** Mean and standard deviation (divided by m, not m - 1) of every feature.
 *  @param      dataset    initialized
 *  @param[out] mean       features numbers
 *  @param[out] deviation  features numbers; 1 where a feature is constant, so that it can
 *                         be divided by */
void dataset_moments(const struct dataset *dataset, real *mean, real *deviation);

/** x_ij ← (x_ij - mean_j) / deviation_j. The moments are those of the training samples,
 *  on the test samples too: a test that measures itself tests something else.
 *  @param[in,out] dataset    initialized
 *  @param         mean       features numbers
 *  @param         deviation  features numbers, none of them 0 */
void dataset_standardize(struct dataset *dataset, const real *mean,
                         const real *deviation);

/** Reads a file, splits it and standardizes both parts by the training part's moments.
 *  @param[out] train       overwritten; release it with dataset_free()
 *  @param[out] test        overwritten; release it with dataset_free()
 *  @param      path        the file
 *  @param      train_rows  samples for training
 *  @param      seed        of the split
 *  @param[out] error       overwritten on failure; may be NULL
 *  @return as dataset_read() and dataset_split(). After a failure both are empty. */
enum descent_status dataset_load(struct dataset *train, struct dataset *test,
                                 const char *path, size_t train_rows, uint64_t seed,
                                 struct dataset_error *error);

/** The split of the digits that all chapters use: 1297 train, 500 test. */
#define DIGITS_PATH "src/lab/data/digits.csv" ///< From the root of the repository.
#define DIGITS_TRAIN 1297                     ///< Training samples.
#define DIGITS_SEED 2024                      ///< Seed of the split.

#define BREAST_CANCER_PATH "src/lab/data/breast_cancer.csv" ///< From the root, too.

/** @} */

#endif
