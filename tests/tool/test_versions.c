/* test_versions.c: versions with the same names become one program, in which each is
 * itself. */
#include "../suite.h"
#include "tool/versions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A function named as its type, one without a value, a helper that is passed on, a
 * constant and a directive. */
static char plain[] = "#include <stddef.h>\n"
                      "#define FACTOR 2\n"
                      "static const int offset = 1;\n"
                      "static int twice(int x);\n"
                      "struct pair pair(int x, int y)\n"
                      "{\n"
                      "    return (struct pair){twice(x), y + offset};\n"
                      "}\n"
                      "static int twice(int x)\n"
                      "{\n"
                      "    return FACTOR * x;\n"
                      "}\n"
                      "static void each(int *values, size_t n, int (*change)(int))\n"
                      "{\n"
                      "    for (size_t i = 0; i < n; i++)\n"
                      "        values[i] = change(values[i]);\n"
                      "}\n"
                      "void double_all(int values[restrict],\n"
                      "                size_t n)\n"
                      "{\n"
                      "    each(values, n, twice);\n"
                      "}\n";

/* One that calls what the others define, and has less and more beside it. */
static char other[] = "#include <stddef.h>\n"
                      "#define FACTOR 3\n"
                      "static int seen = 0, offset;\n"
                      "struct pair pair(int x, int y)\n"
                      "{\n"
                      "    int both[] = {x, y};\n"
                      "    double_all(both, 2);\n"
                      "    return (struct pair){both[0] + offset, both[1]};\n"
                      "}\n"
                      "void double_all(int values[restrict],\n"
                      "                size_t n)\n"
                      "{\n"
                      "    for (seen = 0; seen < (int)n; seen++)\n"
                      "        values[seen] *= FACTOR;\n"
                      "}\n";

static const char begin[] = "struct pair { int x, y; };\n"
                            "#include <stddef.h>\n"
                            "struct pair pair(int x, int y);\n"
                            "void double_all(int *values, size_t n);\n";
static const char end[] =
    "#include <stdio.h>\n"
    "size_t driver_version;\n"
    "int main(void)\n"
    "{\n"
    "    for (; driver_versions[driver_version]; driver_version++) {\n"
    "        int values[] = {5, 6};\n"
    "        double_all(values, 2);\n"
    "        struct pair two = pair(10, 20);\n"
    "        printf(\"%s %d %d %d %d;\",\n"
    "               driver_versions[driver_version], values[0],\n"
    "               values[1], two.x, two.y);\n"
    "    }\n"
    "}\n";

START_TEST(each_version_is_itself)
{
    char folder[] = "/tmp/test-versions.XXXXXX", path[100], command[400], printed[100];
    struct version versions[] = {{"plain", plain}, {"other", other}, {"again", plain}};
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/versions.c", folder);
    FILE *program = fopen(path, "w");
    ck_assert_ptr_nonnull(program);
    fputs(begin, program);
    versions_write(program, 3, versions);
    fputs(end, program);
    fclose(program);
    snprintf(command, sizeof command,
             "cc -Isrc -Wall -Wextra -Werror -Wno-unused-function %s -o %s/p && %s/p; "
             "rm -rf %s",
             path, folder, folder, folder);
    FILE *run = popen(command, "r");
    ck_assert_ptr_nonnull(run);
    printed[fread(printed, 1, sizeof printed - 1, run)] = '\0';
    ck_assert_int_eq(pclose(run), 0);
    ck_assert_str_eq(printed, "plain 10 12 20 21;other 15 18 30 60;again 10 12 20 21;");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("versions");
    TCase *tcase = tcase_create("versions");
    tcase_add_test(tcase, each_version_is_itself);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
