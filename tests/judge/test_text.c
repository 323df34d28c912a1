/* test_text.c: text of unknown origin, made fit for a terminal and for JSON. */
#include "../suite.h"
#include "judge/text.h"

#include <string.h>

static const struct {
    const char *from, *to;
} texts[] = {
    {"", ""},
    {"plain\ttext\nα ≤ β 𝛼", "plain\ttext\nα ≤ β 𝛼"},
    {"\033[31mred\033[0m", "?[31mred?[0m"},
    {"\a\b\r\v\f\177", "??????"},
    {"\xc2\x9b"
     "31m",
     "??31m"},                    /* CSI as one character */
    {"\xc0\xaf", "??"},           /* an overlong slash */
    {"\xe0\x80\xaf", "???"},      /* another */
    {"\xf0\x80\x80\xaf", "????"}, /* another */
    {"\xed\xa0\x80", "???"},      /* a surrogate */
    {"\xf4\x90\x80\x80", "????"}, /* beyond Unicode */
    {"\xff\xfe", "??"},           /* no UTF-8 at all */
    {"\x80\xbf", "??"},           /* continuations of nothing */
    {"a\xce", "a?"},              /* cut off */
    {"a\xe2\x89", "a??"},         /* cut off */
    {"a\xf0\x9d\x9b", "a???"},    /* cut off */
    {"\xce(", "?("},              /* cut off by a letter */
    {"\xe2\x80\xaex", "???x"},    /* turns the direction of writing */
    {"\xe2\x80\x8fx", "???x"},    /* so does this */
    {"\xd8\x9cx", "??x"},         /* and this */
    {"\xe2\x80\xa8x", "???x"},    /* a line that is no line */
    {"\xe2\x81\xa6x", "???x"},    /* and another */
    {"\xe2\x80\x9cquoted\xe2\x80\x9d\xe2\x80\xa6", "“quoted”…"},
};

START_TEST(cleans)
{
    size_t length = strlen(texts[_i].from);
    char *text = strdup(texts[_i].from);
    text_clean(text, length);
    ck_assert_str_eq(text, texts[_i].to);
    ck_assert_uint_eq(strlen(text), length);
    free(text);
}
END_TEST

START_TEST(zeros_do_not_end_it)
{
    char text[] = "a\0b\0\033c";
    text_clean(text, sizeof text - 1);
    ck_assert_str_eq(text, "a?b??c");
}
END_TEST

START_TEST(replaces)
{
    char text[] = "build/stage.a/x.c: build/stage.a/x.c:1", same[] = "aaa";
    text_replace(text, "build/stage.a/", "exercises/");
    ck_assert_str_eq(text, "exercises/x.c: exercises/x.c:1");
    text_replace(text, "exercises/", "");
    ck_assert_str_eq(text, "x.c: x.c:1");
    text_replace(same, "a", "a");
    ck_assert_str_eq(same, "aaa");
}
END_TEST

/* The published values of 64-bit FNV-1a. */
START_TEST(hashes)
{
    ck_assert_uint_eq(bytes_hash("", 0, 0), 0xcbf29ce484222325);
    ck_assert_uint_eq(bytes_hash("foobar", 6, 0), 0x85944171f73967e8);
    ck_assert_uint_eq(bytes_hash("bar", 3, bytes_hash("foo", 3, 0)), 0x85944171f73967e8);
    ck_assert_uint_ne(bytes_hash("a\0b", 3, 0), bytes_hash("a\0c", 3, 0));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("text");
    TCase *tcase = tcase_create("clean");
    tcase_add_loop_test(tcase, cleans, 0, sizeof texts / sizeof *texts);
    tcase_add_test(tcase, zeros_do_not_end_it);
    tcase_add_test(tcase, replaces);
    tcase_add_test(tcase, hashes);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
