/* progress.c: build/progress/ID.json holds the last result and the fingerprint of what it
 * was about. */
#include "tool/progress.h"
#include "tool/files.h"
#include "tool/fingerprint.h"
#include "tool/report.h"
#include "tool/workers.h"

#include <error.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *progress_path(const struct workbook *workbook, const char *id)
{
    return text_format("%s/build/progress/%s.json", workbook->root, id);
}

static void save(const struct workbook *workbook, const struct exercise *exercise,
                 const json_t *result)
{
    char *path = progress_path(workbook, exercise->id);
    json_t *record = json_pack(
        "{s:O, s:O, s:O, s:O}", "hash", json_object_get(result, "hash"), "status",
        json_object_get(result, "status"), "points", json_object_get(result, "points"),
        "max_points", json_object_get(result, "max_points"));
    char *text = json_dumps(record, 0);
    file_write(path, text);
    free(text);
    json_decref(record);
    free(path);
}

json_t *progress_grade(const struct grading *grading,
                       const struct exercise *const *exercises, size_t count)
{
    char *folder = text_format("%s/build/progress", grading->workbook->root);
    folder_make(folder);
    free(folder);
    if (count > 1 && isatty(STDERR_FILENO)) /* nothing else is seen for some seconds */
        fprintf(stderr, "Grading %zu exercises …\n", count);
    json_t *graded = grade_some(grading, exercises, count);
    const json_t *results = json_object_get(graded, "exercises");
    for (size_t i = 0; i < json_array_size(results); i++) {
        json_t *result = json_array_get(results, i);
        if (!grading->folder)
            save(grading->workbook, exercises[i], result);
        json_object_del(result, "hash");
    }
    return graded;
}

json_t *progress_load(const struct workbook *workbook, const struct exercise *exercise)
{
    char *path = progress_path(workbook, exercise->id);
    char *text = file_read(path); /* not what makes us wait */
    json_t *record = text ? json_loads(text, 0, NULL) : NULL;
    free(text);
    char *own = fingerprint_own(workbook, exercise);
    char *hash = fingerprint(own, workbook, exercise, NULL);
    free(own);
    const char *then = json_string_value(json_object_get(record, "hash"));
    bool whole = json_is_string(json_object_get(record, "status")) &&
                 json_is_integer(json_object_get(record, "points"));
    if (record && (!whole || !then || strcmp(then, hash) != 0)) {
        json_decref(record);
        record = NULL;
    }
    free(hash);
    free(path);
    return record;
}

/* Grades these and remembers the results. */
static json_t *grade_now(const struct workbook *workbook,
                         const struct exercise *const *exercises, size_t count)
{
    struct grading grading = {
        .workbook = workbook, .seed = fresh_seed(workbook), .jobs = workers_default()};
    json_t *graded = progress_grade(&grading, exercises, count);
    if (!graded)
        error(EXIT_USAGE, 0, "interrupted");
    return graded;
}

json_t *progress_now(const struct workbook *workbook, const struct exercise *exercise)
{
    json_t *record = progress_load(workbook, exercise);
    if (record)
        return record;
    json_t *graded = grade_now(workbook, &exercise, 1);
    record = json_incref(json_array_get(json_object_get(graded, "exercises"), 0));
    json_decref(graded);
    return record;
}

void progress_refresh(const struct workbook *workbook)
{
    const struct exercise **stale = calloc(workbook->count, sizeof *stale);
    if (!stale)
        error(EXIT_USAGE, 0, "out of memory");
    size_t count = 0;
    for (size_t i = 0; i < workbook->count; i++) {
        json_t *record = progress_load(workbook, &workbook->exercises[i]);
        if (!record)
            stale[count++] = &workbook->exercises[i];
        json_decref(record);
    }
    if (count > 0)
        json_decref(grade_now(workbook, stale, count));
    free(stale);
}

const struct exercise *progress_next(const struct workbook *workbook,
                                     const struct exercise *after)
{
    size_t start = (size_t)(after - workbook->exercises) + 1;
    for (size_t i = 0; i < workbook->count; i++) {
        const struct exercise *e = &workbook->exercises[(start + i) % workbook->count];
        json_t *record = progress_load(workbook, e);
        bool passed = record && report_passed(record);
        json_decref(record);
        if (!passed)
            return e;
    }
    return NULL;
}
