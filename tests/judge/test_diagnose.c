/* test_diagnose.c: known mistakes are recognized by their numbers, and only by them. */
#include "../suite.h"
#include "judge/driver.h"
#include "judge/known.h"
#include "judge/pair.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct tolerance tolerance = {1e-12, 0};

static struct trace read_trace(const char *arrays)
{
    struct trace trace;
    char text[1000], error[TRACE_MAX_ERROR];
    snprintf(text, sizeof text, "# descent-trace 1 case 1\n%s# end\n", arrays);
    ck_assert_msg(trace_read(&trace, text, strlen(text), error) == TRACE_OK, "%s", error);
    return trace;
}

/* The reference: a walk, a table, a border case, and noise where it is wrong. */
static const char right[] = "# x 2 1 input\n1\n2\n# walk 4 2\n1 1\n2 2\n3 3\n4 4\n"
                            "# table 5 1\n1\n2\n3\n4\n5\n# edge 1 1\n0\n"
                            "# r 3 1 rough\n1\n2\n3\n";

/* Each differs from the reference in these arrays. */
static const char *const versions[][2] = {
    {"walks-back", "# walk 4 2\n1 1\n-2 2\n-3 3\n-4 4\n"},
    {"walks-back-and-doubles",
     "# walk 4 2\n1 1\n-2 2\n-3 3\n-4 4\n# table 5 1\n2\n4\n6\n8\n10\n"},
    {"one-at-the-edge", "# edge 1 1\n1\n"},
    {"rough", "# r 3 1 rough\n7\n2\n-7\n"},
    {"nothing-wrong", ""},
    {"crashes", NULL},
    {"triples-two", "# table 5 1\n3\n6\n3\n4\n5\n# r 3 1 rough\n1\n7\n3\n"},
};

enum { KNOWN = sizeof versions / sizeof *versions };

/* The reference's trace with other arrays in it. */
static struct trace read_changed(const char *arrays)
{
    struct trace trace = read_trace(right), changed = read_trace(arrays);
    for (size_t i = 0; i < changed.count; i++) {
        size_t j = 0;
        while (strcmp(trace.arrays[j].name, changed.arrays[i].name) != 0)
            j++;
        free(trace.arrays[j].values);
        trace.arrays[j] = changed.arrays[i];
    }
    return trace;
}

static const struct deviations *find(const struct mistakes *mistakes, size_t i,
                                     const struct evidence *evidence)
{
    static struct deviations all[KNOWN];
    struct trace wrong = read_changed(versions[i][1] ? versions[i][1] : "");
    (void)mistakes;
    deviations_free(&all[i]);
    ck_assert(deviations_find(&all[i], versions[i][1] ? &wrong : NULL, evidence->expected,
                              evidence->tolerance));
    trace_free(&wrong);
    return &all[i];
}

static const struct {
    const char *yours;
    enum diagnosis due;
    const char *name;
} students[] = {
    {"", DIAGNOSIS_NONE, ""},
    {"# walk 4 2\n1 1\n-2 2\n-3 3\n-4 4\n", DIAGNOSIS_WHOLE, "walks-back"},
    /* Whoever makes both mistakes makes the first, too: the one that explains more. */
    {"# walk 4 2\n1 1\n-2 2\n-3 3\n-4 4\n# table 5 1\n2\n4\n6\n8\n10\n", DIAGNOSIS_WHOLE,
     "walks-back-and-doubles"},
    /* One row of a table beside it does not hide it. */
    {"# walk 4 2\n1 1\n-2 2\n-3 3\n-4 4\n# table 5 1\n1\n2\n3\n4\nnan\n", DIAGNOSIS_NEAR,
     "walks-back"},
    {"# walk 4 2\n1 1\n-2 2\n-3 3\n-4 4\n# r 3 1\n1\n2\n9\n", DIAGNOSIS_NEAR,
     "walks-back"},
    /* A whole table does. */
    {"# walk 4 2\n1 1\n-2 2\n-3 3\n-4 4\n# table 5 1\n9\n9\n9\n9\n9\n", DIAGNOSIS_NONE,
     ""},
    /* Agreement in one array explains nothing of the others. */
    {"# edge 1 1\n1\n# walk 4 2\n9 9\n9 9\n9 9\n9 9\n# table 5 1\n9\n9\n9\n9\n9\n",
     DIAGNOSIS_NONE, ""},
    {"# edge 1 1\n1\n", DIAGNOSIS_WHOLE, "one-at-the-edge"},
    /* The same place is not the same shape. */
    {"# walk 4 2\n1 1\n-2 2\n-3 3\n-4 -4\n", DIAGNOSIS_NONE, ""},
    {"# walk 4 2\n1 1\n-2 2\n-2 3\n-2 4\n", DIAGNOSIS_NONE, ""},
    {"# walk 4 2\n1 1\n-2.0000001 2\n-3.0000001 3\n-4.0000001 4\n", DIAGNOSIS_NONE, ""},
    {"# walk 2 2\n1 1\n-2 2\n", DIAGNOSIS_NONE, ""},
    {"# edge 1 1\nnan\n", DIAGNOSIS_NONE, ""},
    {"# edge 1 1\n-1\n", DIAGNOSIS_NONE, ""},
    /* Of rounding noise only the place is compared. */
    {"# r 3 1\n8\n2\n55\n", DIAGNOSIS_WHOLE, "rough"},
    {"# r 3 1\n8\n5\n55\n", DIAGNOSIS_NEAR, "rough"},
};

START_TEST(finds)
{
    struct trace expected = read_trace(right), yours = read_changed(students[_i].yours);
    struct evidence evidence = {"case", &yours, &expected, tolerance};
    struct mistake list[KNOWN];
    for (size_t i = 0; i < KNOWN; i++)
        snprintf(list[i].name, sizeof list[i].name, "%s", versions[i][0]);
    struct mistakes mistakes = {KNOWN, list, NULL, find, NULL};
    size_t found = KNOWN;
    enum diagnosis diagnosis = diagnose(&found, &mistakes, &evidence, 1);
    const char *name = diagnosis == DIAGNOSIS_NONE ? "" : list[found].name;
    ck_assert_msg(diagnosis == students[_i].due, "%d %s", (int)diagnosis, name);
    ck_assert_str_eq(name, students[_i].name);
    trace_free(&yours);
    trace_free(&expected);
}
END_TEST

static const struct {
    const char *yours, *first, *second;
} with_two[] = {
    {"# edge 1 1\n1\n# walk 4 2\n1 1\n-2 2\n-3 3\n-4 4\n", "one-at-the-edge",
     "walks-back"},
    /* Beside them a slip in one row of a table. */
    {"# edge 1 1\n1\n# walk 4 2\n1 1\n-2 2\n-3 3\n-4 4\n# table 5 1\n1\n2\n3\n4\n6\n",
     "one-at-the-edge", "walks-back"},
    /* Where both deviate, anything may come. */
    {"# walk 4 2\n1 1\n-2 2\n-3 3\n-4 4\n# table 5 1\n4\n7\n6\n8\n10\n# r 3 "
     "1\n1\n9\n3\n",
     "walks-back-and-doubles", "triples-two"},
    /* One alone; one within the other; and what is neither's. */
    {"# edge 1 1\n1\n", "", ""},
    {"# walk 4 2\n1 1\n-2 2\n-3 3\n-4 4\n# table 5 1\n2\n4\n6\n8\n10\n", "", ""},
    {"# edge 1 1\n-1\n# walk 4 2\n1 1\n-2 2\n-3 3\n-4 4\n", "", ""},
    {"# edge 1 1\n1\n# walk 4 2\n1 1\n-2 2\n-2 3\n-2 4\n", "", ""},
    {"# edge 1 1\n1\n# walk 4 2\n1 1\n-2 2\n-3 3\n-4 4\n# table 5 1\n9\n9\n9\n9\n9\n", "",
     ""},
    {NULL, "", ""},
};

/* Two mistakes at once, each known by where the other does not deviate. */
START_TEST(finds_two)
{
    struct trace expected = read_trace(right), yours = {0};
    struct evidence evidence = {"case", NULL, &expected, tolerance};
    struct mistake list[KNOWN];
    if (with_two[_i].yours) {
        yours = read_changed(with_two[_i].yours);
        evidence.yours = &yours;
    }
    for (size_t i = 0; i < KNOWN; i++)
        snprintf(list[i].name, sizeof list[i].name, "%s", versions[i][0]);
    struct mistakes mistakes = {KNOWN, list, NULL, find, NULL};
    size_t found[2];
    size_t count = diagnose_pair(found, &mistakes, &evidence, 1);
    ck_assert_str_eq(count > 0 ? list[found[0]].name : "", with_two[_i].first);
    ck_assert_str_eq(count > 1 ? list[found[1]].name : "", with_two[_i].second);
    trace_free(&yours);
    trace_free(&expected);
}
END_TEST

/* A program that comes to no end in a case: the mistake that does so, too, is the one
 * with the most to show for it; a mistake that only errs there says nothing of it. */
START_TEST(a_case_without_an_end)
{
    static const size_t due[] = {5, 0};
    for (size_t k = 0; k < 2; k++) {
        struct trace expected = read_trace(right), yours = read_changed(versions[0][1]);
        struct evidence evidence[] = {{"case", NULL, &expected, tolerance},
                                      {"case", &yours, &expected, tolerance}};
        struct mistake list[KNOWN] = {0};
        struct mistakes mistakes = {k == 0 ? KNOWN : 1, list, NULL, find, NULL};
        size_t found = KNOWN;
        ck_assert_int_eq(diagnose(&found, &mistakes, evidence, k + 1), DIAGNOSIS_WHOLE);
        ck_assert_uint_eq(found, due[k]);
        trace_free(&yours);
        trace_free(&expected);
    }
}
END_TEST

/* Agreement in the one case that came to its end does not explain the three that did not,
 * though the mistake errs in them, too. */
START_TEST(most_cases_without_an_end)
{
    struct trace expected = read_trace(right), yours = read_changed(versions[0][1]);
    struct evidence evidence[4];
    struct mistake list[KNOWN] = {0};
    struct mistakes mistakes = {1, list, NULL, find, NULL};
    size_t found = KNOWN;
    for (size_t i = 0; i < 4; i++)
        evidence[i] =
            (struct evidence){"case", i < 3 ? NULL : &yours, &expected, tolerance};
    ck_assert_int_eq(diagnose(&found, &mistakes, evidence, 4), DIAGNOSIS_NONE);
    trace_free(&yours);
    trace_free(&expected);
}
END_TEST

/* A mistake that comes to no end in the cases "end", and walks back in the other. */
static const struct deviations *find_ends(const struct mistakes *mistakes, size_t i,
                                          const struct evidence *evidence)
{
    static const struct deviations failed = {.failed = true};
    return strcmp(evidence->run, "end") == 0 ? &failed : find(mistakes, i, evidence);
}

/* Programs that come to no end in the same seven cases make the same mistake only if they
 * return the same in the eighth; not if one of them comes to an end in two of the seven.
 */
START_TEST(failures_are_all_alike)
{
    static const enum diagnosis due[] = {DIAGNOSIS_WHOLE, DIAGNOSIS_NONE, DIAGNOSIS_NONE};
    struct trace expected = read_trace(right), back = read_changed(versions[0][1]);
    for (size_t k = 0; k < 3; k++) {
        struct evidence evidence[8];
        struct mistake list[1] = {0};
        struct mistakes mistakes = {1, list, NULL, find_ends, NULL};
        size_t found;
        for (size_t i = 0; i < 7; i++)
            evidence[i] = (struct evidence){"end", NULL, &expected, tolerance};
        if (k == 2)
            evidence[6].yours = evidence[5].yours = &expected;
        evidence[7] =
            (struct evidence){"case", k == 1 ? &expected : &back, &expected, tolerance};
        ck_assert_int_eq(diagnose(&found, &mistakes, evidence, 8), due[k]);
    }
    trace_free(&back);
    trace_free(&expected);
}
END_TEST

/* What is kept: the runs, and rows spread over them with the ends among them. */
START_TEST(few_rows_are_kept)
{
    char text[1000] = "# a 100 1\n", wrong[1000] = "# a 100 1\n";
    for (int i = 0; i < 100; i++) {
        strcat(text, "1\n");
        strcat(wrong, i < 10 || i == 50 ? "1\n" : "1.1\n");
    }
    struct trace expected = read_trace(text), yours = read_trace(wrong);
    struct deviations deviations;
    ck_assert(deviations_find(&deviations, &yours, &expected, tolerance));
    ck_assert_uint_eq(deviations.count, 1);
    const struct deviation *deviation = &deviations.list[0];
    ck_assert_str_eq(deviation->array, "a");
    ck_assert_uint_eq(deviation->run_count, 2);
    ck_assert(deviation->runs[0].first == 10 && deviation->runs[0].last == 49);
    ck_assert(deviation->runs[1].first == 51 && deviation->runs[1].last == 99);
    ck_assert_uint_eq(deviation->row_count, DEVIATION_MAX_ROWS);
    ck_assert_uint_eq(deviation->rows[0], 10);
    ck_assert_uint_eq(deviation->rows[DEVIATION_MAX_ROWS - 1], 99);
    for (size_t i = 0; i < DEVIATION_MAX_ROWS; i++)
        ck_assert_double_eq_tol(deviation->values[i], 1.1, 0.1 * 0x1p-26);
    deviations_free(&deviations);
    deviations_free(&deviations);
    trace_free(&yours);
    trace_free(&expected);
}
END_TEST

static char folder[] = "/tmp/test-diagnose.XXXXXX";

static void write_text(const char *name, const char *text)
{
    char path[300];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    fclose(file);
}

/* This program is also a driver of versions: a fails, c fails behind its trace, others
 * return the seed. It keeps what it was called with. */
static int drive(char **argv)
{
    char path[300];
    snprintf(path, sizeof path, "%.*s/calls", (int)strlen(argv[0]) - 7, argv[0]);
    FILE *calls = fopen(path, "a");
    if (!calls)
        return 1;
    fprintf(calls, "%s %s %s\n", argv[1], argv[2], argv[3]);
    fclose(calls);
    char *rest = argv[3];
    for (const char *name; (name = strtok_r(rest, ",", &rest));) {
        if (strcmp(name, "a") == 0)
            return 1;
        dprintf(DRIVER_TRACE_FD, "# descent-trace 1 case 1\n# edge 1 1\n%s\n# end\n",
                argv[2]);
        if (strcmp(name, "c") == 0)
            return 1;
    }
    return 0;
}

static void setup(void)
{
    char long_words[3 * DIAGNOSIS_MAX_WORDS] = "", path[300];
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/driver", folder);
    ck_assert_int_eq(symlink("/proc/self/exe", path), 0);
    write_text("b.says", "It says so.\n\n");
    for (size_t i = 0; i < DIAGNOSIS_MAX_WORDS; i++)
        strcat(long_words, "ε");
    write_text("a.says", long_words);
}

static void teardown(void)
{
    char command[100];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    ck_assert_int_eq(system(command), 0);
}

START_TEST(drivers_in_a_folder)
{
    struct trace expected = read_trace("# edge 1 1\n0\n");
    struct trace yours = read_trace("# edge 1 1\n7\n");
    struct evidence evidence = {"case", &yours, &expected, tolerance};
    struct known known;
    size_t found = 9;
    ck_assert(known_read(&known, folder, 7));
    ck_assert_uint_eq(known.count, 2);
    ck_assert_uint_eq(strlen(known.list[0].says), DIAGNOSIS_MAX_WORDS - 1);
    ck_assert_str_eq(known.list[0].says + strlen(known.list[0].says) - 3, "ε?");
    ck_assert_str_eq(known.list[1].says, "It says so.");
    struct mistakes mistakes = known_mistakes(&known);
    ck_assert_int_eq(diagnose(&found, &mistakes, &evidence, 1), DIAGNOSIS_WHOLE);
    ck_assert_str_eq(known.list[found].name, "b");
    char words[VERDICT_MAX_WORDS];
    const struct known_run *runs = known_runs(words, &known, "case", NULL);
    ck_assert_ptr_nonnull(runs);
    ck_assert_ptr_eq(runs, known_runs(words, &known, "case", NULL));
    ck_assert_int_eq(runs[0].verdict, VERDICT_NOTHING_RUN);
    ck_assert_int_eq(runs[1].verdict, VERDICT_OK);
    ck_assert(runs[1].trace.arrays[0].values[0] == 7);
    source_close(&known.driver);
    known.driver.path = "/nowhere";
    ck_assert_ptr_null(known_runs(words, &known, "another", NULL));
    ck_assert_int_eq(diagnose(&found, &mistakes, NULL, 0), DIAGNOSIS_NONE);
    known_free(&known);
    known_free(&known);
    trace_free(&yours);
    trace_free(&expected);
}
END_TEST

/* What the driver was called with, all calls. */
static void check_calls(const char *expected)
{
    char path[300], calls[300] = "";
    snprintf(path, sizeof path, "%s/calls", folder);
    FILE *file = fopen(path, "r");
    ck_assert_ptr_nonnull(file);
    calls[fread(calls, 1, sizeof calls - 1, file)] = '\0';
    fclose(file);
    ck_assert_str_eq(calls, expected);
}

/* Each mistake runs once in a case, and only if it is asked for. */
START_TEST(runs_what_is_wanted)
{
    struct known known;
    char words[VERDICT_MAX_WORDS];
    ck_assert(known_read(&known, folder, 7));
    const struct known_run *runs =
        known_runs(words, &known, "case", (bool[]){false, true});
    ck_assert_ptr_nonnull(runs);
    ck_assert(!runs[0].done && runs[1].done);
    ck_assert_ptr_eq(runs, known_runs(words, &known, "case", NULL));
    ck_assert_ptr_eq(runs, known_runs(words, &known, "case", NULL));
    check_calls("case 7 b\ncase 7 a\ncase 7 a\n");
    known_free(&known);
}
END_TEST

/* Mistakes share a process until one ends badly. What that one does it does alone, also
 * in the next case. */
START_TEST(runs_together)
{
    struct known known;
    char words[VERDICT_MAX_WORDS];
    write_text("c.says", "It fails late.");
    write_text("d.says", "It says so.");
    ck_assert(known_read(&known, folder, 7));
    for (size_t k = 0; k < 2; k++) {
        const struct known_run *runs =
            known_runs(words, &known, k ? "other" : "case", NULL);
        ck_assert_ptr_nonnull(runs);
        ck_assert_int_eq(runs[0].verdict, VERDICT_NOTHING_RUN);
        ck_assert_int_eq(runs[1].verdict, VERDICT_OK);
        ck_assert_int_eq(runs[2].verdict, VERDICT_EARLY_EXIT);
        ck_assert_int_eq(runs[3].verdict, VERDICT_OK);
        ck_assert(runs[1].trace.arrays[0].values[0] == 7);
        ck_assert(runs[3].trace.arrays[0].values[0] == 7);
    }
    check_calls("case 7 a,b,c,d\ncase 7 a\ncase 7 b,c,d\ncase 7 c\ncase 7 d\n"
                "other 7 a\nother 7 b,d\nother 7 c\n");
    known_free(&known);
}
END_TEST

/* More than have room in one process. */
START_TEST(runs_many)
{
    struct known known;
    char words[VERDICT_MAX_WORDS], name[DIAGNOSIS_MAX_NAME + sizeof ".says"];
    for (size_t i = 0; i < 2 * SOURCE_MOST; i++) {
        memset(name, 'x', sizeof name);
        snprintf(name + DIAGNOSIS_MAX_NAME - 3, 3 + sizeof ".says", "%02zu.says", i);
        write_text(name, "It says so.");
    }
    ck_assert(known_read(&known, folder, 7));
    ck_assert_uint_eq(known.count, 2 * SOURCE_MOST + 2);
    const struct known_run *runs = known_runs(words, &known, "case", NULL);
    ck_assert_ptr_nonnull(runs);
    for (size_t i = 1; i < known.count; i++)
        ck_assert_int_eq(runs[i].verdict, VERDICT_OK);
    known_free(&known);
}
END_TEST

/* A mistake that explains nothing of what fails does not run where nothing fails. */
START_TEST(runs_what_is_possible)
{
    struct trace expected = read_trace("# edge 1 1\n0\n");
    struct trace yours = read_trace("# edge 1 1\n3\n");
    struct trace none = read_trace("# edge 1 1\n0\n");
    struct evidence evidence[] = {{"other", &none, &expected, tolerance},
                                  {"case", &yours, &expected, tolerance}};
    struct known known;
    size_t found;
    ck_assert(known_read(&known, folder, 7));
    struct mistakes mistakes = known_mistakes(&known);
    ck_assert_int_eq(diagnose(&found, &mistakes, evidence, 2), DIAGNOSIS_NONE);
    check_calls("case 7 a,b\ncase 7 a\ncase 7 b\n");
    known_free(&known);
    trace_free(&none);
    trace_free(&yours);
    trace_free(&expected);
}
END_TEST

START_TEST(no_folder)
{
    struct known known;
    ck_assert(known_read(&known, "/nowhere", 1));
    ck_assert_uint_eq(known.count, 0);
    known_free(&known);
}
END_TEST

int main(int argc, char **argv)
{
    driver_take_request(&argc, &argv);
    if (argc == 4)
        return drive(argv);
    Suite *suite = suite_create("diagnose");
    TCase *tcase = tcase_create("diagnose");
    tcase_add_checked_fixture(tcase, setup, teardown);
    tcase_add_loop_test(tcase, finds, 0, sizeof students / sizeof *students);
    tcase_add_loop_test(tcase, finds_two, 0, sizeof with_two / sizeof *with_two);
    tcase_add_test(tcase, a_case_without_an_end);
    tcase_add_test(tcase, most_cases_without_an_end);
    tcase_add_test(tcase, failures_are_all_alike);
    tcase_add_test(tcase, few_rows_are_kept);
    tcase_add_test(tcase, drivers_in_a_folder);
    tcase_add_test(tcase, runs_what_is_wanted);
    tcase_add_test(tcase, runs_together);
    tcase_add_test(tcase, runs_many);
    tcase_add_test(tcase, runs_what_is_possible);
    tcase_add_test(tcase, no_folder);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
