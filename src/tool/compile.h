/** @file compile.h
 *  @brief Builds the driver of one exercise around somebody's code. */
#ifndef DESCENT_COMPILE_H
#define DESCENT_COMPILE_H

#include "tool/workbook.h"

/** What to build. */
struct compilation {
    const struct workbook *workbook;
    const struct exercise *exercise;
    const char *source; ///< The code under test.
    const char *rest;   ///< Has what `source` leaves out; NULL if that is nothing.
    const char
        *needs_folder;  ///< Laid out like exercises/; where its @needs come from. One
                        ///< that is absent counts as not started.
    const char *copies; ///< A folder of copies, which debuggers are to look for in
                        ///< exercises/; or NULL.
    const char *folder; ///< Of the caller's own: objects and the driver go there.
    bool sandboxed;     ///< Let the compiler see only what it needs.
    bool hurried;       ///< Give it half the time.
};

/** Compiles and links.
 *  @param[out] messages  the compiler's messages, to be freed; empty if there were none
 *  @return the path of the driver, to be freed; NULL if there is none. Ends the program
 *          if there is no compiler, or no workbook to link with. */
char *compile_driver(char **messages, const struct compilation *compilation);

#endif
