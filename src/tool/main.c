/* main.c: descent SUBCOMMAND. */
#include "tool/files.h"
#include "tool/fingerprint.h"
#include "tool/tool.h"
#ifndef HANDOUT
#include "tool/unpack.h"
#endif

#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* One row of the help. */
struct command {
    const char *name;
    command_function *run;
    const char *about;
};

static const struct command commands[] = {
    {"grade", cmd_grade, "say whether exercises are right, and what is wrong with them"},
    {"watch", cmd_watch, "grade an exercise each time it is saved"},
    {"hint", cmd_hint, "show a hint"},
    {"plot", cmd_plot, "draw your run over the reference's"},
    {"reset", cmd_reset, "start an exercise afresh; a copy of yours is kept"},
    {"status", cmd_status, "show how far you are, and what is next"},
    {"list", cmd_list, "list the exercises"},
    {"quiz", cmd_quiz, "ask the questions at a chapter's end"},
#ifndef HANDOUT
    {"diff", cmd_diff, "show the reference beside yours, once yours passes"},
    {"stubs", cmd_stubs, "write the stubs from the solutions (for contributors)"},
    {"prove", cmd_prove, "prove that the tests tell right from wrong (for contributors)"},
    {"mistakes", cmd_mistakes, "show the known mistakes (for instructors)"},
    {"handout", cmd_handout, "pack the workbook without its solutions (for instructors)"},
    {"practice", cmd_practice,
     "describe an exercise for practice in a browser (for contributors)"},
    {"assigned", cmd_assigned, "show what an assignment has (for instructors)"},
    {"batch", cmd_batch, "grade a class's submissions (for instructors)"},
    {"merge", cmd_merge,
     "join parts of a class that were graded apart (for instructors)"},
    {"regrade", cmd_regrade,
     "show whose points a changed test changes, and write them (for instructors)"},
    {"similar", cmd_similar,
     "show which submissions have unusually much in common (for instructors)"},
    {"export", cmd_export, "write totals for other programs (for instructors)"},
#endif
};
enum { COMMANDS = sizeof commands / sizeof *commands };

const char *argp_program_version = "descent 0.1";

static error_t parse_common(int key, char *argument, struct argp_state *state)
{
    (void)argument;
    if (key != 'N')
        return ARGP_ERR_UNKNOWN;
    ((struct context *)state->input)->color = false;
    return 0;
}

static const struct argp_option common_options[] = {
    {"no-color", 'N', NULL, 0, "no color, even on a terminal", 9}, {0}};

/* What the parser of a command line fills in. */
struct inputs {
    struct context *context;
    void *own;
};

static error_t parse_all(int key, char *argument, struct argp_state *state)
{
    struct inputs *inputs = state->input;
    (void)argument;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = inputs->context;
        state->child_inputs[1] = inputs->own;
        return 0;
    case ARGP_KEY_ARGS:
        inputs->context->words = state->argv + state->next;
        inputs->context->word_count = (size_t)(state->argc - state->next);
        return 0;
    }
    return ARGP_ERR_UNKNOWN;
}

void parse_arguments(struct context *context, int argc, char **argv,
                     const char *arguments, const char *about, const struct argp *own,
                     void *input)
{
    static const struct argp common = {.options = common_options, .parser = parse_common};
    static const struct argp none = {0};
    const struct argp_child children[] = {
        {&common, 0, NULL, 0}, {own ? own : &none, 0, NULL, 0}, {0}};
    const struct argp all = {
        .parser = parse_all, .args_doc = arguments, .doc = about, .children = children};
    struct inputs inputs = {context, input};
    argp_parse(&all, argc, argv, 0, NULL, &inputs);
    if (!arguments && context->word_count > 0)
        error(EXIT_USAGE, 0, "%s takes no words; see --help", argv[0]);
}

static void print_help(FILE *file)
{
    fprintf(file, "Usage: descent SUBCOMMAND [ARGUMENT...]\n"
                  "The workbook's tool: grades exercises and helps with them.\n\n");
    for (size_t i = 0; i < COMMANDS; i++)
        fprintf(file, "  %-8s %s\n", commands[i].name, commands[i].about);
    fprintf(
        file,
        "\nAn exercise is named by its number, such as 1.2, or its file, a chapter by "
        "its\nnumber, such as 1. 'descent SUBCOMMAND --help' says more. Exit codes: 0, "
        "all asked for\n"
        "passed; 1, something failed; 2, a mistake in the command line or the "
        "set-up.\n");
}

static int run_command(const struct command *command, int argc, char **argv)
{
    struct context context = {.color = style_wanted()};
    workbook_open(&context.workbook);
    context.workbook.kit = fingerprint_kit(&context.workbook);
    char *full_name = text_format("descent %s", command->name);
    argv[0] = full_name;
    int code = command->run(&context, argc, argv);
    workbook_close(&context.workbook);
    if (fflush(stdout) || ferror(stdout))
        error(EXIT_USAGE, errno, "cannot write the result");
    free(full_name);
    return code;
}

static int run(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "";
    if (strcmp(name, "--help") == 0 || strcmp(name, "-?") == 0 ||
        strcmp(name, "help") == 0) {
        print_help(stdout);
        return 0;
    }
    if (strcmp(name, "--version") == 0) {
        puts(argp_program_version);
        return 0;
    }
#ifndef HANDOUT
    if (strcmp(name, "unpack") == 0) /* called by batch, in a sandbox without workbook */
        return unpack_main(argc - 1, argv + 1);
#endif
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(name, commands[i].name) == 0)
            return run_command(&commands[i], argc - 1, argv + 1);
    if (*name)
        fprintf(stderr, "descent: there is no subcommand '%s'\n\n", name);
    print_help(stderr);
    return EXIT_USAGE;
}

/* What we open must not be taken for a standard stream that the caller has closed. */
static void open_standard_streams(void)
{
    int fd;
    while ((fd = open("/dev/null", O_RDWR)) >= 0 && fd <= STDERR_FILENO)
        continue;
    close(fd);
}

int main(int argc, char **argv)
{
    static char name[] = "descent";
    open_standard_streams();
    argp_err_exit_status = EXIT_USAGE;
    signal(SIGCHLD, SIG_DFL); /* where it is ignored, there is nobody to wait for */
    program_invocation_name = name;
    /* "help grade" is "grade --help". */
    static char option[] = "--help";
    char *words[] = {argv[0], argc > 2 ? argv[2] : NULL, option, NULL};
    bool asks = argc == 3 && strcmp(argv[1], "help") == 0;
    return asks ? run(3, words) : run(argc, argv);
}
