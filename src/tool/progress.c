/* progress.c: build/progress/ID.json holds the last result and a hash of the files that it
 * was about. */
#include "tool/progress.h"
#include "tool/files.h"
#include "tool/grade.h"

#include <error.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static uint64_t hash_file(const struct workbook *workbook,
                          const struct exercise *exercise, uint64_t hash)
{
    char *path = workbook_submission(workbook, exercise, NULL);
    char *text = file_read(path);
    hash = text_hash(text ? text : "", hash);
    free(text);
    free(path);
    return hash;
}

/* Of the student's file, of those that it needs, and of the trusted version. */
static char *hash_files(const struct workbook *workbook, const struct exercise *exercise)
{
    uint64_t hash = hash_file(workbook, exercise, 0);
    for (size_t i = 0; i < exercise->needs_count; i++) {
        const struct exercise *need = workbook_find(workbook, exercise->needs[i]);
        if (need)
            hash = hash_file(workbook, need, hash);
    }
    char *reference = workbook_stub(workbook, exercise);
    hash = text_hash(reference, hash);
    free(reference);
    return text_format("%016" PRIx64, hash);
}

static char *progress_path(const struct workbook *workbook, const char *id)
{
    return text_format("%s/build/progress/%s.json", workbook->root, id);
}

static void save_one(const struct workbook *workbook, const json_t *result)
{
    const char *id = json_string_value(json_object_get(result, "id"));
    char *path = progress_path(workbook, id);
    char *hash = hash_files(workbook, workbook_find(workbook, id));
    json_t *record = json_pack("{s:s, s:O, s:O, s:O}", "hash", hash, "status",
                               json_object_get(result, "status"), "points",
                               json_object_get(result, "points"), "max_points",
                               json_object_get(result, "max_points"));
    char *text = json_dumps(record, 0);
    file_write(path, text);
    free(text);
    json_decref(record);
    free(hash);
    free(path);
}

void progress_save(const struct workbook *workbook, const json_t *grading)
{
    char *folder = text_format("%s/build/progress", workbook->root);
    folder_make(folder);
    free(folder);
    size_t i;
    json_t *result;
    json_array_foreach(json_object_get(grading, "exercises"), i, result)
        save_one(workbook, result);
}

json_t *progress_load(const struct workbook *workbook, const struct exercise *exercise)
{
    char *path = progress_path(workbook, exercise->id);
    json_t *record = json_load_file(path, 0, NULL);
    char *hash = hash_files(workbook, exercise);
    const char *then = json_string_value(json_object_get(record, "hash"));
    if (record && (!then || strcmp(then, hash) != 0)) {
        json_decref(record);
        record = NULL;
    }
    free(hash);
    free(path);
    return record;
}

json_t *progress_now(const struct workbook *workbook, const struct exercise *exercise)
{
    json_t *record = progress_load(workbook, exercise);
    if (record)
        return record;
    struct grading grading = {
        .workbook = workbook, .seed = fresh_seed(workbook), .jobs = 1};
    json_t *graded = grade_some(&grading, &exercise, 1);
    if (!graded)
        error(EXIT_USAGE, 0, "interrupted");
    progress_save(workbook, graded);
    json_decref(graded);
    return progress_load(workbook, exercise);
}
