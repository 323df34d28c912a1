/** @file similar_page.h
 *  @brief Two submissions side by side, with what stands in both. */
#ifndef DESCENT_SIMILAR_PAGE_H
#define DESCENT_SIMILAR_PAGE_H

#include "tool/workbook.h"
#include <jansson.h>

/** Two submissions. */
struct similar_pair {
    const struct workbook *workbook;
    const char *names[2];
    const char *folders[2];  ///< Laid out like exercises/.
    const json_t *exercises; ///< For each that is flagged `id`, `percent`, `tokens`,
                             ///< `median`, `threshold` and `runs`; see similar.h.
};

/** Writes PATH.html. */
void similar_page_write(const struct similar_pair *pair, const char *path);

#endif
