/* cmd_plot.c: descent plot ID [--output FILE | --window] */
#include "judge/compare.h"
#include "tool/compile.h"
#include "tool/files.h"
#include "tool/plot.h"
#include "tool/terminal.h"
#include "tool/tool.h"

#include <errno.h>
#include <error.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arguments {
    struct context *context;
    const char *output;
    bool window;
};

static const struct argp_option options[] = {
    {"output", 'o', "FILE", 0, "write FILE.svg, FILE.pdf or FILE.png", 0},
    {"window", 'w', NULL, 0, "show a window", 0},
    {0}};

static error_t parse(int key, char *argument, struct argp_state *state)
{
    struct arguments *a = state->input;
    switch (key) {
    case 'o':
        a->output = argument;
        return 0;
    case 'w':
        a->window = true;
        return 0;
    }
    return ARGP_ERR_UNKNOWN;
}

/* gnuplot's name for a kind of output. */
static const char *file_terminal(const char *path)
{
    static const char *const kinds[][2] = {{".svg", "svg size 720,450 dynamic"},
                                           {".pdf", "pdfcairo size 15cm,9cm"},
                                           {".png", "pngcairo size 960,600"}};
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(dot, kinds[i][0]) == 0)
            return kinds[i][1];
    error(EXIT_USAGE, 0, "'%s' must end in .svg, .pdf or .png", path);
    return NULL;
}

static char *terminal(const struct arguments *a)
{
    if (a->output)
        return text_format("%s", file_terminal(a->output));
    if (a->window && !getenv("DISPLAY") && !getenv("WAYLAND_DISPLAY"))
        error(EXIT_USAGE, 0, "there is no display for a window; try --output plot.svg");
    if (a->window)
        return text_format("qt size 900,600 persist");
    size_t width = terminal_width(80);
    return text_format("dumb size %zu,24 mono", width < 110 ? width - 1 : 79);
}

static const uint64_t seed = 1; /* the same picture each time; a handout has it, too */

char *plot_problem(const struct workbook *workbook, const struct exercise *e)
{
    struct plot plot;
    char *problem = plot_read(&plot, workbook, e, seed);
    plot_free(&plot);
    return problem;
}

/* Says what cannot be seen, unless it is as it should be. */
static void say_undrawn(const struct plot *plot)
{
    const struct trace_array *yours = plot_column(&plot->yours, plot->y);
    const struct trace_array *expected = plot_column(&plot->reference, plot->y);
    const struct tolerance exact = {0};
    size_t count = 0;
    for (size_t i = 0; i < yours->rows; i++)
        if (!isfinite(yours->values[i]) &&
            !values_agree(yours->values[i], expected->values[i], exact))
            count++;
    if (count > 0)
        printf("%zu of your %zu values %s not drawn: infinite or NaN, unlike the "
               "reference's.\n",
               count, yours->rows, count == 1 ? "is" : "are");
}

/* Builds the student's driver. NULL, and says so, if it cannot be built. */
static char *build(const struct workbook *workbook, const struct exercise *e,
                   const char *folder)
{
    char *source = workbook_submission(workbook, e, NULL), *messages;
    struct compilation compilation = {
        .workbook = workbook, .exercise = e, .source = source, .folder = folder};
    char *driver = compile_driver(&messages, &compilation);
    if (!driver)
        printf("Exercise %s does not compile; build/descent grade %s says why.\n", e->id,
               e->id);
    free(messages);
    free(source);
    return driver;
}

/* Takes the student's trace. False, and says so, if the run did not get to its end. */
static bool take_trace(struct plot *plot, const char *driver)
{
    char words[VERDICT_MAX_WORDS];
    bool ran = plot_take(plot, words, driver, NULL);
    if (!ran)
        printf("Exercise %s: nothing to draw: %s\n", plot->exercise->id, words);
    return ran;
}

/* Copies a drawing in characters, without the form feed that gnuplot begins with. */
static void show_text(FILE *drawing)
{
    rewind(drawing);
    for (int c; (c = fgetc(drawing)) != EOF;)
        if (c != '\f')
            putchar(c);
}

static int draw(const struct plot *plot, const struct arguments *a, const char *term,
                const char *folder)
{
    char *temporary;
    FILE *output = a->output ? file_begin(a->output, &temporary) : tmpfile();
    if (!output)
        error(EXIT_USAGE, errno, "cannot make a temporary file");
    int code = plot_draw(plot, term, folder, output) ? 0 : EXIT_USAGE;
    if (!a->output) {
        show_text(output);
        fclose(output);
    }
    say_undrawn(plot);
    if (a->output && code == 0)
        file_finish(output, temporary, a->output);
    else if (a->output)
        file_abandon(output, temporary);
    return code;
}

static int plot_exercise(const struct arguments *a, const struct exercise *e)
{
    const struct workbook *workbook = &a->context->workbook;
    struct plot plot;
    char *problem = plot_read(&plot, workbook, e, seed);
    if (problem)
        error(EXIT_USAGE, 0, "exercise %s: %s", e->id, problem);
    char *term = terminal(a);
    char *prefix = text_format("%s/build/stage", workbook->root);
    char *folder = folder_make_own(prefix);
    char *driver = build(workbook, e, folder);
    bool ready = driver && take_trace(&plot, driver);
    int code = ready ? draw(&plot, a, term, folder) : 1;
    folder_remove_own(folder);
    plot_free(&plot);
    free(driver);
    free(prefix);
    free(term);
    return code;
}

int cmd_plot(struct context *context, int argc, char **argv)
{
    static const struct argp own = {.options = options, .parser = parse};
    struct arguments a = {.context = context};
    parse_arguments(context, argc, argv, "ID",
                    "Draw your run of an exercise over the reference's: in the "
                    "terminal, to a file, or in a window.",
                    &own, &a);
    return plot_exercise(
        &a, workbook_choose_one(&context->workbook, context->words, context->word_count));
}
