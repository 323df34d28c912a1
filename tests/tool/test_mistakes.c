/* test_mistakes.c: from a list of edits to programs, and what is wrong with a list. */
#include "../suite.h"
#include "tool/mistakes.h"

#include <stdio.h>
#include <string.h>

static const char solution[] = "/** @exercise 9.9 Halves\n"
                               " *  two(x); */\n"
                               "#include \"halves.h\"\n"
                               "\n"
                               "int half(int x)\n"
                               "{\n"
                               "    // BEGIN SOLUTION\n"
                               "    two(x);\n"
                               "    return x / 2;\n"
                               "    // END SOLUTION\n"
                               "}\n"
                               "\n"
                               "int other(int x)\n"
                               "{\n"
                               "    two(x);\n"
                               "}\n";

/* What take() was given, one mistake after the other. */
struct seen {
    unsigned count;
    char text[2000];
};

static void take(void *context, const struct known_mistake *mistake)
{
    struct seen *seen = context;
    size_t length = strlen(seen->text);
    snprintf(seen->text + length, sizeof seen->text - length, "%s|%s|%s", mistake->name,
             mistake->says, mistake->program);
    seen->count++;
}

static char *read_list(struct seen *seen, const char *list)
{
    *seen = (struct seen){0};
    return mistakes_read((struct named_text){"L", list},
                         (struct named_text){"S", solution}, take, seen);
}

/* The list is refused with these words, and nothing after the problem is taken. */
static void refused(const char *list, const char *problem)
{
    struct seen seen;
    char *found = read_list(&seen, list);
    ck_assert_ptr_nonnull(found);
    ck_assert_str_eq(found, problem);
    ck_assert_uint_eq(seen.count, 0);
    free(found);
}

START_TEST(an_edit_makes_a_program_whose_lines_are_known)
{
    struct seen seen;
    ck_assert_ptr_null(read_list(&seen, "== thirds\n"
                                        "You divide by 3.\n"
                                        "@@\n"
                                        "-    return x / 2;\n"
                                        "+    return x / 3;\n"));
    ck_assert_str_eq(seen.text, "thirds|You divide by 3.\n|"
                                "#line 3 \"S\"\n"
                                "#include \"halves.h\"\n"
                                "\n"
                                "int half(int x)\n"
                                "{\n"
                                "#line 8 \"S\"\n"
                                "    two(x);\n"
                                "#line 5 \"L\"\n"
                                "    return x / 3;\n"
                                "#line 11 \"S\"\n"
                                "}\n"
                                "\n"
                                "int other(int x)\n"
                                "{\n"
                                "    two(x);\n"
                                "}\n");
}
END_TEST

START_TEST(several_edits_in_any_order_and_several_mistakes)
{
    struct seen seen;
    ck_assert_ptr_null(read_list(&seen, "\n== a_B-1\r\nTwo\r\nlines.\r\n@@\r\n"
                                        " int other(int x)\r\n {\r\n+    one(x);\r\n"
                                        "@@\r\n-#include \"halves.h\"\r\n"
                                        "\n\n== second\nTwo.\n@@\n     two(x);\n"
                                        "-    return x / 2;\n }\n\n int other(int x)"));
    ck_assert_uint_eq(seen.count, 2);
    ck_assert_ptr_nonnull(strstr(seen.text, "a_B-1|Two\nlines.\n|#line 4 \"S\"\n\n"));
    ck_assert_ptr_nonnull(strstr(seen.text, "#line 6 \"L\"\nint other(int x)\n{\n"
                                            "    one(x);\n#line 15"));
    ck_assert_ptr_null(strstr(strstr(seen.text, "second|"), "return"));
}
END_TEST

START_TEST(what_does_not_apply_once_is_refused)
{
    refused("== a\nSays.\n@@\n-    return x / 3;\n",
            "L:3: mistake a: no such lines in the solution");
    refused("== a\nSays.\n@@\n-    two(x);\n",
            "L:3: mistake a: these lines stand in the solution more than once");
    refused("== a\nSays.\n@@\n- *  two(x); */\n",
            "L:3: mistake a: no such lines in the solution");
    refused("== a\nSays.\n@@\n+    two(x);\n",
            "L:3: mistake a: an edit needs a line of the solution, to say where");
    refused("== a\nSays.\n@@\n", "L:3: mistake a: an edit needs a line of the "
                                 "solution, to say where");
    refused("== a\nSays.\n@@\n-    return x / 2;\n@@\n     return x / 2;\n+\n",
            "L:5: mistake a: two edits share a line");
}
END_TEST

START_TEST(what_is_no_list_is_refused)
{
    refused("text\n", "L:1: mistake text: a mistake begins with '== NAME'");
    refused("== a\n@@\n-    return x / 2;\n",
            "L:1: mistake a: it says nothing to the student");
    refused("== a\nSays.\n", "L:1: mistake a: it edits nothing");
    refused("== a\nSays.\n== b\n", "L:1: mistake a: it edits nothing");
    refused("== \nSays.\n", "L:1: mistake : a name has letters, digits and hyphens");
    refused("== ../x\nSays.\n@@\n-    return x / 2;\n",
            "L:1: mistake ../x: a name has letters, digits and hyphens");
    refused("== a\nSays.\n@@\n-    return x / 2;\nx\n",
            "L:5: mistake a: a line of an edit begins with ' ', '-' or '+'");
}
END_TEST

START_TEST(an_empty_list_has_no_mistakes)
{
    struct seen seen;
    ck_assert_ptr_null(read_list(&seen, ""));
    ck_assert_ptr_null(read_list(&seen, "\n\n"));
    ck_assert_uint_eq(seen.count, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("mistakes");
    TCase *lists = tcase_create("lists");
    tcase_add_test(lists, an_edit_makes_a_program_whose_lines_are_known);
    tcase_add_test(lists, several_edits_in_any_order_and_several_mistakes);
    tcase_add_test(lists, what_does_not_apply_once_is_refused);
    tcase_add_test(lists, what_is_no_list_is_refused);
    tcase_add_test(lists, an_empty_list_has_no_mistakes);
    suite_add_tcase(suite, lists);
    return run_suite(suite);
}
