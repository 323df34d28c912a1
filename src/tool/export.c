/* export.c: reads a gradebook, whoever has written it. */
#include "tool/export.h"
#include "judge/text.h"
#include "tool/files.h"

#include <error.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

char *gradebook_text(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    size_t length = json_string_length(value);
    char *text = calloc(length + 1, 1);
    if (!text)
        error(EXIT_USAGE, 0, "out of memory");
    if (length > 0)
        memcpy(text, json_string_value(value), length);
    text_clean(text, length);
    text_replace(text, "\xef\xbf\xbe", "?"); /* U+FFFE and U+FFFF */
    text_replace(text, "\xef\xbf\xbf", "?");
    return text;
}

bool gradebook_has_points(const json_t *graded)
{
    return json_is_number(json_object_get(graded, "points"));
}

/* Points that were set by hand say more than the status. */
bool gradebook_has_passed(const json_t *one)
{
    const char *status = json_string_value(json_object_get(one, "status"));
    double points = json_number_value(json_object_get(one, "points"));
    double most = json_number_value(json_object_get(one, "max_points"));
    return gradebook_has_points(one) && points >= most &&
           (most > 0 || strcmp(status, "pass") == 0);
}

static bool is_number_or_null(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    return json_is_number(value) || json_is_null(value);
}

/* What is wrong with one exercise of a row, or NULL. */
static const char *check_exercise(json_t *one)
{
    const char *id, *status;
    double most;
    if (json_unpack(one, "{s:s, s:s, s:F}", "id", &id, "status", &status, "max_points",
                    &most))
        return "an exercise needs id, status and max_points";
    return is_number_or_null(one, "points") ? NULL : "points are a number or null";
}

/* Each exercise's points are rounded to a hundredth, and then the total is. */
static const char *check_total(const json_t *row, size_t count)
{
    const double rounding = 0.005 + 1e-9;
    const json_t *kept = json_object_get(row, "kept");
    double sum = 0, most = 0;
    size_t i, graded = 0;
    json_t *one;
    json_array_foreach(json_object_get(row, "exercises"), i, one)
    {
        sum += json_number_value(json_object_get(one, "points"));
        most += json_number_value(json_object_get(one, "max_points"));
        graded += gradebook_has_points(one);
    }
    sum *= kept ? json_number_value(kept) : 1;
    if (gradebook_has_points(row) != (graded == count))
        return "there is a total if all exercises have points, and only then";
    if (gradebook_has_points(row) &&
        fabs(json_number_value(json_object_get(row, "points")) - sum) > rounding)
        return "points is not the sum of the exercises";
    if (fabs(json_number_value(json_object_get(row, "max_points")) - most) > rounding)
        return "max_points is not the sum of the exercises";
    return NULL;
}

static const char *check_row(json_t *row, size_t count)
{
    const char *student, *id, *submission, *problem = NULL;
    double most;
    json_t *exercises, *notes, *one;
    int late;
    size_t i;
    if (json_unpack(row, "{s:s, s:s, s:s, s:b, s:F, s:o, s:o}", "student", &student, "id",
                    &id, "submission", &submission, "late", &late, "max_points", &most,
                    "exercises", &exercises, "notes", &notes))
        return "it needs student, id, submission, late, points, max_points, exercises "
               "and notes";
    if (!is_number_or_null(row, "points"))
        return "points are a number or null";
    if (!*submission || *submission == '.' || strchr(submission, '/'))
        return "submission must be fit for a file's name";
    if (json_array_size(exercises) != count)
        return "it does not have the exercises that the gradebook names";
    json_array_foreach(exercises, i, one)
    {
        problem = problem ? problem : check_exercise(one);
    }
    return problem ? problem : check_total(row, count);
}

/* Ends the program if the file is not a gradebook. */
static void check(json_t *json, const char *path)
{
    int schema;
    const char *name;
    json_t *exercises, *students, *row;
    size_t i;
    if (json_unpack(json, "{s:i, s:s, s:o, s:o}", "schema", &schema, "name", &name,
                    "exercises", &exercises, "students", &students) ||
        schema != 1)
        error(EXIT_USAGE, 0,
              "%s is not a gradebook of this version: it needs \"schema\": 1, name, "
              "exercises and students",
              path);
    json_array_foreach(students, i, row)
    {
        const char *problem = check_row(row, json_array_size(exercises));
        if (problem)
            error(EXIT_USAGE, 0, "%s: in row %zu of students: %s", path, i + 1, problem);
    }
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

void gradebook_read(struct gradebook *gradebook, const char *path)
{
    json_error_t wrong;
    char *file = text_format("%s%s", path, is_folder(path) ? "/gradebook.json" : "");
    char *slash = strrchr(file, '/');
    gradebook->json = json_load_file(file, JSON_REJECT_DUPLICATES, &wrong);
    if (!gradebook->json && wrong.line < 0)
        error(EXIT_USAGE, 0, "%s", wrong.text);
    if (!gradebook->json)
        error(EXIT_USAGE, 0, "%s:%d: %s", file, wrong.line, wrong.text);
    check(gradebook->json, file);
    if (!gradebook->column)
        gradebook->column = json_string_value(json_object_get(gradebook->json, "name"));
    gradebook->folder =
        slash ? text_format("%.*s", (int)(slash - file), file) : text_format(".");
    free(file);
}

void gradebook_free(struct gradebook *gradebook)
{
    json_decref(gradebook->json);
    free(gradebook->folder);
}
