/* export_junit.c: a test suite a student, a test case an exercise.
 *
 *     failure   an exercise that does not pass        type: its status
 *     error     one that could not be graded, or where a person has to decide */
#include "tool/export.h"
#include "tool/files.h"
#include "tool/xml.h"

#include <stdlib.h>

static double number(const json_t *object, const char *key)
{
    return json_number_value(json_object_get(object, key));
}

static void write_property(FILE *file, const char *name, const char *text)
{
    fputs("   <property", file);
    xml_attribute(file, "name", name);
    xml_attribute(file, "value", text);
    fputs("/>\n", file);
}

static void write_text_property(FILE *file, const json_t *row, const char *key)
{
    char *text = gradebook_text(row, key);
    write_property(file, key, text);
    free(text);
}

static void write_number_property(FILE *file, const json_t *row, const char *key)
{
    char *text = text_format("%.12g", number(row, key));
    if (json_is_number(json_object_get(row, key)))
        write_property(file, key, text);
    free(text);
}

static void write_properties(FILE *file, const json_t *row)
{
    fputs("  <properties>\n", file);
    write_text_property(file, row, "student");
    write_text_property(file, row, "id");
    write_property(file, "late",
                   json_is_true(json_object_get(row, "late")) ? "true" : "false");
    write_number_property(file, row, "kept");
    write_number_property(file, row, "points");
    write_number_property(file, row, "max_points");
    fputs("  </properties>\n", file);
}

/* What is wrong, in one line. */
static void write_verdict(FILE *file, const json_t *one)
{
    char *status = gradebook_text(one, "status");
    char *diagnosis = gradebook_text(one, "diagnosis");
    char *message =
        gradebook_has_points(one)
            ? text_format("%.12g of %.12g points%s%s", number(one, "points"),
                          number(one, "max_points"), *diagnosis ? ": " : "", diagnosis)
            : text_format("no points yet");
    fprintf(file, "   <%s", gradebook_has_points(one) ? "failure" : "error");
    xml_attribute(file, "type", status);
    xml_attribute(file, "message", message);
    fputs("/>\n", file);
    free(message);
    free(diagnosis);
    free(status);
}

static void write_case(FILE *file, const json_t *one, const json_t *exercise)
{
    char *id = gradebook_text(exercise, "id"), *title = gradebook_text(exercise, "title");
    char *chapter = gradebook_text(exercise, "chapter");
    char *name = text_format("%s %s", id, title);
    fputs("  <testcase", file);
    xml_attribute(file, "classname", chapter);
    xml_attribute(file, "name", name);
    if (gradebook_has_passed(one)) {
        fputs("/>\n", file);
    } else {
        fputs(">\n", file);
        write_verdict(file, one);
        fputs("  </testcase>\n", file);
    }
    free(name);
    free(chapter);
    free(title);
    free(id);
}

static void write_suite(FILE *file, const json_t *row, const json_t *exercises)
{
    size_t i, failures = 0, errors = 0;
    json_t *one, *own = json_object_get(row, "exercises");
    char *name = gradebook_text(row, "submission");
    json_array_foreach(own, i, one)
    {
        errors += !gradebook_has_points(one);
        failures += gradebook_has_points(one) && !gradebook_has_passed(one);
    }
    fputs(" <testsuite", file);
    xml_attribute(file, "name", name);
    fprintf(file, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\">\n",
            json_array_size(own), failures, errors);
    write_properties(file, row);
    json_array_foreach(own, i, one) write_case(file, one, json_array_get(exercises, i));
    fputs(" </testsuite>\n", file);
    free(name);
}

void export_junit(FILE *file, const struct gradebook *gradebook)
{
    size_t i;
    json_t *row, *exercises = json_object_get(gradebook->json, "exercises");
    char *name = gradebook_text(gradebook->json, "name");
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites", file);
    xml_attribute(file, "name", name);
    fputs(">\n", file);
    json_array_foreach(json_object_get(gradebook->json, "students"), i, row)
        write_suite(file, row, exercises);
    fputs("</testsuites>\n", file);
    free(name);
}
