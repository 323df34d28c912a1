/* test_assignment.c: what an assignment file says, and what is wrong with one. */
#include "../suite.h"
#include "tool/assignment.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct exercise exercises[] = {
    {.id = "1.1", .chapter = "01-first", .name = "one", .points = 10},
    {.id = "1.2", .chapter = "01-first", .name = "two", .points = 15},
    {.id = "2.1", .chapter = "02-second", .name = "three", .points = 20}};
static const struct workbook workbook = {.count = 3, .exercises = exercises};
static char path[] = "/tmp/assignment.XXXXXX";
static struct assignment a;

static char *read_text(const char *text)
{
    FILE *file = fopen(path, "w");
    fputs(text, file);
    fclose(file);
    return assignment_read(&a, &workbook, path);
}

static void accepted(const char *text)
{
    char *problem = read_text(text);
    ck_assert_msg(!problem, "%s", problem);
}

/* The file is refused; what follows its name is this. */
static void refused(const char *text, const char *expected)
{
    char *problem = read_text(text);
    ck_assert_ptr_nonnull(problem);
    ck_assert(strncmp(problem, path, strlen(path)) == 0);
    ck_assert_str_eq(problem + strlen(path), expected);
    free(problem);
    assignment_free(&a);
}

/* The same, of the last key of a file that is right but for that. */
static void refused_key(const char *key, const char *expected)
{
    char text[400];
    snprintf(text, sizeof text, "{\"name\": \"A\", \"exercises\": [\"1.1\"], %s}", key);
    refused(text, expected);
}

static void setup(void)
{
    close(mkstemp(path));
}

static void teardown(void)
{
    unlink(path);
}

START_TEST(every_key_is_read)
{
    accepted("{\"name\": \"Week 3\", \"exercises\": [\"2\", \"1.2\", \"two\"],\n"
             " \"points\": {\"2.1\": 7.5}, \"due\": \"1970-01-02T01:00+01:00\",\n"
             " \"late\": {\"percent_per_day\": 30, \"days\": 3}, \"tests\": \"hidden\",\n"
             " \"seed\": 77, \"similar_percent\": 60}");
    ck_assert_str_eq(a.name, "Week 3");
    ck_assert_uint_eq(a.count, 2);
    ck_assert_str_eq(a.exercises[0].exercise->id, "1.2");
    ck_assert_double_eq(a.exercises[0].points, 15);
    ck_assert_str_eq(a.exercises[1].exercise->id, "2.1");
    ck_assert_double_eq(a.exercises[1].points, 7.5);
    ck_assert_int_eq(a.due, 24 * 60 * 60);
    ck_assert(a.hides_tests);
    ck_assert_uint_eq(a.seed, 77);
    ck_assert_int_eq(a.similar_percent, 60);
    assignment_free(&a);
}
END_TEST

START_TEST(only_name_and_exercises_are_needed)
{
    accepted("{\"exercises\": [\"01-first\"], \"name\": \"Ü 1\"}");
    ck_assert_uint_eq(a.count, 2);
    ck_assert(a.due == 0 && !a.hides_tests && a.seed == 0 && a.similar_percent == 0);
    ck_assert_double_eq(assignment_kept(&a, 4000000000), 1);
    assignment_free(&a);
}
END_TEST

START_TEST(each_day_begun_costs_the_same)
{
    enum { DUE = 1000000, DAY = 86400 };
    a = (struct assignment){.due = DUE, .late_percent = 30, .late_days = INFINITY};
    ck_assert_double_eq(assignment_kept(&a, DUE - DAY), 1);
    ck_assert_double_eq(assignment_kept(&a, DUE), 1);
    ck_assert_double_eq_tol(assignment_kept(&a, DUE + 1), 0.7, 1e-15);
    ck_assert_double_eq_tol(assignment_kept(&a, DUE + DAY), 0.7, 1e-15);
    ck_assert_double_eq_tol(assignment_kept(&a, DUE + DAY + 1), 0.4, 1e-15);
    ck_assert_double_eq(assignment_kept(&a, DUE + 9 * DAY), 0);
    a.late_days = 1;
    ck_assert_double_eq_tol(assignment_kept(&a, DUE + DAY), 0.7, 1e-15);
    ck_assert_double_eq(assignment_kept(&a, DUE + DAY + 1), 0);
    a.late_days = 0;
    ck_assert_double_eq(assignment_kept(&a, DUE), 1);
    ck_assert_double_eq(assignment_kept(&a, DUE + 1), 0);
}
END_TEST

START_TEST(a_date_says_how_far_it_is_from_utc)
{
    time_t due;
    ck_assert(assignment_read_due(&due, "2026-12-07T23:59+01:00"));
    ck_assert_int_eq(due, 1796684340);
    ck_assert(assignment_read_due(&due, "2026-12-07T22:59:00Z"));
    ck_assert_int_eq(due, 1796684340);
    static const char *const wrong[] = {
        "2026-12-07T23:59",  "2026-02-30T12:00Z",      "2026-12-07",
        "2026-12-07T25:00Z", "2026-12-07T23:59Z soon", ""};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        ck_assert_msg(!assignment_read_due(&due, wrong[i]), "%s", wrong[i]);
}
END_TEST

START_TEST(what_is_wrong_is_named)
{
    refused("{\"name\": \"A\",\n \"exercises\": }",
            ":2: this is no JSON: unexpected token near '}'");
    refused("{\"name\": \"A\",\n \"name\": \"B\"}",
            ":2: this is no JSON: duplicate object key near '\"name\"'");
    refused("[]", ": \"name\": write 1 to 60 characters in quotes that can name a file: "
                  "no slash, no new line, no dot at the beginning");
    refused(
        "{\"name\": \"A\"}",
        ": \"exercises\": list exercises or chapters, such as [\"1.1\", \"01-first\"]");
    refused("{\"name\": \"A\", \"exercises\": [\"1\", \"9.9\"]}",
            ": \"exercises\": entry 2 names no exercise or chapter; write its number in "
            "quotes, as 'descent list' shows it, such as \"1.1\"");
    refused_key("\"dew\": 1",
                ": \"dew\" is not known; there are name, exercises, points, "
                "due, late, tests, seed and similar_percent");
    refused_key("\"points\": {\"2.1\": 1}",
                ": \"points\": \"2.1\" is no exercise of this assignment; write one's "
                "number, such as \"1.1\"");
    refused_key("\"points\": {\"1.1\": -1}",
                ": \"points\": write a number from 0 to 10000 for \"1.1\"");
    refused_key("\"due\": \"tomorrow\"",
                ": \"due\": write a date, a time, and how far it is from UTC, such as "
                "\"2026-12-07T23:59+01:00\"");
    refused_key("\"late\": {\"days\": 2}",
                ": \"late\": nothing is late without a date: write \"due\", too");
    refused_key("\"late\": {\"percent\": 2}",
                ": \"late\": write {\"percent_per_day\": 10, \"days\": 5}, or one of "
                "these two");
    refused_key("\"late\": {\"percent_per_day\": 101}",
                ": \"late\": write a number from 0 to 100 for \"percent_per_day\"");
    refused_key("\"tests\": true", ": \"tests\": write \"shown\" or \"hidden\"");
    refused_key("\"seed\": 5", ": \"seed\": write a whole number above 5: handouts have "
                               "the answers to those up to it");
    refused_key("\"similar_percent\": 0.5",
                ": \"similar_percent\": write a number from 1 to 100");
}
END_TEST

START_TEST(a_name_cannot_leave_its_folder)
{
    static const char *const names[] = {"", "../a", "a/b", ".a", "a\\nb", "a\\u0007"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char text[100];
        snprintf(text, sizeof text, "{\"name\": \"%s\", \"exercises\": [\"1\"]}",
                 names[i]);
        char *problem = read_text(text);
        ck_assert_msg(problem && strstr(problem, "\"name\""), "%s", names[i]);
        free(problem);
        assignment_free(&a);
    }
}
END_TEST

START_TEST(a_file_that_is_not_there_is_named)
{
    char *problem = assignment_read(&a, &workbook, "/nowhere.json");
    ck_assert_str_eq(problem, "/nowhere.json cannot be read: No such file or directory");
    free(problem);
    assignment_free(&a);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("assignment");
    TCase *tcase = tcase_create("reading");
    suite_add_tcase(suite, tcase);
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, every_key_is_read);
    tcase_add_test(tcase, only_name_and_exercises_are_needed);
    tcase_add_test(tcase, each_day_begun_costs_the_same);
    tcase_add_test(tcase, a_date_says_how_far_it_is_from_utc);
    tcase_add_test(tcase, what_is_wrong_is_named);
    tcase_add_test(tcase, a_name_cannot_leave_its_folder);
    tcase_add_test(tcase, a_file_that_is_not_there_is_named);
    return run_suite(suite);
}
