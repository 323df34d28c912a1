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
    char **
        words; ///< Of the command line, without its options; parse_arguments() sets them.
    size_t word_count;
};

/** A subcommand: parses its own arguments, argv[0] being its full name.
 *  @return the program's exit code */
typedef int command_function(struct context *context, int argc, char **argv);

command_function cmd_grade, cmd_watch, cmd_hint, cmd_plot, cmd_diff, cmd_reset,
    cmd_status, cmd_list, cmd_stubs, cmd_mistakes, cmd_prove, cmd_handout, cmd_batch,
    cmd_merge, cmd_export, cmd_quiz, cmd_similar, cmd_regrade, cmd_practice, cmd_assigned;

/** Prints an exercise's hint n, from 1 to its hint_count. */
void hint_show(const struct exercise *exercise, size_t n);

/** @return what is wrong with an exercise's @plot, such as an array that its case does
 *          not record, to be freed; NULL if it can be drawn */
char *plot_problem(const struct workbook *workbook, const struct exercise *exercise);

/** Parses a subcommand's command line: the options that all have, its own, and the words.
 *  @param arguments  what follows the name in the usage line, such as "ID"; NULL if no
 *                    word may follow
 *  @param own        its own options and their parser, or NULL
 *  @param input      for that parser */
void parse_arguments(struct context *context, int argc, char **argv,
                     const char *arguments, const char *about, const struct argp *own,
                     void *input);

#endif
