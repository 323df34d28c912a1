/** @file header.h
 *  @brief Reads and rewrites the header comment of an exercise's reference. */
#ifndef DESCENT_HEADER_H
#define DESCENT_HEADER_H

#include "tool/workbook.h"

/** Fills in id, title, points, needs, hints and plot.
 *  @param[out] exercise  strings are newly allocated
 *  @param      source    text of the reference
 *  @return NULL, or what is wrong with the header */
const char *header_read(struct exercise *exercise, const char *source);

/** What a stub keeps of the reference's header. */
enum stub_kind {
    STUB_FOR_STUDENT, ///< No hints, no commentary: hints are asked for one at a time.
    STUB_PRISTINE,    ///< With hints and plot: the trusted side of a handout.
};

/** Makes the stub: the reference without what stands between BEGIN SOLUTION and END
 *  SOLUTION lines. Inside a function a todo() takes its place; at the left margin nothing
 *  does.
 *  @return the text, to be freed; NULL if the marks do not pair */
char *header_make_stub(const char *source, const char *id, enum stub_kind kind);

#endif
