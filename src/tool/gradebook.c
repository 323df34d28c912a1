/* gradebook.c: a row a student, written as it is made, so that a large class needs no
 * more memory than a small one. */
#include "tool/gradebook.h"
#include "tool/files.h"

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

void csv_write(FILE *file, const char *text)
{
    bool formula = *text && strchr("=+-@\t\r\n", *text);
    bool quoted = strpbrk(text, ",\"\n\r") || *text == ' ';
    fputs(quoted ? "\"" : "", file);
    fputs(formula ? "'" : "", file);
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte == '"')
            fputc('"', file);
        fputc(byte < ' ' || byte == 0x7f ? ' ' : byte, file);
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
    if (json_is_integer(points))
        fprintf(file, "%" JSON_INTEGER_FORMAT, json_integer_value(points));
    fputc(',', file);
}

static void write_head(FILE *csv, const struct course *course)
{
    fputs("student,id,submission,late,", csv);
    for (size_t i = 0; i < course->count; i++)
        fprintf(csv, "%s,", course->exercises[i]->id);
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
    fputs("{\n \"schema\": 1,\n \"exercises\": [", json);
    for (size_t i = 0; i < course->count; i++) {
        const struct exercise *e = course->exercises[i];
        json_t *one = json_pack("{s:s, s:s, s:s, s:i}", "id", e->id, "title", e->title,
                                "chapter", e->chapter, "max_points", e->points);
        fputs(i ? ",\n  " : "\n  ", json);
        json_dumpf(one, json, 0);
        json_decref(one);
    }
    fputs("],\n \"students\": [", json);
}

size_t gradebook_write(const struct course *course)
{
    struct output csv = begin(course, "gradebook.csv");
    struct output json = begin(course, "gradebook.json");
    size_t open = 0;
    const char *separator = "\n  ";
    write_head(csv.file, course);
    begin_json(json.file, course);
    for (size_t i = 0; i < course->roster.count; i = course_next(course, i)) {
        json_t *row = course_student(course, i);
        if (!row)
            continue;
        write_csv_row(csv.file, row);
        fputs(separator, json.file);
        json_dumpf(row, json.file, 0);
        separator = ",\n  ";
        open += json_is_null(json_object_get(row, "points"));
        json_decref(row);
    }
    fputs("]}\n", json.file);
    finish(&csv);
    finish(&json);
    return open;
}
