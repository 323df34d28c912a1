/* test_header.c: the header comment of an exercise, and the stub made from it. */
#include "../suite.h"
#include "tool/header.h"

#include <stdio.h>
#include <string.h>

static void release(struct exercise *exercise)
{
    free(exercise->id);
    free(exercise->title);
    free(exercise->plot);
    for (size_t i = 0; i < exercise->needs_count; i++)
        free(exercise->needs[i]);
    for (size_t i = 0; i < exercise->hint_count; i++)
        free(exercise->hints[i]);
}

static const char whole[] =
    "/** @exercise 3.10 Adam, with $\\beta_2$\n"
    " *  @points 12   @needs 1.2 3.9\n"
    " *\n"
    " *  Write $\\theta - \\eta g^2$; see [](#ex:1.2) and `pow`.\n"
    " *\n"
    " *  @hint A nudge\n"
    " *        that goes on.\n"
    " *  @hint A plan.\n"
    " *\n"
    " *  @plot run t loss\n"
    " *  @commentary For instructors:\n"
    " *  the answer is 42. */\n"
    "#include \"optim/adam.h\"\n"
    "\n"
    "// BEGIN SOLUTION\n"
    "static int secret(void)\n"
    "{\n"
    "    return 42;\n"
    "}\n"
    "// END SOLUTION\n"
    "\n"
    "int adam(void)\n"
    "{\n"
    "    int kept = 1;\n"
    "    // BEGIN SOLUTION\n"
    "    return secret() + kept;\n"
    "    // END SOLUTION\n"
    "}\n";

START_TEST(reads_all)
{
    struct exercise e = {0};
    ck_assert_ptr_null(header_read(&e, whole));
    ck_assert_str_eq(e.id, "3.10");
    ck_assert_str_eq(e.title, "Adam, with β_2");
    ck_assert_int_eq(e.points, 12);
    ck_assert_uint_eq(e.needs_count, 2);
    ck_assert_str_eq(e.needs[0], "1.2");
    ck_assert_str_eq(e.needs[1], "3.9");
    ck_assert_uint_eq(e.hint_count, 2);
    ck_assert_str_eq(e.hints[0], "A nudge that goes on.");
    ck_assert_str_eq(e.hints[1], "A plan.");
    ck_assert_str_eq(e.plot, "run t loss");
    release(&e);
}
END_TEST

#define H(text) "/** @exercise 1.1 Title\n *  @points 10\n" text " */\n"

static const struct {
    const char *source, *wrong;
} headers[] = {
    {"", "it must begin with"},
    {"int x;\n", "it must begin with"},
    {"/** @exercise 1.1 Title\n * @points 1\n", "it must begin with"},
    {"/* @exercise 1.1 Title\n @points 1 */\n", "it must begin with"},
    {"/***/\n", "@exercise and @points"},
    {"/** @exercise 1.1 Title */\n", "@exercise and @points"},
    {"/** @points 1 */\n", "@exercise and @points"},
    {"/** @exercise */\n", "the first line"},
    {"/** @exercise 1.1 */\n", "the first line"},
    {"/** @exercise Title 1.1\n *  @points 1 */\n", "the first line"},
    {"/** @exercise ../../x Title\n *  @points 1 */\n", "the first line"},
    {"/** @exercise 1. Title\n *  @points 1 */\n", "the first line"},
    {"/** @exercise 1.1x Title\n *  @points 1 */\n", "the first line"},
    {"/** @exercise 1.1 Title\n *  @points */\n", "expected '@points"},
    {"/** @exercise 1.1 Title\n *  @points 0 */\n", "expected '@points"},
    {"/** @exercise 1.1 Title\n *  @points -5 */\n", "expected '@points"},
    {"/** @exercise 1.1 Title\n *  @points ten */\n", "expected '@points"},
    {"/** @exercise 1.1 Title\n *  @points 10x */\n", "expected '@points"},
    {"/** @exercise 1.1 Title\n *  @points 99999999999 */\n", "expected '@points"},
    {"/** @exercise 1.1 Title\n *  @points 5 6 */\n", "expected '@points"},
    {"/** @exercise 1.1 Title\n *  @points 5 @needs 1 2 */\n", "expected '@points"},
    {"/** @exercise 1.1 T\n *  @points 5 @needs 1.1 1.2 1.3 1.4 1.5 */\n",
     "expected '@points"},
    {H(" *  @points 10\n"), "expected '@points"},
    {H(" *  @exercise 1.2 Other\n"), "the first line"},
    {H(" *  @plot a b c\n *  @plot a b c\n"), "a second @plot"},
    {H(" *  @hints all\n"), "unknown tag"},
    {H(" *  @hint 1\n *  @hint 2\n *  @hint 3\n *  @hint 4\n *  @hint 5\n *  @hint 6\n"
       " *  @hint 7\n"),
     "too many hints"},
    {H(" *  @hint\n"), NULL},
    {H(" *  @plot\n"), NULL},
    {H(" *  @commentary\n"), NULL},
    {"/** @exercise 1.1 Title\n * @points 10\n*/", NULL},
};

START_TEST(reads_or_says_why_not)
{
    struct exercise e = {0};
    const char *wrong = header_read(&e, headers[_i].source), *due = headers[_i].wrong;
    if (due)
        ck_assert_msg(wrong && strncmp(wrong, due, strlen(due)) == 0, "%s: %s",
                      headers[_i].source, wrong ? wrong : "was accepted");
    else
        ck_assert_msg(!wrong, "%s", wrong);
    release(&e);
}
END_TEST

START_TEST(a_students_stub)
{
    char *stub = header_make_stub(whole, "3.10", STUB_FOR_STUDENT);
    ck_assert_ptr_nonnull(stub);
    ck_assert_str_eq(stub, "/** @exercise 3.10 Adam, with β_2\n"
                           " *  @points 12   @needs 1.2 3.9\n"
                           " *\n"
                           " *  Write θ - ηg^2; see exercise 1.2 and pow.\n"
                           " *\n"
                           " *  Try it:  build/descent grade 3.10\n"
                           " *  A hint:  build/descent hint 3.10\n"
                           " */\n"
                           "#include \"optim/adam.h\"\n"
                           "\n"
                           "int adam(void)\n"
                           "{\n"
                           "    int kept = 1;\n"
                           "    // TODO 3.10\n"
                           "    todo(\"3.10\");\n"
                           "}\n");
    free(stub);
}
END_TEST

/* The trusted side of a handout: hints and plot, but neither commentary nor solution.
 * From it the same stub for students can be made. */
START_TEST(a_pristine_stub)
{
    char *pristine = header_make_stub(whole, "3.10", STUB_PRISTINE);
    char *stub = header_make_stub(whole, "3.10", STUB_FOR_STUDENT);
    ck_assert_ptr_nonnull(strstr(pristine, "@hint A nudge"));
    ck_assert_ptr_nonnull(strstr(pristine, "@hint A plan"));
    ck_assert_ptr_nonnull(strstr(pristine, "@plot run t loss"));
    ck_assert_ptr_nonnull(strstr(pristine, "$\\theta"));
    ck_assert_ptr_null(strstr(pristine, "42"));
    ck_assert_ptr_null(strstr(pristine, "secret"));
    struct exercise e = {0};
    ck_assert_ptr_null(header_read(&e, pristine));
    ck_assert_uint_eq(e.hint_count, 2);
    char *again = header_make_stub(pristine, "3.10", STUB_FOR_STUDENT);
    ck_assert_str_eq(again, stub);
    release(&e);
    free(again);
    free(stub);
    free(pristine);
}
END_TEST

static const char *const unpaired[] = {
    "    // BEGIN SOLUTION\n    secret();\n",
    "    // END SOLUTION\n",
    "    // BEGIN SOLUTION\n    // BEGIN SOLUTION\n    // END SOLUTION\n",
    "    // BEGIN SOLUTION\n    // END SOLUTION\n    // END SOLUTION\n",
    "    // END SOLUTION\n    secret();\n    // BEGIN SOLUTION\n",
    /* A mark that is only nearly one must not let the solution pass. */
    "    // BEGIN SOLUTION \n    secret();\n    // END SOLUTION \n",
    "    // BEGIN SOLUTION\r\n    secret();\r\n    // END SOLUTION\r\n",
    "\t// BEGIN SOLUTION\n    secret();\n\t// END SOLUTION\n",
    "    //BEGIN SOLUTION\n    secret();\n    //END SOLUTION\n",
    "    /* BEGIN SOLUTION */\n    secret();\n    /* END SOLUTION */\n",
    "    // BEGIN SOLUTION\n    secret();\n    // END SOLUTION: done\n",
};

START_TEST(marks_that_do_not_pair)
{
    char source[300];
    snprintf(source, sizeof source, "%s%s", H(""), unpaired[_i]);
    ck_assert_ptr_null(header_make_stub(source, "1.1", STUB_FOR_STUDENT));
    ck_assert_ptr_null(header_make_stub(source, "1.1", STUB_PRISTINE));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("header");
    TCase *tcase = tcase_create("header");
    tcase_add_test(tcase, reads_all);
    tcase_add_loop_test(tcase, reads_or_says_why_not, 0,
                        sizeof headers / sizeof *headers);
    tcase_add_test(tcase, a_students_stub);
    tcase_add_test(tcase, a_pristine_stub);
    tcase_add_loop_test(tcase, marks_that_do_not_pair, 0,
                        sizeof unpaired / sizeof *unpaired);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
