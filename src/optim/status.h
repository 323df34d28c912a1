/** @file status.h
 *  @brief What a function that can fail returns. */
#ifndef DESCENT_STATUS_H
#define DESCENT_STATUS_H

/** The outcome of a fallible call. Zero is success, so `if (status)` reads "if it
 *  failed". */
enum descent_status {
    DESCENT_OK = 0, ///< Done.
    DESCENT_ENOMEM, ///< Memory ran out; nothing was changed.
    DESCENT_ERANGE, ///< An argument or hyper-parameter lies outside its documented range.
    DESCENT_ENAN,   ///< An input is not a number.
    DESCENT_EORDER, ///< An input came out of order, such as a time before the last one.
    DESCENT_EFORMAT,   ///< A file is not written as its documentation asks.
    DESCENT_EIO,       ///< A file could not be opened or read; errno has the cause.
    DESCENT_ESINGULAR, ///< A matrix is singular, or not positive definite as it must be.
};

/** @param status  any value of the enumeration
 *  @return one sentence for people; a constant string, never NULL. */
const char *descent_strerror(enum descent_status status);

#endif
