/* statistics.c: counts rows, and shows the counts as tables and bars. */
#include "tool/statistics.h"
#include "tool/files.h"
#include "tool/gnuplot.h"
#include "tool/page.h"
#include "tool/results.h"

#include <errno.h>
#include <error.h>
#include <stdlib.h>
#include <string.h>

/* The object that stands under a key; a new one if none does. */
static json_t *object_in(json_t *object, const char *key)
{
    json_t *inside = json_object_get(object, key);
    if (!inside) {
        inside = json_object();
        json_object_set_new(object, key, inside);
    }
    return inside;
}

static void count(json_t *object, const char *key)
{
    json_int_t before = json_integer_value(json_object_get(object, key));
    json_object_set_new(object, key, json_integer(before + 1));
}

void statistics_add(json_t *counts, const json_t *row)
{
    size_t i;
    json_t *one;
    json_array_foreach(json_object_get(row, "exercises"), i, one)
    {
        json_t *of = object_in(counts, json_string_value(json_object_get(one, "id")));
        const char *first = json_string_value(json_object_get(one, "diagnosis"));
        const char *second = json_string_value(json_object_get(one, "second"));
        double points = json_number_value(json_object_get(of, "points")) +
                        json_number_value(json_object_get(one, "points"));
        count(of, json_string_value(json_object_get(one, "status")));
        json_object_set_new(of, "points", json_real(points));
        json_t *mistakes = object_in(of, "mistakes");
        if (first)
            count(mistakes, first);
        if (second)
            count(mistakes, second);
    }
}

/* How many have this status. */
static json_int_t get(const json_t *of, const char *status)
{
    return json_integer_value(json_object_get(of, status));
}

/* What an exercise comes to. */
struct sum {
    json_int_t all, handed_in, pass; /* all: of whom the points are known */
    double rate, points;             /* of all: in percent; the mean */
};

static struct sum sum_up(const json_t *of)
{
    static const char *const handed_in[] = {"pass", "fail", "build-error", "crash",
                                            "timeout"};
    struct sum sum = {.pass = get(of, "pass")};
    for (size_t i = 0; i < sizeof handed_in / sizeof *handed_in; i++)
        sum.handed_in += get(of, handed_in[i]);
    sum.all = sum.handed_in + get(of, "not-started");
    if (sum.all > 0) {
        sum.rate = 100 * (double)sum.pass / (double)sum.all;
        sum.points = json_number_value(json_object_get(of, "points")) / (double)sum.all;
    }
    return sum;
}

static void write_rates(struct page *page, const struct course *course,
                        const json_t *counts)
{
    static const char *const head[] = {"exercise", "handed in", "pass", "pass rate",
                                       "mean points"};
    enum { COLUMNS = sizeof head / sizeof *head };
    page_row(page, true, COLUMNS, head);
    for (size_t i = 0; i < course->assignment.count; i++) {
        const struct assigned *assigned = &course->assignment.exercises[i];
        const struct exercise *e = assigned->exercise;
        struct sum sum = sum_up(json_object_get(counts, e->id));
        char *cells[] = {text_format("%s %s", e->id, e->title),
                         text_format("%lld of %lld", sum.handed_in, sum.all),
                         text_format("%lld", sum.pass), text_format("%.0f %%", sum.rate),
                         text_format("%.2f of %g", sum.points, assigned->points)};
        page_row(page, false, COLUMNS, (const char *const *)cells);
        for (size_t j = 0; j < COLUMNS; j++)
            free(cells[j]);
    }
    page_end_table(page);
}

/* A mistake, and how many have made it. */
struct mistake {
    const char *id, *name;
    json_int_t count;
};

/* The most frequent first. */
static int compare(const void *a, const void *b)
{
    const struct mistake *x = a, *y = b;
    int by_count = (x->count < y->count) - (x->count > y->count);
    int by_id = strverscmp(x->id, y->id);
    return by_count ? by_count : by_id ? by_id : strcmp(x->name, y->name);
}

/* The strings are those of the counts; the array is to be freed. */
static struct mistake *list_mistakes(const json_t *counts, size_t *length)
{
    struct mistake *list = NULL;
    const char *id, *name;
    json_t *of, *times;
    *length = 0;
    json_object_foreach((json_t *)counts, id, of)
    {
        json_object_foreach(json_object_get(of, "mistakes"), name, times)
        {
            list = realloc(list, (*length + 1) * sizeof *list);
            if (!list)
                error(EXIT_USAGE, 0, "out of memory");
            list[(*length)++] = (struct mistake){id, name, json_integer_value(times)};
        }
    }
    if (list)
        qsort(list, *length, sizeof *list, compare);
    return list;
}

static void write_mistakes(struct page *page, const json_t *counts)
{
    static const char *const head[] = {"exercise", "mistake", "students"};
    size_t length;
    struct mistake *list = list_mistakes(counts, &length);
    page_heading(page, "Known mistakes");
    if (length == 0)
        page_paragraph(page, "None was recognized.");
    else
        page_row(page, true, 3, head);
    for (size_t i = 0; i < length; i++) {
        char *times = text_format("%" JSON_INTEGER_FORMAT, list[i].count);
        const char *const cells[] = {list[i].id, list[i].name, times};
        page_row(page, false, 3, cells);
        free(times);
    }
    if (length > 0)
        page_end_table(page);
    free(list);
}

/* Draws the pass rates as bars. */
static void draw(const struct course *course, const json_t *counts, const char *path)
{
    char *script = text_format("%s/class.gp~", course->results), *temporary;
    FILE *file = fopen(script, "w");
    if (!file)
        error(EXIT_USAGE, errno, "cannot write %s", script);
    fprintf(file, "set terminal svg size 720,320 dynamic\n"
                  "set boxwidth 0.7\nset style fill solid noborder\n"
                  "set yrange [0:100]\nset ylabel 'pass, percent'\n"
                  "set border 3\nset tics nomirror\nset xtics rotate\nunset key\n"
                  "plot '-' using 0:2:xtic(1) with boxes lc rgb '#0072b2'\n");
    for (size_t i = 0; i < course->assignment.count; i++) {
        const char *id = course->assignment.exercises[i].exercise->id;
        fprintf(file, "\"%s\" %g\n", id, sum_up(json_object_get(counts, id)).rate);
    }
    fprintf(file, "e\n");
    fclose(file);
    FILE *output = file_begin(path, &temporary);
    if (gnuplot_run(script, output))
        file_finish(output, temporary, path);
    else
        file_abandon(output, temporary);
    remove(script);
    free(script);
}

static void write_page(const struct course *course, const json_t *counts,
                       const char *drawing, bool html)
{
    struct page page;
    char *path = text_format("%s/class", course->results);
    page_begin(&page, path, html, course->assignment.name);
    page_drawing(&page, drawing, "class.svg", "The pass rate of each exercise, as bars");
    write_rates(&page, course, counts);
    write_mistakes(&page, counts);
    page_finish(&page);
    free(path);
}

void statistics_write(const struct course *course, const json_t *counts)
{
    char *path = text_format("%s/class.json", course->results);
    char *drawing = text_format("%s/class.svg", course->results);
    results_store(path, counts);
    draw(course, counts, drawing);
    write_page(course, counts, drawing, true);
    write_page(course, counts, drawing, false);
    free(drawing);
    free(path);
}
