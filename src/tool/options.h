/** @file options.h
 *  @brief Options that several subcommands have. */
#ifndef DESCENT_OPTIONS_H
#define DESCENT_OPTIONS_H

#include "tool/grade.h"
#include <argp.h>
#include <stdint.h>

/** What they set. */
struct common {
    struct grading grading;
    const char *assignment;
    char *results; ///< To be freed.
};

/** Keys without a letter; a subcommand's own begin at KEY_OWN. */
enum { KEY_UNSAFE = 256, KEY_BUDGET, KEY_OWN };

/** @{ An entry of a subcommand's table. */
#define OPTION_ASSIGNMENT                                                                \
    "assignment", 'a', "FILE", 0, "what is assigned; see docs/assignment.md", 0
#define OPTION_RESULTS                                                                   \
    "results", 'r', "DIR", 0, "where the results go (default: beside the submissions)", 0
#define OPTION_SEED(which) "seed", 's', "N", 0, "seed of the tests' inputs" which, 0
#define OPTION_JOBS(what)                                                                \
    "jobs", 'J', "N", 0, what " graded at once (default: one a processor)", 0
#define OPTION_BUDGET(whose)                                                             \
    "budget", KEY_BUDGET, "SECONDS", 0,                                                  \
        "for all exercises of a " whose                                                  \
        " that do not pass (default: 60); after that each gets little time",             \
        0
#define OPTION_UNSAFE                                                                    \
    "unsafe-no-sandbox", KEY_UNSAFE, NULL, 0,                                            \
        "do not use the sandbox: only for code that you trust", 0
/** @} */

/** Parses a number from 1 to `most`; another one ends the program.
 *  @param what  what it is, for the message */
unsigned long parse_number(struct argp_state *state, const char *text, const char *what,
                           unsigned long most);

/** Parses the argument of --seed. */
uint64_t parse_seed(struct argp_state *state, const char *text);

/** Parses them: for what a subcommand's own parser does not know. */
error_t options_parse(int key, char *argument, struct argp_state *state,
                      struct common *common);

#endif
