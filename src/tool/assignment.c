/* assignment.c: reads an assignment file, key by key. */
#include "tool/assignment.h"
#include "tool/files.h"
#include "tool/grade.h"

#include <errno.h>
#include <error.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DAY = 24 * 60 * 60 };

static struct assigned *find(const struct assignment *a, const char *id)
{
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->exercises[i].exercise->id, id) == 0)
            return &a->exercises[i];
    return NULL;
}

/* The workbook's exercises lie in the order of their ids. */
static void add(struct assignment *a, const struct exercise *exercise)
{
    a->exercises = realloc(a->exercises, (a->count + 1) * sizeof *a->exercises);
    if (!a->exercises)
        error(EXIT_USAGE, 0, "out of memory");
    size_t i = a->count++;
    for (; i > 0 && a->exercises[i - 1].exercise > exercise; i--)
        a->exercises[i] = a->exercises[i - 1];
    a->exercises[i] = (struct assigned){exercise, exercise->points};
}

bool assignment_add(struct assignment *a, const char *word)
{
    bool used = false;
    for (size_t i = 0; i < a->workbook->count; i++) {
        const struct exercise *exercise = &a->workbook->exercises[i];
        bool named = exercise_is_named(exercise, word);
        if (named && !find(a, exercise->id))
            add(a, exercise);
        used = used || named;
    }
    return used;
}

bool assignment_read_due(time_t *due, const char *text)
{
    static const char *const forms[] = {"%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M%z"};
    struct tm read = {0};
    const char *end = NULL;
    for (size_t i = 0; i < sizeof forms / sizeof *forms && (!end || *end); i++) {
        read = (struct tm){0};
        end = strptime(text, forms[i], &read);
    }
    if (!end || *end)
        return false;
    struct tm date = read;
    *due = timegm(&date) - read.tm_gmtoff;
    return date.tm_mday == read.tm_mday && *due > 0; /* 30 February is 1 March */
}

double assignment_kept(const struct assignment *a, time_t handed_in)
{
    double days = ceil(difftime(handed_in, a->due) / DAY);
    if (a->due == 0 || days <= 0)
        return 1;
    return days > a->late_days ? 0 : fmax(0, 1 - days * a->late_percent / 100);
}

void assignment_free(struct assignment *a)
{
    free(a->name);
    free(a->exercises);
}

/* Reads a number in a range. */
static bool read_number(double *number, const json_t *value, double least, double most)
{
    *number = json_number_value(value);
    return json_is_number(value) && *number >= least && *number <= most;
}

/* What follows reads the value of one key. Each returns what to write instead, to be
 * freed, or NULL. */

static char *read_name(struct assignment *a, const json_t *value)
{
    enum { LONGEST = 60 };
    const char *name = json_string_value(value);
    size_t length = name ? strlen(name) : 0;
    bool fits = length > 0 && length <= LONGEST && name[0] != '.';
    for (size_t i = 0; i < length; i++)
        fits = fits && (unsigned char)name[i] >= ' ' && name[i] != '/';
    if (!fits)
        return text_format("write 1 to %d characters in quotes that can name a file: no "
                           "slash, no new line, no dot at the beginning",
                           LONGEST);
    a->name = strdup(name);
    return NULL;
}

static char *read_exercises(struct assignment *a, const json_t *value)
{
    const char *example = a->workbook->exercises[0].id;
    size_t i;
    json_t *word;
    json_array_foreach(value, i, word)
    {
        const char *text = json_string_value(word);
        if (!text || !assignment_add(a, text))
            return text_format("entry %zu names no exercise or chapter; write its number "
                               "in quotes, as 'descent list' shows it, such as \"%s\"",
                               i + 1, example);
    }
    if (a->count > 0)
        return NULL;
    return text_format("list exercises or chapters, such as [\"%s\", \"%s\"]", example,
                       a->workbook->exercises[0].chapter);
}

static char *read_points(struct assignment *a, const json_t *value)
{
    const char *id, *example = a->exercises[0].exercise->id;
    json_t *points;
    if (!json_is_object(value))
        return text_format("write exercises with their points, such as {\"%s\": 5}",
                           example);
    json_object_foreach((json_t *)value, id, points)
    {
        struct assigned *assigned = find(a, id);
        if (!assigned)
            return text_format("\"%s\" is no exercise of this assignment; write one's "
                               "number, such as \"%s\"",
                               id, example);
        if (!read_number(&assigned->points, points, 0, 10000))
            return text_format("write a number from 0 to 10000 for \"%s\"", id);
    }
    return NULL;
}

static char *read_due(struct assignment *a, const json_t *value)
{
    const char *text = json_string_value(value);
    if (text && assignment_read_due(&a->due, text))
        return NULL;
    return text_format("write a date, a time, and how far it is from UTC, such as "
                       "\"2026-12-07T23:59+01:00\"");
}

static char *read_late(struct assignment *a, const json_t *value)
{
    const json_t *percent = json_object_get(value, "percent_per_day");
    const json_t *days = json_object_get(value, "days");
    size_t known = (size_t)(percent != NULL) + (size_t)(days != NULL);
    if (known == 0 || json_object_size(value) != known)
        return text_format(
            "write {\"percent_per_day\": 10, \"days\": 5}, or one of these two");
    if (percent && !read_number(&a->late_percent, percent, 0, 100))
        return text_format("write a number from 0 to 100 for \"percent_per_day\"");
    if (days && !read_number(&a->late_days, days, 0, 366))
        return text_format("write a number from 0 to 366 for \"days\"");
    return a->due ? NULL
                  : text_format("nothing is late without a date: write \"due\", too");
}

static char *read_tests(struct assignment *a, const json_t *value)
{
    const char *text = json_is_string(value) ? json_string_value(value) : "";
    a->hides_tests = strcmp(text, "hidden") == 0;
    if (a->hides_tests || strcmp(text, "shown") == 0)
        return NULL;
    return text_format("write \"shown\" or \"hidden\"");
}

static char *read_seed(struct assignment *a, const json_t *value)
{
    json_int_t seed = json_integer_value(value);
    a->seed = (uint64_t)seed;
    if (seed > PUBLIC_SEEDS)
        return NULL;
    return text_format(
        "write a whole number above %d: handouts have the answers to those "
        "up to it",
        PUBLIC_SEEDS);
}

static char *read_similar(struct assignment *a, const json_t *value)
{
    double percent;
    if (!read_number(&percent, value, 1, 100))
        return text_format("write a number from 1 to 100");
    a->similar_percent = (int)percent;
    return NULL;
}

/* In the order in which they are read: points follow exercises, late follows due. */
static const struct key {
    const char *name;
    char *(*read)(struct assignment *a, const json_t *value);
    bool required;
} keys[] = {{"name", read_name, true},      {"exercises", read_exercises, true},
            {"points", read_points, false}, {"due", read_due, false},
            {"late", read_late, false},     {"tests", read_tests, false},
            {"seed", read_seed, false},     {"similar_percent", read_similar, false}};
enum { KEYS = sizeof keys / sizeof *keys };

static char *read_keys(struct assignment *a, json_t *file)
{
    for (size_t i = 0; i < KEYS; i++) {
        const json_t *value = json_object_get(file, keys[i].name);
        if (!value && !keys[i].required)
            continue;
        char *problem = keys[i].read(a, value);
        char *whole = problem ? text_format("\"%s\": %s", keys[i].name, problem) : NULL;
        free(problem);
        if (whole)
            return whole;
        json_object_del(file, keys[i].name);
    }
    const char *left = json_object_iter_key(json_object_iter(file));
    if (!left)
        return NULL;
    return text_format("\"%s\" is not known; there are name, exercises, points, due, "
                       "late, tests, seed and similar_percent",
                       left);
}

char *assignment_read(struct assignment *a, const struct workbook *workbook,
                      const char *path)
{
    *a = (struct assignment){.workbook = workbook, .late_days = INFINITY};
    char *text = file_read(path);
    if (!text)
        return file_problem(path, errno);
    json_error_t wrong;
    json_t *file = json_loads(text, JSON_REJECT_DUPLICATES, &wrong);
    char *problem = file ? read_keys(a, file) : text_format("%s", wrong.text);
    char *whole = NULL;
    if (problem && file)
        whole = text_format("%s: %s", path, problem);
    else if (problem)
        whole = text_format("%s:%d: this is no JSON: %s", path, wrong.line, problem);
    free(problem);
    json_decref(file);
    free(text);
    return whole;
}

/* What is late loses, if it loses anything; NULL otherwise. */
static json_t *late_value(const struct assignment *a)
{
    json_t *late = json_object();
    if (a->late_percent > 0)
        json_object_set_new(late, "percent_per_day", json_real(a->late_percent));
    if (isfinite(a->late_days))
        json_object_set_new(late, "days", json_real(a->late_days));
    if (json_object_size(late) > 0)
        return late;
    json_decref(late);
    return NULL;
}

char *assignment_text(const struct assignment *a)
{
    json_t *ids = json_array(), *points = json_object();
    for (size_t i = 0; i < a->count; i++) {
        const char *id = a->exercises[i].exercise->id;
        json_array_append_new(ids, json_string(id));
        json_object_set_new(points, id, json_real(a->exercises[i].points));
    }
    char due[40] = "";
    if (a->due)
        strftime(due, sizeof due, "%Y-%m-%dT%H:%M:%SZ", gmtime(&a->due));
    json_t *file =
        json_pack("{s:s, s:o, s:o, s:s*, s:o*, s:s}", "name", a->name, "exercises", ids,
                  "points", points, "due", a->due ? due : NULL, "late", late_value(a),
                  "tests", a->hides_tests ? "hidden" : "shown");
    if (a->seed)
        json_object_set_new(file, "seed", json_integer((json_int_t)a->seed));
    if (a->similar_percent)
        json_object_set_new(file, "similar_percent", json_integer(a->similar_percent));
    char *text = json_dumps(file, JSON_INDENT(2) | JSON_REAL_PRECISION(12));
    if (!text)
        error(EXIT_USAGE, 0, "cannot write the assignment");
    json_decref(file);
    return text;
}

void assignment_write(const struct assignment *a, const char *path)
{
    char *text = assignment_text(a);
    file_write_safely(path, text);
    free(text);
}

void assignment_choose(struct assignment *a, const struct workbook *workbook,
                       const char *name, char *const *words, size_t count)
{
    const struct exercise **chosen = calloc(workbook->count, sizeof *chosen);
    if (!chosen)
        error(EXIT_USAGE, 0, "out of memory");
    *a = (struct assignment){
        .workbook = workbook, .name = text_format("%s", name), .late_days = INFINITY};
    size_t n = workbook_choose(chosen, workbook, words, count);
    for (size_t i = 0; i < n; i++)
        assignment_add(a, chosen[i]->id);
    free(chosen);
}
