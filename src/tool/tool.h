/** @file tool.h
 *  @brief The subcommands of `descent`, and what they share. */
#ifndef DESCENT_TOOL_H
#define DESCENT_TOOL_H

#include "tool/report.h"
#include "tool/workbook.h"
#include <argp.h>
#include <stdint.h>

/** What every subcommand gets. */
struct context {
    struct workbook workbook;
    bool color;
};

/** A subcommand: parses its own arguments, argv[0] being its full name.
 *  @return the program's exit code */
typedef int command_function(struct context *context, int argc, char **argv);

command_function cmd_grade, cmd_watch, cmd_hint, cmd_plot, cmd_diff, cmd_reset,
    cmd_status, cmd_list, cmd_stubs, cmd_prove, cmd_record;

/** Options that every subcommand has: put it among the children of its parser, and let the
 *  parser's ARGP_KEY_INIT set state->child_inputs[0] to the context. */
extern const struct argp common_argp;

/** Parses a number from 1 to `most`; another one ends the program.
 *  @param what  what it is, for the message */
unsigned long parse_number(struct argp_state *state, const char *text, const char *what,
                           unsigned long most);

/** Parses the argument of --seed. */
uint64_t parse_seed(struct argp_state *state, const char *text);

/** Parses the arguments of a subcommand that has no options of its own.
 *  @param arguments  what follows the name in the usage line, such as "ID", or NULL
 *  @return how many words were given; they begin at argv[*first] */
size_t parse_words(struct context *context, int argc, char **argv, const char *arguments,
                   const char *about, int *first);

#endif
