/* test_json.c: the result of a grading as JSON, by the tool as it is run.
 *
 * Grades folders of its own, so that it neither looks at exercises/ nor touches it. */
#include "../suite.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static char folder[] = "/tmp/test-json.XXXXXX";

static const char right[] = "cp solutions/01-ewma/*.c %s/01-ewma/";
static const char wrong[] =
    "cp build/mistakes/01-ewma/ewma_weights/ewma_weights-swapped.c "
    "%s/01-ewma/ewma_weights.c";

static void shell(const char *format)
{
    char command[1000];
    snprintf(command, sizeof command, format, folder, folder, folder);
    ck_assert_msg(system(command) == 0, "%s", command);
}

/* Runs `descent grade --json` on the folder; the exit code goes to `code`. */
static char *grade(const char *arguments, int *code)
{
    char command[400], *text;
    size_t size;
    snprintf(command, sizeof command,
             "build/descent grade --json --no-sandbox --exercises %s %s", folder,
             arguments);
    FILE *pipe = popen(command, "r"), *copy = open_memstream(&text, &size);
    for (int c; (c = getc(pipe)) != EOF;)
        putc(c, copy);
    fclose(copy);
    int status = pclose(pipe);
    *code = WEXITSTATUS(status);
    return text;
}

static json_t *grade_json(const char *arguments, int *code)
{
    char *text = grade(arguments, code);
    json_error_t error;
    json_t *result = json_loads(text, 0, &error);
    ck_assert_msg(result != NULL, "%s in %s", error.text, text);
    free(text);
    return result;
}

static void setup(void)
{
    ck_assert_ptr_nonnull(mkdtemp(folder));
    /* A folder without any exercise is refused: there is one of another chapter. */
    shell("mkdir %s/01-ewma %s/02-momentum; touch %s/02-momentum/nesterov.c");
}

static void teardown(void)
{
    shell("rm -rf %s");
}

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    ck_assert_msg(text != NULL, "'%s' is no string", key);
    return text;
}

static json_int_t number_of(const json_t *object, const char *key)
{
    const json_t *number = json_object_get(object, key);
    ck_assert_msg(json_is_integer(number), "'%s' is no integer", key);
    return json_integer_value(number);
}

static bool one_of(const char *text, const char *words)
{
    const char *found = strstr(words, text);
    size_t length = strlen(text);
    return found && length && (found == words || found[-1] == '|') &&
           (found[length] == '|' || !found[length]);
}

/* Sums over the tests, each of which is all or nothing. */
static void check_tests(const json_t *exercise)
{
    json_int_t points = 0, most = 0;
    size_t i;
    const json_t *tests = json_object_get(exercise, "tests"), *test;
    ck_assert(json_is_array(tests));
    json_array_foreach(tests, i, test)
    {
        bool passed = strcmp(text_of(test, "status"), "pass") == 0;
        ck_assert(one_of(text_of(test, "status"), "pass|fail"));
        ck_assert(*text_of(test, "name"));
        ck_assert(passed == !*text_of(test, "message"));
        ck_assert_int_eq(number_of(test, "points"),
                         passed ? number_of(test, "max_points") : 0);
        points += number_of(test, "points");
        most += number_of(test, "max_points");
    }
    ck_assert_int_eq(points, number_of(exercise, "points"));
    if (json_array_size(tests) > 0)
        ck_assert_int_eq(most, number_of(exercise, "max_points"));
}

static void check_exercise(const json_t *exercise)
{
    const char *status = text_of(exercise, "status");
    ck_assert(one_of(status, "pass|fail|not-started|build-error|crash|timeout"));
    ck_assert_str_eq(text_of(exercise, "chapter"), "01-ewma");
    ck_assert(*text_of(exercise, "title") && *text_of(exercise, "id"));
    check_tests(exercise);
    ck_assert((strcmp(status, "pass") == 0) ==
              (number_of(exercise, "points") == number_of(exercise, "max_points")));
    const json_t *diagnosis = json_object_get(exercise, "diagnosis");
    ck_assert(json_is_object(diagnosis) || json_is_null(diagnosis));
    if (json_is_object(diagnosis))
        ck_assert(*text_of(diagnosis, "name") && *text_of(diagnosis, "says"));
}

static void check_grading(const json_t *grading, json_int_t points, size_t count)
{
    const json_t *exercises = json_object_get(grading, "exercises"), *exercise;
    json_int_t sum = 0, most = 0;
    size_t i;
    ck_assert_int_eq(number_of(grading, "schema"), 1);
    ck_assert_int_ge(number_of(grading, "seed"), 1);
    ck_assert_uint_eq(json_array_size(exercises), count);
    json_array_foreach(exercises, i, exercise)
    {
        check_exercise(exercise);
        sum += number_of(exercise, "points");
        most += number_of(exercise, "max_points");
    }
    ck_assert_int_eq(number_of(grading, "points"), sum);
    ck_assert_int_eq(number_of(grading, "max_points"), most);
    if (points >= 0)
        ck_assert_int_eq(sum, points);
}

START_TEST(solutions_get_all_points)
{
    int code;
    shell(right);
    json_t *grading = grade_json("01-ewma", &code);
    ck_assert_int_eq(code, 0);
    check_grading(grading, number_of(grading, "max_points"), 5);
    json_decref(grading);
}
END_TEST

START_TEST(absent_files_are_not_started)
{
    int code;
    shell("rm -f %s/01-ewma/*");
    json_t *grading = grade_json("--seed 7 01-ewma", &code), *exercise;
    ck_assert_int_eq(code, 1);
    check_grading(grading, 0, 5);
    ck_assert_int_eq(number_of(grading, "seed"), 7);
    size_t i;
    json_array_foreach(json_object_get(grading, "exercises"), i, exercise)
        ck_assert_str_eq(text_of(exercise, "status"), "not-started");
    json_decref(grading);
}
END_TEST

START_TEST(a_mistake_is_diagnosed)
{
    int code;
    shell(wrong);
    json_t *grading = grade_json("1.1", &code);
    ck_assert_int_eq(code, 1);
    check_grading(grading, -1, 1);
    const json_t *exercise = json_array_get(json_object_get(grading, "exercises"), 0);
    ck_assert_str_eq(text_of(exercise, "status"), "fail");
    ck_assert_str_eq(text_of(json_object_get(exercise, "diagnosis"), "name"),
                     "ewma_weights-swapped");
    json_decref(grading);
}
END_TEST

/* With the same seed, also when a program crashes, and when it does not link. */
static const char *const repeated[] = {
    wrong,
    /* Addresses and process numbers, in what it prints and in the sanitizer's report. */
    "printf '%%s\\n' '#include \"optim/ewma_weights.h\"' '#include <stdlib.h>' "
    "'#include <stdio.h>' "
    "'real ewma_weight(real a, uint64_t n) { double *volatile p = malloc(8); "
    "fprintf(stderr, \"%%p\\n\", (void *)&p); free(p); return a + *p + (real)n; }' "
    "'real ewma_weight_sum(real a, uint64_t n) { int x; int *volatile p = &x; return *p "
    "+ "
    "a + (real)n; }' "
    "'real ewma_window(real a, real s) { abort(); return a + s; }' "
    ">%s/01-ewma/ewma_weights.c",
    "echo 'int gone(void); int here(void) { return gone(); }' >%s/01-ewma/ewma_weights.c",
    "echo '__asm__(\"nonsense\");' >%s/01-ewma/ewma_weights.c",
};

START_TEST(the_same_seed_gives_the_same_bytes)
{
    int code;
    shell(repeated[_i]);
    char *first = grade("--seed 7 1.1", &code), *second = grade("--seed 7 1.1", &code);
    ck_assert_int_eq(code, 1);
    ck_assert_str_eq(first, second);
    ck_assert_ptr_null(strstr(first, "stage."));
    ck_assert_ptr_null(strstr(first, "/tmp/"));
    free(first);
    free(second);
}
END_TEST

START_TEST(fresh_seeds_differ)
{
    int code;
    shell("rm -f %s/01-ewma/*");
    json_t *first = grade_json("1.1", &code), *second = grade_json("1.1", &code);
    json_t *third = grade_json("1.1", &code);
    ck_assert(number_of(first, "seed") != number_of(second, "seed") ||
              number_of(first, "seed") != number_of(third, "seed"));
    json_decref(first);
    json_decref(second);
    json_decref(third);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("json");
    TCase *tcase = tcase_create("json");
    tcase_add_unchecked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, solutions_get_all_points);
    tcase_add_test(tcase, absent_files_are_not_started);
    tcase_add_test(tcase, a_mistake_is_diagnosed);
    tcase_add_loop_test(tcase, the_same_seed_gives_the_same_bytes, 0, 4);
    tcase_add_test(tcase, fresh_seeds_differ);
    tcase_set_timeout(tcase, 120);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
