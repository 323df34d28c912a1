/* feedback.c: the verdict on each exercise, in the words of the judge.
 *
 * Invariant: nothing of the instructor's machine and of the solutions is in it, and if
 * the assignment hides its tests, nothing that tells them. */
#include "tool/feedback.h"
#include "tool/files.h"
#include "tool/page.h"
#include "tool/results.h"

#include <error.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LINES = 30 };

static const char *string(const json_t *object, const char *key)
{
    const char *value = json_string_value(json_object_get(object, key));
    return value ? value : "";
}

static double number(const json_t *object, const char *key)
{
    return json_number_value(json_object_get(object, key));
}

static void write_tests(struct page *page, const json_t *result)
{
    size_t i;
    json_t *test;
    page_list(page, true);
    json_array_foreach(json_object_get(result, "tests"), i, test)
    {
        bool passed = strcmp(string(test, "status"), "pass") == 0;
        page_item(page, "%s %s (%g of %g)%s%s", passed ? "✓" : "✗", string(test, "name"),
                  number(test, "points"), number(test, "max_points"), passed ? "" : ": ",
                  passed ? "" : string(test, "message"));
    }
    page_list(page, false);
}

/* The mistake's name without the exercise's. */
static const char *mistake_name(const json_t *mistake, const struct exercise *e)
{
    const char *name = string(mistake, "name");
    size_t length = strlen(e->name);
    return strncmp(name, e->name, length) == 0 && name[length] == '-' ? name + length + 1
                                                                      : name;
}

static void write_mistake(struct page *page, const json_t *mistake,
                          const struct exercise *e, const char *words)
{
    if (json_is_object(mistake))
        page_paragraph(page, "%s (%s): %s", words, mistake_name(mistake, e),
                       string(mistake, "says"));
}

/* The command that repeats the first failed test. */
static void write_replay(struct page *page, const json_t *result,
                         const struct exercise *e, json_int_t seed)
{
    size_t i;
    json_t *test;
    json_array_foreach(json_object_get(result, "tests"), i, test)
    {
        if (strcmp(string(test, "status"), "pass") == 0)
            continue;
        char *commands = text_format(
            "build/descent grade %s\nbuild/drivers/%s/%s %s %" JSON_INTEGER_FORMAT, e->id,
            e->chapter, e->name, string(test, "case"), seed);
        page_paragraph(page, "To try it again in your workbook, and then with the inputs "
                             "of this grading, for example in a debugger:");
        page_text(page, commands, 2);
        free(commands);
        return;
    }
}

static void write_drawing(struct page *page, const struct course *course, const char *key,
                          const struct exercise *e)
{
    char *name = text_format("%s.svg", e->id);
    char *path = results_path(course->results, "feedback", key, name);
    char *alt = text_format("Your run of exercise %s over the reference's", e->id);
    page_drawing(page, path, name, alt);
    free(alt);
    free(path);
    free(name);
}

static void write_result(struct page *page, const struct course *course, const char *key,
                         const struct exercise *e, const json_t *unit)
{
    const json_t *result = json_object_get(unit, "result");
    bool built = strcmp(string(result, "status"), "build-error") != 0;
    bool passed = strcmp(string(result, "status"), "pass") == 0;
    if (*string(result, "messages")) {
        page_paragraph(page, built ? "The compiler warns:" : "It does not compile:");
        page_text(page, string(result, "messages"), MOST_LINES);
    }
    if (course->assignment.hides_tests)
        return;
    write_tests(page, result);
    write_mistake(page, json_object_get(result, "diagnosis"), e,
                  "Your numbers show a known mistake");
    write_mistake(page, json_object_get(result, "second"), e, "And a second one");
    write_mistake(
        page, json_object_get(result, "near"), e,
        "Your numbers are near those of a known mistake, which does not explain "
        "all of them");
    if (*string(result, "output")) {
        page_paragraph(page, "Your program printed:");
        page_text(page, string(result, "output"), MOST_LINES);
    }
    if (strcmp(string(result, "status"), "fail") == 0)
        write_drawing(page, course, key, e);
    if (!passed && built)
        write_replay(page, result, e, json_integer_value(json_object_get(unit, "seed")));
}

/* Which file was graded, if not the one that everybody expects, and why none was. */
static void write_file(struct page *page, const json_t *one, const json_t *record,
                       const struct exercise *e)
{
    const json_t *file = json_object_get(json_object_get(record, "files"), e->id);
    const char *path = string(file, "file"), *slash = strrchr(path, '/');
    char *name = text_format("%s.c", e->name);
    if (*string(file, "unclear"))
        page_paragraph(page, "It is unclear which file is meant: %s",
                       string(file, "unclear"));
    else if (*string(file, "problem"))
        page_paragraph(page, "%s %s.", path, string(file, "problem"));
    else if (*path && strcmp(slash ? slash + 1 : path, name) != 0)
        page_paragraph(page, "It was taken from your file %s.", path);
    else if (strcmp(string(one, "status"), "ungraded") == 0)
        page_paragraph(page, "It could not be graded yet.");
    free(name);
}

static void write_adjusted(struct page *page, const json_t *adjusted)
{
    const json_t *from = json_object_get(adjusted, "from");
    if (json_is_number(from))
        page_paragraph(page, "It was set by hand, from %g points: %s.",
                       json_number_value(from), string(adjusted, "reason"));
    else if (adjusted)
        page_paragraph(page, "It was set by hand: %s.", string(adjusted, "reason"));
}

/* The tests have the exercise's points, which an assignment may weigh. */
static void write_weight(struct page *page, const json_t *one, const struct exercise *e)
{
    double counts = number(one, "max_points");
    if (counts > 0 && counts != e->points)
        page_paragraph(page, "Its tests have %d points in all, which count %g here.",
                       e->points, counts);
}

static void write_exercise(struct page *page, const struct course *course,
                           const json_t *one, const json_t *record, const char *key)
{
    const struct exercise *e =
        workbook_find(course->assignment.workbook, string(one, "id"));
    char *path = results_path(course->results, "units", key, e->id);
    json_t *unit = results_load(path);
    if (json_is_number(json_object_get(one, "points")))
        page_heading(page, "%s %s: %s, %g of %g points", e->id, e->title,
                     string(one, "status"), number(one, "points"),
                     number(one, "max_points"));
    else
        page_heading(page, "%s %s: %s", e->id, e->title, string(one, "status"));
    write_file(page, one, record, e);
    write_adjusted(page, json_object_get(one, "adjusted"));
    if (unit) {
        write_weight(page, one, e);
        write_result(page, course, key, e, unit);
    }
    json_decref(unit);
    free(path);
}

static void write_summary(struct page *page, const json_t *row)
{
    if (json_is_number(json_object_get(row, "points")))
        page_paragraph(page, "%g of %g points", number(row, "points"),
                       number(row, "max_points"));
    else
        page_paragraph(page, "There is no total yet.");
    if (json_is_true(json_object_get(row, "late")))
        page_paragraph(page, "It came late.");
    if (json_object_get(row, "kept"))
        page_paragraph(page, "It keeps %.4g %% of its points.",
                       100 * number(row, "kept"));
}

static void write_page(const struct course *course, const json_t *row,
                       const json_t *record, bool html)
{
    struct page page;
    const char *key = string(row, "submission");
    char *path =
        results_path(course->results, "feedback", key, html ? "index" : "feedback");
    char *title = text_format("%s: %s", course->assignment.name, string(row, "student"));
    size_t i;
    json_t *one;
    page_begin(&page, path, html, title);
    write_summary(&page, row);
    json_array_foreach(json_object_get(row, "exercises"), i, one)
        write_exercise(&page, course, one, record, key);
    page_finish(&page);
    free(title);
    free(path);
}

/* The drawings lie beside the page, so that the folder can be given away. */
static void copy_drawings(const struct course *course, const json_t *row, const char *key)
{
    size_t i;
    json_t *one;
    json_array_foreach(json_object_get(row, "exercises"), i, one)
    {
        char *name = text_format("%s.svg", string(one, "id"));
        char *from = results_path(course->results, "units", key, name);
        char *to = results_path(course->results, "feedback", key, name);
        bool fails = strcmp(string(one, "status"), "fail") == 0;
        char *svg = fails && !course->assignment.hides_tests ? file_read(from) : NULL;
        if (svg)
            file_write(to, svg);
        else
            remove(to);
        free(svg);
        free(to);
        free(from);
        free(name);
    }
}

void feedback_write(const struct course *course, const json_t *row)
{
    const char *key = string(row, "submission");
    char *folder = results_path(course->results, "feedback", key, NULL);
    char *path = results_path(course->results, "submissions", key, NULL);
    json_t *record = results_load(path);
    folder_make(folder);
    file_remove_temporaries(folder);
    copy_drawings(course, row, key);
    write_page(course, row, record, true);
    write_page(course, row, record, false);
    json_decref(record);
    free(path);
    free(folder);
}
