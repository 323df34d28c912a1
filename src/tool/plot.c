/* plot.c: the exercise's header says what to draw: "@plot CASE X Y". The student's driver
 * and the reference's run that case on the same seed, and gnuplot draws one over the
 * other. */
#include "tool/plot.h"
#include "judge/source.h"
#include "tool/files.h"
#include "tool/gnuplot.h"

#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct trace_array *plot_column(const struct trace *trace, const char *name)
{
    const struct trace_array *array = trace_find(trace, name);
    return array && array->cols == 1 ? array : NULL;
}

char *plot_read(struct plot *plot, const struct workbook *workbook,
                const struct exercise *e, uint64_t seed)
{
    *plot = (struct plot){.exercise = e, .seed = seed};
    char tail;
    if (!e->plot ||
        sscanf(e->plot, "%47s %47s %47s %c", plot->run, plot->x, plot->y, &tail) != 3)
        return text_format("it has no '@plot CASE X Y'");
    char words[VERDICT_MAX_WORDS];
    char *path = workbook_traces(workbook, e, "reference");
    struct source source = {.path = path, .trusted = true};
    bool ran = !source_trace(&plot->reference, words, NULL, &source, plot->run,
                             plot->seed, NULL);
    source_close(&source);
    free(path);
    if (!ran)
        return text_format("the case '%s' of its @plot: %s", plot->run, words);
    const struct trace_array *x = plot_column(&plot->reference, plot->x);
    const struct trace_array *y = plot_column(&plot->reference, plot->y);
    if (x && y && x->rows == y->rows)
        return NULL;
    return x && y ? text_format("'%s' and '%s' of its @plot have not as many rows",
                                plot->x, plot->y)
                  : text_format("the case '%s' records no column '%s', which its @plot "
                                "names",
                                plot->run, x ? plot->y : plot->x);
}

bool plot_take(struct plot *plot, char words[VERDICT_MAX_WORDS], const char *driver,
               const char *sandbox)
{
    struct source source = {.path = driver, .sandbox = sandbox};
    bool ran =
        !source_trace(&plot->yours, words, NULL, &source, plot->run, plot->seed, NULL);
    source_close(&source);
    if (!ran)
        return false;
    const struct trace_array *yours = plot_column(&plot->yours, plot->y);
    if (yours && yours->rows == plot_column(&plot->reference, plot->x)->rows)
        return true;
    snprintf(words, VERDICT_MAX_WORDS, "it recorded other things than the reference");
    return false;
}

/* Three columns: x, the reference's y, yours. */
static void write_data(const struct plot *plot, const char *path)
{
    const struct trace_array *x = plot_column(&plot->reference, plot->x);
    const struct trace_array *expected = plot_column(&plot->reference, plot->y);
    const struct trace_array *yours = plot_column(&plot->yours, plot->y);
    FILE *file = fopen(path, "w");
    if (!file)
        error(EXIT_USAGE, errno, "cannot write %s", path);
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

bool plot_draw(const struct plot *plot, const char *terminal, const char *folder,
               FILE *output)
{
    char *data = text_format("%s/%s.dat", folder, plot->exercise->name);
    char *script = text_format("%s/%s.gp", folder, plot->exercise->name);
    write_data(plot, data);
    write_script(plot, terminal, script, data);
    bool drawn = gnuplot_run(script, output);
    free(script);
    free(data);
    return drawn;
}

void plot_free(struct plot *plot)
{
    trace_free(&plot->yours);
    trace_free(&plot->reference);
}
