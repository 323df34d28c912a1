/* export_csv.c: the totals, as Canvas and Moodle import them.
 *
 * Invariant: a student without a total has no row, so no import can make it a zero. */
#include "tool/export.h"
#include "tool/gradebook.h"

#include <stdlib.h>

/* A column's text, and a comma. */
static void write_text(FILE *file, const json_t *row, const char *key)
{
    char *text = gradebook_text(row, key);
    csv_write(file, text);
    fputc(',', file);
    free(text);
}

static void write_number(FILE *file, const json_t *row, const char *key)
{
    fprintf(file, "%.12g", json_number_value(json_object_get(row, key)));
}

static double most_points(const struct gradebook *gradebook)
{
    double sum = 0;
    size_t i;
    json_t *one;
    json_array_foreach(json_object_get(gradebook->json, "exercises"), i, one)
    {
        sum += json_number_value(json_object_get(one, "max_points"));
    }
    return sum;
}

/* Writes the rows that have a total. */
static void write_rows(FILE *file, const struct gradebook *gradebook,
                       export_student *write)
{
    size_t i;
    json_t *row;
    json_array_foreach(json_object_get(gradebook->json, "students"), i, row)
    {
        if (gradebook_has_points(row))
            write(file, gradebook, row);
    }
}

static void write_canvas_row(FILE *file, const struct gradebook *gradebook,
                             const json_t *row)
{
    write_text(file, row, "student");
    for (enum numbering i = NUMBER_CANVAS; i <= NUMBER_LOGIN; i++)
        if (i == gradebook->numbering)
            write_text(file, row, "id");
        else
            fputc(',', file);
    fputc(',', file);
    write_number(file, row, "points");
    fputc('\n', file);
}

void export_canvas(FILE *file, const struct gradebook *gradebook)
{
    fputs("Student,ID,SIS User ID,SIS Login ID,Section,", file);
    csv_write(file, gradebook->column);
    fprintf(file, "\n    Points Possible,,,,,%.12g\n", most_points(gradebook));
    write_rows(file, gradebook, write_canvas_row);
}

static void write_moodle_row(FILE *file, const struct gradebook *gradebook,
                             const json_t *row)
{
    (void)gradebook;
    write_text(file, row, "student");
    write_text(file, row, "id");
    write_number(file, row, "points");
    fputc('\n', file);
}

void export_moodle(FILE *file, const struct gradebook *gradebook)
{
    fputs("Full name,ID number,", file);
    csv_write(file, gradebook->column);
    fputc('\n', file);
    write_rows(file, gradebook, write_moodle_row);
}

static void write_worksheet_row(FILE *file, const struct gradebook *gradebook,
                                const json_t *row)
{
    (void)gradebook;
    fputs("Participant ", file);
    write_text(file, row, "id");
    write_text(file, row, "student");
    write_number(file, row, "points");
    fputc(',', file);
    write_number(file, row, "max_points");
    fputs(",-\n", file);
}

void export_worksheet(FILE *file, const struct gradebook *gradebook)
{
    fputs("Identifier,Full name,Grade,Maximum grade,Last modified (grade)\n", file);
    write_rows(file, gradebook, write_worksheet_row);
}
