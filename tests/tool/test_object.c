/* test_object.c: what an object file brings into a program, and files that are none. */
#include "../suite.h"
#include "tool/files.h"
#include "tool/object.h"

#include <elf.h>
#include <link.h>
#include <stdlib.h>
#include <string.h>

int shown_to_others = 1; /* besides main() */

/* This program's own object. */
static char *read_own(size_t *length)
{
    char *bytes = file_read_bytes("build/obj/tests/tool/test_object.o", length);
    ck_assert_ptr_nonnull(bytes);
    return bytes;
}

static void expect(const char *bytes, size_t length, const char *names, const char *due)
{
    char *problem = object_problem(bytes, length, names);
    ck_assert_str_eq(problem ? problem : "", due);
    free(problem);
}

START_TEST(names)
{
    size_t length;
    char *bytes = read_own(&length);
    expect(bytes, length, "main\nshown_to_others\n", "");
    expect(bytes, length, "shown_to_others\nother\nmain", "");
    static const char due[] =
        "error: it defines 'shown_to_others' for other files, in a way that is not C";
    expect(bytes, length, "main\n", due);
    expect(bytes, length, "main\nshown_to_other\nshown_to_others2\n", due);
    free(bytes);
}
END_TEST

START_TEST(no_object)
{
    static const char due[] = "error: the compiler has not made an object file of it";
    expect("", 0, "main\n", due);
    expect("INPUT(/etc/passwd)", 18, "main\n", due);
    size_t length;
    char *program = file_read_bytes("/proc/self/exe", &length);
    expect(program, length, "main\n", due);
    free(program);
}
END_TEST

/* Each byte of the head, and of the table of sections, set to ff; and every length. */
START_TEST(spoiled)
{
    size_t length, refused = 0;
    char *bytes = read_own(&length);
    ElfW(Ehdr) header;
    memcpy(&header, bytes, sizeof header);
    for (size_t i = 0; i < length; i += 1 + length / 500) {
        char *part = malloc(i + 1); /* so that a sanitizer knows where it ends */
        memcpy(part, bytes, i);
        char *problem = object_problem(part, i, "main\nshown_to_others\n");
        ck_assert_msg(problem != NULL, "cut to %zu bytes", i);
        free(problem);
        free(part);
    }
    for (size_t i = 0; i < sizeof header + header.e_shnum * sizeof(ElfW(Shdr)); i++) {
        size_t at = i < sizeof header ? i : header.e_shoff + i - sizeof header;
        char kept = bytes[at];
        bytes[at] = (char)0xff;
        char *problem = object_problem(bytes, length, "main\nshown_to_others\n");
        refused += problem != NULL;
        free(problem);
        bytes[at] = kept;
    }
    ck_assert_uint_gt(refused, 50);
    free(bytes);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("object");
    TCase *tcase = tcase_create("object");
    tcase_add_test(tcase, names);
    tcase_add_test(tcase, no_object);
    tcase_add_test(tcase, spoiled);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
