/* course.c: from results to rows.
 *
 * Invariant: points are either what the judge said, or null; an exercise that could not
 * be graded is never a zero. */
#include "tool/course.h"
#include "judge/text.h"
#include "tool/files.h"
#include "tool/results.h"

#include <error.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *counting_name(enum counting counting)
{
    static const char *const names[] = {"last", "best", "first"};
    return names[counting];
}

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

json_t *course_unit(const struct course *course, const char *key, const char *id)
{
    json_t *unit = NULL;
    if (course->pending) {
        char *path = text_format("%s/%s/%s", course->pending, key, id);
        unit = results_load(path);
        free(path);
    }
    return unit ? unit : load(course, "units", key, id);
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

static bool is_meant(const json_t *adjustment, const struct submission *s)
{
    const char *who = json_string_value(json_object_get(adjustment, "student"));
    return strcmp(who, s->student) == 0 || strcmp(who, s->key) == 0 ||
           (*s->id && strcmp(who, s->id) == 0);
}

/* Ends the program if an adjustment is not one of an exercise of exactly one student. */
static void check_adjustment(const struct course *course, const json_t *adjustment,
                             const char *path)
{
    const char *who, *id, *why;
    double points;
    if (json_unpack((json_t *)adjustment, "{s:s, s:s, s:F, s:s}", "student", &who,
                    "exercise", &id, "points", &points, "reason", &why))
        error(EXIT_USAGE, 0, "%s: each entry needs student, exercise, points, reason",
              path);
    size_t students = 0;
    bool assigned = false;
    for (size_t i = 0, next; i < course->roster.count; i = next) {
        next = course_next(course, i);
        bool meant = false;
        for (size_t j = i; j < next; j++)
            meant = meant || is_meant(adjustment, &course->roster.submissions[j]);
        students += meant;
    }
    for (size_t i = 0; i < course->assignment.count; i++)
        assigned |= strcmp(course->assignment.exercises[i].exercise->id, id) == 0;
    if (students != 1)
        error(EXIT_USAGE, 0, "%s: '%s' names %zu students", path, who, students);
    if (!assigned)
        error(EXIT_USAGE, 0, "%s: '%s' is no exercise of this assignment", path, id);
}

void course_adjust(struct course *course)
{
    size_t i;
    json_t *adjustment;
    json_error_t wrong;
    char *path = text_format("%s/adjustments.json", course->results);
    course->adjustments = file_exists(path)
                              ? json_load_file(path, JSON_REJECT_DUPLICATES, &wrong)
                              : json_array();
    if (!course->adjustments)
        error(EXIT_USAGE, 0, "%s:%d: %s", path, wrong.line, wrong.text);
    if (!json_is_array(course->adjustments))
        error(EXIT_USAGE, 0, "%s must be a list, in brackets", path);
    json_array_foreach(course->adjustments, i, adjustment)
        check_adjustment(course, adjustment, path);
    free(path);
}

void course_reopen(struct course *course, const struct workbook *workbook,
                   const char *results)
{
    *course = (struct course){.results = results};
    char *path = text_format("%s/assignment.json", results);
    char *problem = assignment_read(&course->assignment, workbook, path);
    if (problem)
        error(EXIT_USAGE, 0, "%s", problem);
    roster_load(&course->roster, results);
    course->wanted = calloc(course->roster.count + 1, sizeof *course->wanted);
    if (!course->wanted)
        error(EXIT_USAGE, 0, "out of memory");
    for (size_t i = 0; i < course->roster.count; i++)
        course->wanted[i] = true;
    course_adjust(course);
    free(path);
}

/* What is known without a result: the status, and the points if they are sure. */
static void set_status(json_t *one, const char *status, json_t *points)
{
    json_object_set_new(one, "status", json_string(status));
    json_object_set_new(one, "points", points);
}

/* Points, to a hundredth; whole ones as such. */
static json_t *points_value(double points)
{
    double rounded = round(100 * points) / 100;
    return rounded == floor(rounded) ? json_integer((json_int_t)rounded)
                                     : json_real(rounded);
}

/* The judge's points are worth what is assigned. */
static void set_result(json_t *one, const json_t *unit, const struct assigned *assigned)
{
    const json_t *result = json_object_get(unit, "result");
    double share = json_number_value(json_object_get(result, "points")) /
                   json_number_value(json_object_get(result, "max_points"));
    json_object_set(one, "status", json_object_get(result, "status"));
    json_object_set_new(one, "points", points_value(share * assigned->points));
    json_object_set(one, "seed", json_object_get(unit, "seed"));
    static const char *const mistakes[] = {"diagnosis", "second"};
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        json_t *name = json_object_get(json_object_get(result, mistakes[i]), "name");
        if (name)
            json_object_set(one, mistakes[i], name);
    }
}

/* What became of one exercise. A file that is missing may be in an archive that cannot be
 * read. */
static json_t *exercise_row(json_t *row, const struct course *course,
                            const json_t *record, const char *key,
                            const struct assigned *assigned)
{
    const struct exercise *e = assigned->exercise;
    const json_t *file = json_object_get(json_object_get(record, "files"), e->id);
    bool unread = json_is_true(json_object_get(record, "unread"));
    json_t *unit = course_unit(course, key, e->id);
    json_t *one = json_pack("{s:s, s:o}", "id", e->id, "max_points",
                            points_value(assigned->points));
    if (record && !file)
        set_status(one, unread ? "unclear" : "not-started",
                   unread ? json_null() : json_integer(0));
    else if (json_object_get(file, "unclear"))
        set_status(one, "unclear", json_null());
    else if (json_object_get(file, "problem"))
        set_status(one, "build-error", json_integer(0));
    else if (unit)
        set_result(one, unit, assigned);
    else
        set_status(one, "ungraded", json_null());
    if (strcmp(json_string_value(json_object_get(one, "status")), "ungraded") == 0)
        note_fault(row, course, key, e);
    if (file)
        json_object_set(one, "file", json_object_get(file, "file"));
    json_decref(unit);
    return one;
}

/* What the instructor has set takes the place of what was computed. */
static void adjust(json_t *row, json_t *one, const struct course *course,
                   const struct submission *submission)
{
    size_t i;
    json_t *adjustment;
    const char *id = json_string_value(json_object_get(one, "id"));
    json_array_foreach(course->adjustments, i, adjustment)
    {
        const char *of = json_string_value(json_object_get(adjustment, "exercise"));
        json_t *reason = json_object_get(adjustment, "reason");
        if (strcmp(of, id) != 0 || !is_meant(adjustment, submission))
            continue;
        json_object_set_new(one, "adjusted",
                            json_pack("{s:O, s:O}", "from",
                                      json_object_get(one, "points"), "reason", reason));
        json_object_set_new(
            one, "points",
            points_value(json_number_value(json_object_get(adjustment, "points"))));
        add_note(row, "%s was set by hand: %s.", id, json_string_value(reason));
    }
}

static void add_exercises(json_t *row, const struct course *course, const json_t *record,
                          const struct submission *submission, double kept)
{
    const struct assignment *assignment = &course->assignment;
    double points = 0, max_points = 0;
    bool whole = true;
    for (size_t i = 0; i < assignment->count; i++) {
        const struct assigned *assigned = &assignment->exercises[i];
        json_t *one = exercise_row(row, course, record, submission->key, assigned);
        adjust(row, one, course, submission);
        const json_t *earned = json_object_get(one, "points");
        whole = whole && json_is_number(earned);
        points += json_number_value(earned);
        max_points += assigned->points;
        json_array_append_new(json_object_get(row, "exercises"), one);
    }
    json_object_set_new(row, "points", whole ? points_value(kept * points) : json_null());
    json_object_set_new(row, "max_points", points_value(max_points));
}

/* Whether it is late, and what that costs. Returns the share of the points that is
 * kept. */
static double add_lateness(json_t *row, const struct course *course,
                           const struct submission *submission)
{
    const struct assignment *a = &course->assignment;
    bool overdue = a->due && submission->time > a->due;
    double kept = overdue ? assignment_kept(a, submission->time) : 1;
    json_object_set_new(row, "late", json_boolean(overdue || submission->late));
    if (kept < 1) {
        char *percent = text_format("%.4g", 100 * kept);
        json_object_set_new(row, "kept", json_real(kept));
        add_note(row, "It is late and keeps %s%s of its points.", percent, " %");
        free(percent);
    }
    return kept;
}

/* That the student has handed in other submissions. */
static void note_others(json_t *row, const json_t *record)
{
    json_int_t of = json_integer_value(json_object_get(record, "of"));
    const char *counts = json_string_value(json_object_get(record, "counts"));
    char *number = text_format("%" JSON_INTEGER_FORMAT, of);
    if (of > 1 && counts)
        add_note(row, "%s submissions were handed in; the %s counts.", number, counts);
    free(number);
}

static json_t *submission_row(const struct course *course,
                              const struct submission *submission)
{
    json_t *record = load(course, "submissions", submission->key, NULL);
    json_t *row =
        json_pack("{s:s, s:s, s:s, s:n, s:n, s:n, s:[], s:[]}", "student",
                  submission->student, "id", submission->id, "submission",
                  submission->key, "late", "points", "max_points", "exercises", "notes");
    json_array_extend(json_object_get(row, "notes"), json_object_get(record, "notes"));
    double kept = add_lateness(row, course, submission);
    add_exercises(row, course, record, submission, kept);
    note_others(row, record);
    json_decref(record);
    return row;
}

static bool better(const json_t *a, const json_t *b)
{
    return !b || json_number_value(json_object_get(a, "points")) >=
                     json_number_value(json_object_get(b, "points"));
}

json_t *course_student(const struct course *course, size_t i)
{
    size_t next = course_next(course, i);
    json_t *row = NULL;
    for (size_t j = i; j < next; j++) {
        if (!course->wanted[j])
            continue;
        json_t *other = submission_row(course, &course->roster.submissions[j]);
        bool takes = better(other, row);
        json_decref(takes ? row : other);
        row = takes ? other : row;
    }
    return row;
}

void course_free(struct course *course)
{
    json_decref(course->adjustments);
    assignment_free(&course->assignment);
    roster_free(&course->roster);
    free(course->wanted);
}
