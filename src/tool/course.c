/* course.c: from results to rows.
 *
 * Invariant: points are either what the judge said, or null; an exercise that could not
 * be graded is never a zero. */
#include "tool/course.h"
#include "judge/text.h"
#include "tool/files.h"
#include "tool/results.h"

#include <error.h>
#include <stdlib.h>
#include <string.h>

size_t course_next(const struct course *course, size_t i)
{
    const struct submission *all = course->roster.submissions;
    size_t next = i + 1;
    while (next < course->roster.count && same_student(&all[i], &all[next]))
        next++;
    return next;
}

static bool in_shard(const struct submission *s, size_t shard, size_t shards)
{
    char *who = text_format("%s\n%s", s->student, s->id);
    uint64_t hash = bytes_hash(who, strlen(who), 0);
    free(who);
    return hash % shards == shard;
}

void course_choose(struct course *course, size_t shard, size_t shards)
{
    size_t count = course->roster.count;
    course->wanted = calloc(count, sizeof *course->wanted);
    if (!course->wanted)
        error(EXIT_USAGE, 0, "out of memory");
    for (size_t i = 0, next; i < count; i = next) {
        next = course_next(course, i);
        if (!in_shard(&course->roster.submissions[i], shard, shards))
            continue;
        if (course->counting == COUNT_LAST)
            course->wanted[next - 1] = true;
        else if (course->counting == COUNT_FIRST)
            course->wanted[i] = true;
        for (size_t j = i; j < next && course->counting == COUNT_BEST; j++)
            course->wanted[j] = true;
    }
}

static void add_note(json_t *row, const char *format, const char *a, const char *b)
{
    char *text;
    if (asprintf(&text, format, a, b) < 0)
        error(EXIT_USAGE, 0, "out of memory");
    json_array_append_new(json_object_get(row, "notes"), json_string(text));
    free(text);
}

static json_t *load(const struct course *course, const char *kind, const char *key,
                    const char *id)
{
    char *path = results_path(course->results, kind, key, id);
    json_t *value = results_load(path);
    free(path);
    return value;
}

/* Why the machine could not grade it, among the notes. */
static void note_fault(json_t *row, const struct course *course, const char *key,
                       const struct exercise *e)
{
    char *id = text_format("%s.fault", e->id);
    json_t *fault = load(course, "units", key, id);
    const char *words = json_string_value(fault);
    add_note(row, "%s is not graded: %s.", e->id,
             words ? words : "its turn did not come");
    json_decref(fault);
    free(id);
}

/* What is known without a result: the status, and the points if they are sure. */
static void set_status(json_t *one, const char *status, json_t *points)
{
    json_object_set_new(one, "status", json_string(status));
    json_object_set_new(one, "points", points);
}

static void set_result(json_t *one, const json_t *unit)
{
    const json_t *result = json_object_get(unit, "result");
    json_object_set(one, "status", json_object_get(result, "status"));
    json_object_set(one, "points", json_object_get(result, "points"));
    json_object_set(one, "seed", json_object_get(unit, "seed"));
    json_t *name = json_object_get(json_object_get(result, "diagnosis"), "name");
    if (name)
        json_object_set(one, "diagnosis", name);
}

/* What became of one exercise. A file that is missing may be in an archive that cannot be
 * read. */
static json_t *exercise_row(json_t *row, const struct course *course,
                            const json_t *record, const char *key,
                            const struct exercise *e)
{
    const json_t *file = json_object_get(json_object_get(record, "files"), e->id);
    bool unread = json_is_true(json_object_get(record, "unread"));
    json_t *unit = load(course, "units", key, e->id);
    json_t *one = json_pack("{s:s, s:i}", "id", e->id, "max_points", e->points);
    if (record && !file)
        set_status(one, unread ? "unclear" : "not-started",
                   unread ? json_null() : json_integer(0));
    else if (json_object_get(file, "unclear"))
        set_status(one, "unclear", json_null());
    else if (json_object_get(file, "problem"))
        set_status(one, "build-error", json_integer(0));
    else if (unit)
        set_result(one, unit);
    else
        set_status(one, "ungraded", json_null());
    if (strcmp(json_string_value(json_object_get(one, "status")), "ungraded") == 0)
        note_fault(row, course, key, e);
    if (file)
        json_object_set(one, "file", json_object_get(file, "file"));
    json_decref(unit);
    return one;
}

static void add_exercises(json_t *row, const struct course *course, const json_t *record,
                          const char *key)
{
    json_int_t points = 0, max_points = 0;
    bool whole = true;
    for (size_t i = 0; i < course->count; i++) {
        const struct exercise *e = course->exercises[i];
        json_t *one = exercise_row(row, course, record, key, e);
        const json_t *earned = json_object_get(one, "points");
        whole = whole && json_is_integer(earned);
        points += json_integer_value(earned);
        max_points += e->points;
        json_array_append_new(json_object_get(row, "exercises"), one);
    }
    json_object_set_new(row, "points", whole ? json_integer(points) : json_null());
    json_object_set_new(row, "max_points", json_integer(max_points));
}

json_t *course_row(const struct course *course, const struct submission *submission)
{
    json_t *record = load(course, "submissions", submission->key, NULL);
    bool late = submission->late || (course->due && submission->time > course->due);
    json_t *row = json_pack("{s:s, s:s, s:s, s:b, s:n, s:n, s:[], s:[]}", "student",
                            submission->student, "id", submission->id, "submission",
                            submission->key, "late", late, "points", "max_points",
                            "exercises", "notes");
    json_array_extend(json_object_get(row, "notes"), json_object_get(record, "notes"));
    add_exercises(row, course, record, submission->key);
    json_decref(record);
    return row;
}

static bool better(const json_t *a, const json_t *b)
{
    return !b || json_integer_value(json_object_get(a, "points")) >=
                     json_integer_value(json_object_get(b, "points"));
}

json_t *course_student(const struct course *course, size_t i)
{
    static const char *const words[] = {"last", "best", "first"};
    size_t next = course_next(course, i);
    json_t *row = NULL;
    for (size_t j = i; j < next; j++) {
        if (!course->wanted[j])
            continue;
        json_t *other = course_row(course, &course->roster.submissions[j]);
        bool takes = better(other, row);
        json_decref(takes ? row : other);
        row = takes ? other : row;
    }
    if (row && next - i > 1) {
        char *count = text_format("%zu", next - i);
        add_note(row, "%s submissions were handed in; the %s counts.", count,
                 words[course->counting]);
        free(count);
    }
    return row;
}
