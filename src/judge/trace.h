/** @file trace.h
 *  @brief The record of one run of a driver: named arrays as plain text.
 *
 *  A trace looks like this; gnuplot reads it too, with the array's line as its index.
 *
 *      # descent-trace 1 noisy 7            version, case, seed
 *
 *
 *      # t 3 1 input                        name, rows, columns; the driver's own input
 *      1
 *      2
 *      3
 *
 *
 *      # value 3 1                          what the code under test returned
 *      0.10000000000000001
 *      nan
 *      -inf
 *
 *
 *      # status 1 1 names DESCENT_OK …      0 and what follows it have names
 *      0
 *
 *
 *      # end                                the case ran to its end */
#ifndef DESCENT_TRACE_H
#define DESCENT_TRACE_H

#include "optim/real.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum {
    TRACE_MAX_NAME = 48,   ///< Bytes of a name, its final zero included.
    TRACE_MAX_NAMES = 200, ///< Bytes of the names of values, the final zero included.
    TRACE_MAX_ARRAYS = 32, ///< Arrays in a trace.
    TRACE_MAX_VALUES = 1000000, ///< Values in an array.
    TRACE_MAX_ERROR = 160,      ///< Bytes of an error message.
};

/** One named array; row by row, one row a step where there are steps. */
struct trace_array {
    char name[TRACE_MAX_NAME]; ///< Letters, digits and "_-(),.".
    size_t rows, cols;         ///< Shape; rows may be 0, cols not.
    bool input;                ///< Given to the code under test, not returned by it.
    bool rough; ///< A wrong value here is rounding noise: see trace_rough().
    char names[TRACE_MAX_NAMES]; ///< Of 0, 1, 2 …, by trace_enum() or
                                 ///< trace_input_enum(); empty for numbers.
    double *values;              ///< rows × cols values; owned by the trace.
};

/** A whole trace. */
struct trace {
    char run[TRACE_MAX_NAME]; ///< Name of the driver's case.
    uint64_t seed;
    size_t count; ///< Arrays.
    struct trace_array arrays[TRACE_MAX_ARRAYS];
};

/** What the reader found. */
enum trace_status {
    TRACE_OK,
    TRACE_EMPTY, ///< No bytes: the case never began.
    TRACE_CUT,   ///< It stops before its end line; the arrays before that are there.
    TRACE_BAD,   ///< Not a trace; nothing is there.
};

/** Writes the first line. @param run  a name @param seed  the seed of the run */
void trace_begin(FILE *file, const char *run, uint64_t seed);

/** Writes an array that the code under test returned.
 *  @param name    unique in the trace
 *  @param rows    number of rows
 *  @param cols    values in a row
 *  @param values  rows × cols of them */
void trace_matrix(FILE *file, const char *name, size_t rows, size_t cols,
                  const real *values);

/** trace_matrix() with one value a row. If the name begins with "status", the values are
 *  those of enum descent_status. */
void trace_column(FILE *file, const char *name, size_t rows, const real *values);

/** A column of returned values in which a wrong method leaves nothing but rounding noise,
 *  such as a variance taken as a difference of large squares. It is judged like any
 *  other; but two programs that make the same mistake return different noise, so a
 *  diagnosis only asks whether they are wrong in the same rows. Give it rows that such a
 *  method gets right, too. The same holds for what should have been refused: what comes
 *  instead depends on how a formula was written. */
void trace_rough(FILE *file, const char *name, size_t rows, const real *values);

/** A column of values of an enumeration, to be shown by their names.
 *  @param names  of 0, 1, 2 …, with spaces between them */
void trace_enum(FILE *file, const char *name, size_t rows, const real *values,
                const char *names);

/** A column that was given to the code under test. Failures are reported with the inputs
 *  of their row, and with those inputs that have one row only. */
void trace_input(FILE *file, const char *name, size_t rows, const real *values);

/** trace_input() of values of an enumeration, to be shown by their names as those of
 *  trace_enum() are. */
void trace_input_enum(FILE *file, const char *name, size_t rows, const real *values,
                      const char *names);

/** One value. If it is that of a single call, name it as the call, "f(1,0)": then a
 *  failure shows the arguments. */
void trace_number(FILE *file, const char *name, double value);

/** Writes the last line. */
void trace_end(FILE *file);

/** Reads a trace from any bytes, hostile ones too.
 *  @param[out] trace   release it with trace_free(), whatever was returned
 *  @param      bytes   `length` bytes; need not end in a zero
 *  @param      length  how many
 *  @param[out] error   on TRACE_BAD says in which line what is wrong
 *  @return see enum trace_status; memory exhaustion is TRACE_BAD too */
enum trace_status trace_read(struct trace *trace, const char *bytes, size_t length,
                             char error[TRACE_MAX_ERROR]);

/** @return the array of that name, or NULL */
const struct trace_array *trace_find(const struct trace *trace, const char *name);

/** Releases the arrays. May be called twice. */
void trace_free(struct trace *trace);

#endif
