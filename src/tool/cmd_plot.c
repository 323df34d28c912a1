/* cmd_plot.c: descent plot ID [--output FILE | --window]
 *
 * The exercise's header says what to draw: "@plot CASE X Y". The student's driver and the
 * reference's run that case on the same seed, and gnuplot draws one over the other. */
#include "judge/compare.h"
#include "judge/source.h"
#include "tool/compile.h"
#include "tool/files.h"
#include "tool/terminal.h"
#include "tool/tool.h"

#include <errno.h>
#include <error.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct arguments {
    struct context *context;
    const char *output;
    bool window;
};

/* What is drawn. */
struct plot {
    const struct exercise *exercise;
    char run[TRACE_MAX_NAME], x[TRACE_MAX_NAME], y[TRACE_MAX_NAME];
    struct trace yours, reference;
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

/* NULL if there is no such column. */
static const struct trace_array *column(const struct trace *trace, const char *name)
{
    const struct trace_array *array = trace_find(trace, name);
    return array && array->cols == 1 ? array : NULL;
}

/* Reads the exercise's @plot and takes the reference's trace. NULL, or what is wrong with
 * it, to be freed. */
static char *read_plot(struct plot *plot, const struct workbook *workbook,
                       const struct exercise *e)
{
    plot->exercise = e;
    char tail;
    if (!e->plot ||
        sscanf(e->plot, "%47s %47s %47s %c", plot->run, plot->x, plot->y, &tail) != 3)
        return text_format("it has no '@plot CASE X Y'");
    char words[VERDICT_MAX_WORDS];
    char *path = workbook_traces(workbook, e, "reference");
    struct source source = {.path = path, .trusted = true};
    bool ran = !source_trace(&plot->reference, words, NULL, &source, plot->run, seed);
    free(path);
    if (!ran)
        return text_format("the case '%s' of its @plot: %s", plot->run, words);
    const struct trace_array *x = column(&plot->reference, plot->x);
    const struct trace_array *y = column(&plot->reference, plot->y);
    if (x && y && x->rows == y->rows)
        return NULL;
    return x && y ? text_format("'%s' and '%s' of its @plot have not as many rows",
                                plot->x, plot->y)
                  : text_format("the case '%s' records no column '%s', which its @plot "
                                "names",
                                plot->run, x ? plot->y : plot->x);
}

char *plot_problem(const struct workbook *workbook, const struct exercise *e)
{
    struct plot plot = {0};
    char *problem = read_plot(&plot, workbook, e);
    trace_free(&plot.reference);
    return problem;
}

/* Three columns: x, the reference's y, yours. */
static void write_data(const struct plot *plot, const char *path)
{
    const struct trace_array *x = column(&plot->reference, plot->x);
    const struct trace_array *expected = column(&plot->reference, plot->y);
    const struct trace_array *yours = column(&plot->yours, plot->y);
    FILE *file = fopen(path, "w");
    if (!file || !yours || x->rows != yours->rows)
        error(EXIT_USAGE, file ? 0 : errno, "cannot write the data to draw");
    for (size_t i = 0; i < x->rows; i++)
        fprintf(file, "%.17g %.17g %.17g\n", x->values[i], expected->values[i],
                yours->values[i]);
    fclose(file);
}

/* In a terminal there is no room for a name beside the numbers of an axis: the title has
 * it. */
static void write_script(const struct plot *plot, const char *term, const char *path,
                         const char *data)
{
    FILE *file = fopen(path, "w");
    if (!file)
        error(EXIT_USAGE, errno, "cannot write %s", path);
    bool drawn_in_text = strncmp(term, "dumb", 4) == 0;
    fprintf(file, "set terminal %s\nset title \"%s %s", term, plot->exercise->id,
            plot->exercise->title);
    if (drawn_in_text)
        fprintf(file, "\\n%s over %s\" noenhanced\n", plot->y, plot->x);
    else
        fprintf(file,
                "\" noenhanced\nset xlabel '%s' noenhanced\n"
                "set ylabel '%s' noenhanced\n",
                plot->x, plot->y);
    fprintf(file,
            "set key outside bottom center horizontal\n"
            "set style line 1 lc rgb '#888888' lw 2\n"
            "set style line 2 lc rgb '#0072b2' pt %s ps 0.5\n"
            "plot '%s' using 1:2 with lines ls 1 title 'reference', \\\n"
            "     '' using 1:3 with points ls 2 title 'yours'\n",
            drawn_in_text ? "'o'" : "7", data);
    fclose(file);
}

/* Says what cannot be seen, unless it is as it should be. */
static void say_undrawn(const struct plot *plot)
{
    const struct trace_array *yours = column(&plot->yours, plot->y);
    const struct trace_array *expected = column(&plot->reference, plot->y);
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

/* What it draws goes to its standard output, a file's content too. */
static int run_gnuplot(const char *script, FILE *output)
{
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        dup2(fileno(output), STDOUT_FILENO);
        execlp("gnuplot", "gnuplot", script, NULL);
        fprintf(stderr, "descent: cannot run gnuplot: %s\n", strerror(errno));
        _exit(EXIT_USAGE); /* what exit() would clean up is the parent's */
    }
    int wait_status;
    waitpid(pid, &wait_status, 0);
    return WIFEXITED(wait_status) && WEXITSTATUS(wait_status) == 0 ? 0 : EXIT_USAGE;
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

/* Takes the student's trace. False, with words, if the run did not get to its end. */
static bool take_trace(struct plot *plot, const char *driver)
{
    struct source yours = {.path = driver};
    char words[VERDICT_MAX_WORDS];
    bool ran =
        source_trace(&plot->yours, words, NULL, &yours, plot->run, seed) == VERDICT_OK;
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
    char *data = text_format("%s/%s.dat", folder, plot->exercise->name);
    char *script = text_format("%s/%s.gp", folder, plot->exercise->name);
    write_data(plot, data);
    write_script(plot, term, script, data);
    char *temporary;
    FILE *output = a->output ? file_begin(a->output, &temporary) : tmpfile();
    if (!output)
        error(EXIT_USAGE, errno, "cannot make a temporary file");
    int code = run_gnuplot(script, output);
    if (!a->output) {
        show_text(output);
        fclose(output);
    }
    say_undrawn(plot);
    if (a->output && code == 0)
        file_finish(output, temporary, a->output);
    else if (a->output)
        file_abandon(output, temporary);
    free(script);
    free(data);
    return code;
}

static int plot_exercise(const struct arguments *a, const struct exercise *e)
{
    const struct workbook *workbook = &a->context->workbook;
    struct plot plot = {0};
    char *problem = read_plot(&plot, workbook, e);
    if (problem)
        error(EXIT_USAGE, 0, "exercise %s: %s", e->id, problem);
    char *term = terminal(a);
    char *prefix = text_format("%s/build/stage", workbook->root);
    char *folder = folder_make_own(prefix);
    char *driver = build(workbook, e, folder);
    bool ready = driver && take_trace(&plot, driver);
    int code = ready ? draw(&plot, a, term, folder) : 1;
    folder_remove_own(folder);
    trace_free(&plot.yours);
    trace_free(&plot.reference);
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
