/* export_student.c: what one student has earned, as autograders say it. */
#include "tool/export.h"
#include "tool/files.h"
#include "tool/results.h"

#include <errno.h>
#include <error.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void write_json(FILE *file, json_t *json, size_t flags)
{
    if (!json || json_dumpf(json, file, flags | JSON_REAL_PRECISION(12)))
        error(EXIT_USAGE, errno, "cannot write the result");
    fputc('\n', file);
    json_decref(json);
}

/* The feedback's Markdown without its drawings, which cannot come along; NULL if there is
 * none. */
static char *read_feedback(const struct gradebook *gradebook, const json_t *row)
{
    char *path = text_format("%s/feedback/%s/feedback.md", gradebook->folder,
                             json_string_value(json_object_get(row, "submission")));
    char *text = file_read(path);
    for (char *line = text; line && *line;) {
        char *next = line + strcspn(line, "\n");
        next += *next == '\n';
        if (strncmp(line, "![", 2) == 0)
            memmove(line, next, strlen(next) + 1);
        else
            line = next;
    }
    free(path);
    return text;
}

/* All notes, a line each. */
static char *join_notes(const json_t *row)
{
    size_t i;
    json_t *note;
    char *all = text_format("%s", "");
    json_array_foreach(json_object_get(row, "notes"), i, note)
    {
        char *more = text_format("%s%s\n", all, json_string_value(note));
        free(all);
        all = more;
    }
    return all;
}

static json_t *gradescope_test(const json_t *one, const json_t *exercise)
{
    bool passed = gradebook_has_passed(one);
    return json_pack(
        "{s:O, s:O, s:O, s:O, s:s, s:O}", "number", json_object_get(exercise, "id"),
        "name", json_object_get(exercise, "title"), "score",
        json_object_get(one, "points"), "max_score", json_object_get(one, "max_points"),
        "status", passed ? "passed" : "failed", "output", json_object_get(one, "status"));
}

void export_gradescope(FILE *file, const struct gradebook *gradebook, const json_t *row)
{
    size_t i;
    json_t *one, *tests = json_array();
    json_array_foreach(json_object_get(row, "exercises"), i, one)
    {
        json_t *exercises = json_object_get(gradebook->json, "exercises");
        json_array_append_new(tests, gradescope_test(one, json_array_get(exercises, i)));
    }
    char *feedback = read_feedback(gradebook, row), *notes = join_notes(row);
    json_t *result = json_pack(
        "{s:O, s:s, s:s, s:s, s:o}", "score", json_object_get(row, "points"), "output",
        feedback ? feedback : notes, "output_format", feedback ? "md" : "text",
        "stdout_visibility", "hidden", "tests", tests);
    write_json(file, result, JSON_INDENT(1));
    free(notes);
    free(feedback);
}

void export_autolab(FILE *file, const struct gradebook *gradebook, const json_t *row)
{
    size_t i;
    json_t *one, *scores = json_object(), *board = json_array();
    double sum = 0, total = json_number_value(json_object_get(row, "points"));
    (void)gradebook;
    json_array_foreach(json_object_get(row, "exercises"), i, one)
    {
        json_t *points = json_object_get(one, "points");
        json_object_set(scores, json_string_value(json_object_get(one, "id")), points);
        json_array_append(board, points);
        sum += json_number_value(points);
    }
    if (json_object_get(row, "kept"))
        json_object_set_new(scores, "late", json_real(round(100 * (total - sum)) / 100));
    json_array_append(board, json_object_get(row, "points"));
    write_json(file, json_pack("{s:o, s:o}", "scores", scores, "scoreboard", board), 0);
}
