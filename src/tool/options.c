/* options.c: options that several subcommands have. */
#include "tool/options.h"
#include "tool/tool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

unsigned long parse_number(struct argp_state *state, const char *text, const char *what,
                           unsigned long most)
{
    char *end;
    errno = 0;
    unsigned long value = strtoul(text, &end, 10);
    if (errno || end == text || *end || *text == '-' || value < 1 || value > most)
        argp_error(state, "%s must be a number from 1 to %lu, not '%s'", what, most,
                   text);
    return value;
}

uint64_t parse_seed(struct argp_state *state, const char *text)
{
    return parse_number(state, text, "the seed", (unsigned long)INT64_MAX);
}

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
