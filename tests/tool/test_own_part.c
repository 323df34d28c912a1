/* test_own_part.c: what is left of a source without its stub and its comments. */
#include "../suite.h"
#include "tool/own_part.h"

#include <string.h>

static const char stub[] = "/** Statement. */\n"
                           "#include \"optim/one.h\"\n"
                           "\n"
                           "real one(real x)\n"
                           "{\n"
                           "    todo(\"1.1\");\n"
                           "}\n";

/* What is left but for blanks, and on which lines. */
static void leaves(const char *text, const char *expected)
{
    char *own = own_part(text, stub), *end = own;
    ck_assert_uint_eq(strlen(own), strlen(text));
    for (const char *at = own; *at; at++)
        if (*at != ' ')
            *end++ = *at;
    *end = '\0';
    ck_assert_str_eq(own, expected);
    free(own);
}

START_TEST(the_stub_goes)
{
    leaves(stub, "\n\n\n\n{\n\n}\n");
    leaves("#include \"optim/one.h\"\nreal one(real x) {\n\treturn x; }\n",
           "\n\n\treturnx;}\n");
    leaves("real two(real x)\n{\n}\n", "realtwo(realx)\n{\n}\n");
}
END_TEST

START_TEST(comments_go)
{
    leaves("a; // b\n/* c\n d */ e; /**/\n", "a;\n\ne;\n");
    leaves("a; /* never closed\n b", "a;\n");
    leaves("a / b; a /* x */ / b;\n", "a/b;a/b;\n");
    leaves("real /* x */ one(real x)\n", "\n");
}
END_TEST

START_TEST(what_is_quoted_stays)
{
    leaves("s = \"// no /* comment\"; // one\n", "s=\"//no/*comment\";\n");
    leaves("c = '\"'; /* one */ d = '\\'';\n", "c='\"';d='\\'';\n");
    leaves("s = \"open\n// one\n", "s=\"open\n\n");
    leaves("s = \"\\", "s=\"\\");
    leaves("", "");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("own_part");
    TCase *tcase = tcase_create("leaving");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, the_stub_goes);
    tcase_add_test(tcase, comments_go);
    tcase_add_test(tcase, what_is_quoted_stays);
    return run_suite(suite);
}
