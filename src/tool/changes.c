/* changes.c: compares two gradings of the same files. */
#include "tool/changes.h"
#include "judge/text.h"
#include "tool/files.h"

#include <stdlib.h>
#include <string.h>

static const char *string(const json_t *object, const char *key)
{
    const char *value = json_string_value(json_object_get(object, key));
    return value ? value : "";
}

static double number(const json_t *object, const char *key)
{
    return json_number_value(json_object_get(object, key));
}

/* Points, or that there are none. */
static void write_points(FILE *file, const json_t *points)
{
    if (json_is_number(points))
        fprintf(file, "%g", json_number_value(points));
    else
        fputs("none", file);
}

static void write_both(FILE *file, const json_t *before, const json_t *after)
{
    write_points(file, before);
    fputs(" -> ", file);
    write_points(file, after);
}

/* The first line of what a test or the compiler says. */
static void write_message(FILE *file, const char *message)
{
    enum { MOST = 200 };
    size_t length = strcspn(message, "\n");
    char *line = strndup(message, length > MOST ? MOST : length);
    text_clean_line(line);
    if (*line)
        fprintf(file, ": %s%s", line, length > MOST ? " …" : "");
    free(line);
}

/* --- Tests ------------------------------------------------------------------------ */

static const json_t *tests_of(const json_t *unit)
{
    return json_object_get(json_object_get(unit, "result"), "tests");
}

static const json_t *find_test(const json_t *tests, const char *name)
{
    size_t i;
    json_t *test;
    json_array_foreach(tests, i, test)
    {
        if (strcmp(string(test, "name"), name) == 0)
            return test;
    }
    return NULL;
}

static void write_test(FILE *file, const json_t *before, const json_t *after)
{
    fprintf(file, "    %s, ", string(after, "name"));
    if (before)
        fprintf(file, "%g of %g -> ", number(before, "points"),
                number(before, "max_points"));
    else
        fputs("a new test, ", file);
    fprintf(file, "%g of %g", number(after, "points"), number(after, "max_points"));
    if (strcmp(string(after, "status"), "pass") != 0)
        write_message(file, string(after, "message"));
    fputc('\n', file);
}

/* Returns how many tests say something else. */
static size_t write_tests(FILE *file, const json_t *before, const json_t *after)
{
    size_t i, count = 0;
    json_t *test;
    json_array_foreach(tests_of(after), i, test)
    {
        const json_t *old = find_test(tests_of(before), string(test, "name"));
        if (old && number(old, "points") == number(test, "points") &&
            number(old, "max_points") == number(test, "max_points"))
            continue;
        write_test(file, old, test);
        count++;
    }
    json_array_foreach(tests_of(before), i, test)
    {
        if (find_test(tests_of(after), string(test, "name")))
            continue;
        fprintf(file, "    %s, %g of %g, is no longer a test\n", string(test, "name"),
                number(test, "points"), number(test, "max_points"));
        count++;
    }
    return count;
}

/* --- Exercises -------------------------------------------------------------------- */

/* What the tests have given, whatever was set by hand. */
static const json_t *judged(const json_t *one)
{
    const json_t *adjusted = json_object_get(one, "adjusted");
    return json_object_get(adjusted ? adjusted : one, adjusted ? "from" : "points");
}

static bool same(const json_t *a, const json_t *b)
{
    return json_is_number(a) == json_is_number(b) &&
           json_number_value(a) == json_number_value(b);
}

/* Why the whole exercise came out in another way, if no single test did. */
static void write_status(FILE *file, const json_t *before, const json_t *after,
                         const json_t *unit)
{
    fprintf(file, "    %s -> %s", string(before, "status"), string(after, "status"));
    write_message(file, string(json_object_get(unit, "result"), "messages"));
    fputc('\n', file);
}

static void write_exercise(FILE *file, const json_t *before, const json_t *after,
                           const json_t *old_unit, const json_t *new_unit)
{
    bool by_hand = json_object_get(after, "adjusted");
    fprintf(file, "  %s: ", string(after, "id"));
    if (by_hand) {
        fputs("stays at ", file);
        write_points(file, json_object_get(after, "points"));
        fputs(", set by hand; by the tests ", file);
    }
    write_both(file, judged(before), judged(after));
    fprintf(file, " of %g\n", number(after, "max_points"));
    if (write_tests(file, old_unit, new_unit) == 0)
        write_status(file, before, after, new_unit);
}

static void write_exercises(FILE *file, const struct course *before,
                            const struct course *after, const json_t *row_before,
                            const json_t *row_after)
{
    size_t i;
    json_t *one;
    json_array_foreach(json_object_get(row_after, "exercises"), i, one)
    {
        const json_t *old = json_array_get(json_object_get(row_before, "exercises"), i);
        const char *id = string(one, "id");
        if (same(judged(old), judged(one)))
            continue;
        json_t *old_unit = course_unit(before, string(row_before, "submission"), id);
        json_t *new_unit = course_unit(after, string(row_after, "submission"), id);
        write_exercise(file, old, one, old_unit, new_unit);
        json_decref(old_unit);
        json_decref(new_unit);
    }
}

static bool has_changed(const json_t *before, const json_t *after)
{
    size_t i;
    json_t *one;
    bool changed =
        !same(json_object_get(before, "points"), json_object_get(after, "points"));
    json_array_foreach(json_object_get(after, "exercises"), i, one)
    {
        const json_t *old = json_array_get(json_object_get(before, "exercises"), i);
        changed = changed || !same(judged(old), judged(one));
    }
    return changed;
}

bool changes_write(FILE *file, const struct course *before, const struct course *after,
                   size_t i)
{
    json_t *old = course_student(before, i), *new = course_student(after, i);
    const json_t *total_before = json_object_get(old, "points");
    const json_t *total_after = json_object_get(new, "points");
    bool changed = !same(total_before, total_after);
    if (has_changed(old, new)) {
        char *name = strdup(string(new, "student"));
        text_clean_line(name);
        fprintf(file, "%s: ", name);
        free(name);
        write_both(file, total_before, total_after);
        fprintf(file, " of %g\n", number(new, "max_points"));
        if (strcmp(string(old, "submission"), string(new, "submission")) != 0)
            fprintf(file, "  %s counts in place of %s\n", string(new, "submission"),
                    string(old, "submission"));
        write_exercises(file, before, after, old, new);
    }
    json_decref(old);
    json_decref(new);
    return changed;
}
