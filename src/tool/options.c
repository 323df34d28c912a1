/* options.c: options that several subcommands have. */
#include "tool/options.h"
#include "tool/tool.h"

#include <string.h>

error_t options_parse(int key, char *argument, struct argp_state *state,
                      struct common *common)
{
    struct grading *grading = &common->grading;
    switch (key) {
    case 'a':
        common->assignment = argument;
        return 0;
    case 'r':
        common->results = strdup(argument);
        return 0;
    case 's':
        grading->seed = parse_seed(state, argument);
        return 0;
    case 'J':
        grading->jobs =
            (unsigned)parse_number(state, argument, "the number of jobs", 999);
        return 0;
    case KEY_BUDGET:
        grading->budget = (double)parse_number(state, argument, "the budget", 86400);
        return 0;
    case KEY_UNSAFE:
        grading->sandboxed = false;
        return 0;
    }
    return ARGP_ERR_UNKNOWN;
}
