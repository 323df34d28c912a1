/* test_diagnose.c: known mistakes are recognized by their numbers, and only by them.
 *
 * The wrong versions here are recorded traces: FOLDER/NAME/1/case.trace and NAME.says. */
#include "../suite.h"
#include "judge/diagnose.h"

#include <string.h>
#include <sys/stat.h>

static char folder[] = "/tmp/test-diagnose.XXXXXX";

static void write_text(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    fclose(file);
}

/* Adds a wrong version that returns these arrays; no arrays, and it has no trace. */
static void add_wrong(const char *name, const char *says, const char *arrays)
{
    char path[300], text[1000];
    snprintf(path, sizeof path, "%s/%s.says", folder, name);
    write_text(path, says);
    snprintf(path, sizeof path, "%s/%s", folder, name);
    ck_assert_int_eq(mkdir(path, 0700), 0);
    strcat(path, "/1");
    ck_assert_int_eq(mkdir(path, 0700), 0);
    strcat(path, "/case.trace");
    snprintf(text, sizeof text, "# descent-trace 1 case 1\n%s# end\n", arrays);
    if (*arrays)
        write_text(path, text);
}

static struct trace read_trace(const char *arrays)
{
    struct trace trace;
    char text[1000], error[TRACE_MAX_ERROR];
    snprintf(text, sizeof text, "# descent-trace 1 case 1\n%s# end\n", arrays);
    ck_assert_msg(trace_read(&trace, text, strlen(text), error) == TRACE_OK, "%s", error);
    return trace;
}

static void setup(void)
{
    char long_words[3 * DIAGNOSIS_MAX_WORDS] = "";
    ck_assert_ptr_nonnull(mkdtemp(folder));
    add_wrong("both", "You do both.\n\n", "# a 1 1\n9\n# b 1 1\n9\n");
    add_wrong("first", "You do the first.", "# a 1 1\n9\n# b 1 1\n2\n");
    add_wrong("harmless", "You do nothing wrong.", "# a 1 1\n1\n# b 1 1\n2\n");
    add_wrong("rough", "Noise.", "# a 1 1\n1\n# b 1 1\n2\n# r 3 1 rough\n7\n2\n-7\n");
    add_wrong("crashes", "It crashes.", "");
    for (size_t i = 0; i < DIAGNOSIS_MAX_WORDS; i++)
        strcat(long_words, "ε");
    add_wrong("verbose", long_words, "# a 1 1\n5\n# b 1 1\n5\n");
}

static void teardown(void)
{
    char command[100];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    ck_assert_int_eq(system(command), 0);
}

static const struct {
    const char *yours, *name, *says;
} students[] = {
    {"# a 1 1\n1\n# b 1 1\n2\n", NULL, NULL},
    {"# a 1 1\n9\n# b 1 1\n2\n", "first", "You do the first."},
    /* Who makes both mistakes makes the first, too: the one that explains more is
     * meant. */
    {"# a 1 1\n9\n# b 1 1\n9\n", "both", "You do both."},
    /* Another mistake beside it does not hide it. */
    {"# a 1 1\n9\n# b 1 1\n77\n", "first", "You do the first."},
    {"# a 1 1\n9.0000001\n# b 1 1\n2\n", NULL, NULL},
    {"# a 1 1\n77\n# b 1 1\n77\n", NULL, NULL},
    {"# b 1 1\n9\n", NULL, NULL},
    {"# a 2 1\n9\n9\n# b 1 1\n2\n", NULL, NULL},
    /* Of rounding noise only the place is compared. */
    {"# a 1 1\n1\n# b 1 1\n2\n# r 3 1\n8\n2\n55\n", "rough", "Noise."},
    {"# a 1 1\n1\n# b 1 1\n2\n# r 3 1\n8\n5\n55\n", NULL, NULL},
};

START_TEST(finds)
{
    struct trace expected =
        read_trace("# a 1 1\n1\n# b 1 1\n2\n# r 3 1 rough\n1\n2\n3\n");
    struct trace yours = read_trace(students[_i].yours);
    struct evidence evidence = {"case", &yours, &expected, {1e-12, 0}};
    char name[DIAGNOSIS_MAX_NAME] = "", says[DIAGNOSIS_MAX_WORDS] = "";
    bool found = diagnose(name, says, folder, 1, &evidence, 1);
    ck_assert_msg(found == (students[_i].name != NULL), "%s", name);
    if (found) {
        ck_assert_str_eq(name, students[_i].name);
        ck_assert_str_eq(says, students[_i].says);
    }
    trace_free(&yours);
    trace_free(&expected);
}
END_TEST

START_TEST(words_that_are_too_long_stay_text)
{
    struct trace expected = read_trace("# a 1 1\n1\n# b 1 1\n2\n");
    struct trace yours = read_trace("# a 1 1\n5\n# b 1 1\n5\n");
    struct evidence evidence = {"case", &yours, &expected, {1e-12, 0}};
    char name[DIAGNOSIS_MAX_NAME], says[DIAGNOSIS_MAX_WORDS];
    ck_assert(diagnose(name, says, folder, 1, &evidence, 1));
    ck_assert_uint_eq(strlen(says), DIAGNOSIS_MAX_WORDS - 1);
    ck_assert_str_eq(says + strlen(says) - 3, "ε?");
    trace_free(&yours);
    trace_free(&expected);
}
END_TEST

START_TEST(nothing_to_go_by)
{
    char name[DIAGNOSIS_MAX_NAME], says[DIAGNOSIS_MAX_WORDS];
    ck_assert(!diagnose(name, says, folder, 1, NULL, 0));
    ck_assert(!diagnose(name, says, "/nowhere", 1, NULL, 0));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("diagnose");
    TCase *tcase = tcase_create("diagnose");
    tcase_add_unchecked_fixture(tcase, setup, teardown);
    tcase_add_loop_test(tcase, finds, 0, sizeof students / sizeof *students);
    tcase_add_test(tcase, words_that_are_too_long_stay_text);
    tcase_add_test(tcase, nothing_to_go_by);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
