/* gradebook.c: a row a student, written as it is made, so that a large class needs no
 * more memory than a small one. */
#include "tool/gradebook.h"
#include "tool/feedback.h"
#include "tool/files.h"
#include "tool/statistics.h"

#include <error.h>
#include <stdlib.h>
#include <string.h>

/* A file at work. */
struct output {
    FILE *file;
    char *path, *temporary;
};

static struct output begin(const struct course *course, const char *name)
{
    struct output output = {.path = text_format("%s/%s", course->results, name)};
    output.file = file_begin(output.path, &output.temporary);
    return output;
}

static void finish(struct output *output)
{
    file_finish(output->file, output->temporary, output->path);
    free(output->path);
}

/* Whether a spreadsheet takes what begins so for a formula. Some do for the wide signs of
 * Chinese and Japanese, too. */
static bool is_formula(const char *text)
{
    static const char *const signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strncmp(text, signs[i], strlen(signs[i])) == 0)
            return true;
    return false;
}

void csv_write(FILE *file, const char *text)
{
    bool quoted = strpbrk(text, ",;\"\n\r") || *text == ' ';
    bool begins = true;
    fputs(quoted ? "\"" : "", file);
    if (*text && strchr("\t\r\n", *text))
        fputc('\'', file);
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        if (begins && is_formula(text))
            fputc('\'', file);
        if (byte == '"')
            fputc('"', file);
        fputc(byte < ' ' || byte == 0x7f ? ' ' : byte, file);
        begins = byte == ';' || (begins && (byte <= ' ' || byte == '"'));
    }
    fputs(quoted ? "\"" : "", file);
}

static void write_cell(FILE *file, const char *text)
{
    csv_write(file, text);
    fputc(',', file);
}

static void write_points(FILE *file, const json_t *points)
{
    if (json_is_number(points))
        fprintf(file, "%.12g", json_number_value(points));
    fputc(',', file);
}

static void write_head(FILE *csv, const struct course *course)
{
    fputs("student,id,submission,late,", csv);
    for (size_t i = 0; i < course->assignment.count; i++)
        fprintf(csv, "%s,", course->assignment.exercises[i].exercise->id);
    fputs("total,max,notes\n", csv);
}

/* All notes in one cell. */
static void write_notes(FILE *csv, const json_t *notes)
{
    size_t i, size;
    json_t *note;
    char *text;
    FILE *memory = open_memstream(&text, &size);
    if (!memory)
        error(EXIT_USAGE, 0, "out of memory");
    json_array_foreach(notes, i, note)
        fprintf(memory, "%s%s", i ? " " : "", json_string_value(note));
    fclose(memory);
    csv_write(csv, text);
    fputc('\n', csv);
    free(text);
}

static void write_csv_row(FILE *csv, const json_t *row)
{
    size_t i;
    json_t *exercise;
    write_cell(csv, json_string_value(json_object_get(row, "student")));
    write_cell(csv, json_string_value(json_object_get(row, "id")));
    write_cell(csv, json_string_value(json_object_get(row, "submission")));
    write_cell(csv, json_is_true(json_object_get(row, "late")) ? "late" : "");
    json_array_foreach(json_object_get(row, "exercises"), i, exercise)
        write_points(csv, json_object_get(exercise, "points"));
    write_points(csv, json_object_get(row, "points"));
    write_points(csv, json_object_get(row, "max_points"));
    write_notes(csv, json_object_get(row, "notes"));
}

/* What the rows are about: the list before them. */
static void begin_json(FILE *json, const struct course *course)
{
    const struct assignment *assignment = &course->assignment;
    json_t *name = json_string(assignment->name);
    fputs("{\n \"schema\": 1,\n \"name\": ", json);
    json_dumpf(name, json, JSON_ENCODE_ANY);
    json_decref(name);
    fprintf(json, ",\n \"tests\": \"%s\",\n \"exercises\": [",
            assignment->hides_tests ? "hidden" : "shown");
    for (size_t i = 0; i < assignment->count; i++) {
        const struct exercise *e = assignment->exercises[i].exercise;
        json_t *one =
            json_pack("{s:s, s:s, s:s, s:f}", "id", e->id, "title", e->title, "chapter",
                      e->chapter, "max_points", assignment->exercises[i].points);
        fputs(i ? ",\n  " : "\n  ", json);
        json_dumpf(one, json, JSON_REAL_PRECISION(12));
        json_decref(one);
    }
    fputs("],\n \"students\": [", json);
}

static bool is_ungraded(const json_t *row)
{
    size_t i;
    json_t *one;
    bool ungraded = false;
    json_array_foreach(json_object_get(row, "exercises"), i, one)
    {
        const char *status = json_string_value(json_object_get(one, "status"));
        ungraded = ungraded || (strcmp(status, "ungraded") == 0 &&
                                json_is_null(json_object_get(one, "points")));
    }
    return ungraded;
}

int gradebook_write(const struct course *course)
{
    struct output csv = begin(course, "gradebook.csv");
    struct output json = begin(course, "gradebook.json");
    json_t *counts = json_object();
    size_t open = 0, ungraded = 0;
    const char *separator = "\n  ";
    write_head(csv.file, course);
    begin_json(json.file, course);
    for (size_t i = 0; i < course->roster.count; i = course_next(course, i)) {
        json_t *row = course_student(course, i);
        if (!row)
            continue;
        write_csv_row(csv.file, row);
        feedback_write(course, row);
        statistics_add(counts, row);
        fputs(separator, json.file);
        json_dumpf(row, json.file, JSON_REAL_PRECISION(12));
        separator = ",\n  ";
        open += json_is_null(json_object_get(row, "points"));
        ungraded += is_ungraded(row);
        json_decref(row);
    }
    fputs("]}\n", json.file);
    finish(&csv);
    finish(&json);
    statistics_write(course, counts);
    json_decref(counts);
    printf("%s/gradebook.csv\n", course->results);
    if (open > 0)
        printf("%zu without a total; the notes in their rows say why\n", open);
    return ungraded > 0 ? EXIT_USAGE : open > 0;
}
