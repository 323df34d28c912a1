/* export_junit.c: a test suite a student, a test case an exercise.
 *
 *     failure   an exercise that does not pass        type: its status
 *     error     one that could not be graded, or where a person has to decide */
#include "tool/export.h"
#include "tool/files.h"
#include "tool/results.h"
#include "tool/xml.h"

#include <stdlib.h>
#include <string.h>

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

/* A line of what is wrong, if there is one. */
static void write_line(FILE *file, const char *before, const json_t *object,
                       const char *key)
{
    char *text = gradebook_text(object, key);
    if (*text)
        xml_text(file, before);
    xml_text(file, text);
    if (*text)
        fputc('\n', file);
    free(text);
}

/* What the student hears in the feedback: what the compiler said, and if tests are shown
 * those that failed, and the mistakes. */
static void write_details(FILE *file, const json_t *result, bool hidden)
{
    size_t i;
    json_t *test;
    write_line(file, "", result, "problem");
    write_line(file, "", result, "messages");
    json_array_foreach(json_object_get(result, "tests"), i, test)
    {
        const char *status = json_string_value(json_object_get(test, "status"));
        if (hidden || !status || strcmp(status, "pass") == 0)
            continue;
        char *name = gradebook_text(test, "name"), *title = text_format("%s: ", name);
        write_line(file, title, test, "message");
        free(title);
        free(name);
    }
    if (hidden)
        return;
    write_line(file, "A known mistake: ", json_object_get(result, "diagnosis"), "says");
    write_line(file, "A second one: ", json_object_get(result, "second"), "says");
    write_line(file, "Near a known mistake: ", json_object_get(result, "near"), "says");
}

/* What is wrong, in one line. */
static char *verdict(const json_t *one, bool hidden)
{
    if (!gradebook_has_points(one))
        return text_format("no points yet");
    char *first = gradebook_text(hidden ? NULL : one, "diagnosis");
    char *second = gradebook_text(hidden ? NULL : one, "second");
    char *text = text_format("%.12g of %.12g points%s%s%s%s", number(one, "points"),
                             number(one, "max_points"), *first ? ": " : "", first,
                             *second ? ", " : "", second);
    free(second);
    free(first);
    return text;
}

static void write_verdict(FILE *file, const struct gradebook *gradebook,
                          const json_t *row, const json_t *one)
{
    const char *key = json_string_value(json_object_get(row, "submission"));
    const char *id = json_string_value(json_object_get(one, "id"));
    const char *tests = json_string_value(json_object_get(gradebook->json, "tests"));
    const char *element = gradebook_has_points(one) ? "failure" : "error";
    bool hidden = tests && strcmp(tests, "hidden") == 0;
    char *path = results_path(gradebook->folder, "units", key, id);
    json_t *unit = results_load(path);
    char *status = gradebook_text(one, "status"), *message = verdict(one, hidden);
    fprintf(file, "   <%s", element);
    xml_attribute(file, "type", status);
    xml_attribute(file, "message", message);
    fputc('>', file);
    write_details(file, json_object_get(unit, "result"), hidden);
    fprintf(file, "</%s>\n", element);
    free(message);
    free(status);
    json_decref(unit);
    free(path);
}

static void write_case(FILE *file, const struct gradebook *gradebook, const json_t *row,
                       const json_t *one, const json_t *exercise)
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
        write_verdict(file, gradebook, row, one);
        fputs("  </testcase>\n", file);
    }
    free(name);
    free(chapter);
    free(title);
    free(id);
}

static void write_suite(FILE *file, const struct gradebook *gradebook, const json_t *row)
{
    size_t i, failures = 0, errors = 0;
    const json_t *exercises = json_object_get(gradebook->json, "exercises");
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
    json_array_foreach(own, i, one)
        write_case(file, gradebook, row, one, json_array_get(exercises, i));
    fputs(" </testsuite>\n", file);
    free(name);
}

void export_junit(FILE *file, const struct gradebook *gradebook)
{
    size_t i;
    json_t *row;
    char *name = gradebook_text(gradebook->json, "name");
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites", file);
    xml_attribute(file, "name", name);
    fputs(">\n", file);
    json_array_foreach(json_object_get(gradebook->json, "students"), i, row)
        write_suite(file, gradebook, row);
    fputs("</testsuites>\n", file);
    free(name);
}
