/* test_csv.c: a cell stays one cell, and no spreadsheet computes it, wherever it is
 * cut. */
#include "../suite.h"
#include "tool/gradebook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a cell becomes; to be freed. */
static char *written(const char *text)
{
    char *csv;
    size_t size;
    FILE *file = open_memstream(&csv, &size);
    csv_write(file, text);
    fclose(file);
    return csv;
}

static const struct {
    const char *text, *csv;
} cells[] = {
    {"", ""},
    {"Kim Lee", "Kim Lee"},
    {"O'Neil, \"Jo\"", "\"O'Neil, \"\"Jo\"\"\""},
    {"Žižka-Æsop", "Žižka-Æsop"},
    {"=1+1", "'=1+1"},
    {"+1", "'+1"},
    {"-1", "'-1"},
    {"@A1", "'@A1"},
    {"＝1+1", "'＝1+1"},
    {"＋1", "'＋1"},
    {"－1", "'－1"},
    {"＠A1", "'＠A1"},
    {" =1", "\" '=1\""},
    {"\"=1", "\"\"\"'=1\""},
    {"\tx", "' x"},
    {"\rx", "\"' x\""},
    {"\nx", "\"' x\""},
    {"two\r\nlines", "\"two  lines\""},
    {"a;b", "\"a;b\""},
    {"a;=1", "\"a;'=1\""},
    {"a; \"＝1\"", "\"a; \"\"'＝1\"\"\""},
    {"a;\t-1", "\"a; '-1\""},
    {"\x1b[2J\x7f", " [2J "},
};

START_TEST(cells_are_quoted_and_defused)
{
    char *csv = written(cells[_i].text);
    ck_assert_str_eq(csv, cells[_i].csv);
    free(csv);
}
END_TEST

/* Reads a cell as spreadsheets do, or as if quotes meant nothing; returns where the next
 * one begins, or NULL at the end. */
static const char *read_cell(const char *at, char separator, bool quotes, char *cell)
{
    bool inside = false;
    for (bool first = true; *at && (inside || *at != separator); at++, first = false) {
        if (quotes && *at == '"' && inside && at[1] == '"')
            *cell++ = *at++;
        else if (quotes && *at == '"' && (inside || first))
            inside = !inside;
        else
            *cell++ = *at;
    }
    *cell = '\0';
    return *at ? at + 1 : NULL;
}

static void check_line(const char *line, char separator, bool quotes, size_t cells_of_it)
{
    static const char *const signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    char *cell = malloc(strlen(line) + 1);
    size_t count = 0;
    for (const char *at = line; at; count++) {
        at = read_cell(at, separator, quotes, cell);
        const char *begin = cell + strspn(cell, " \"");
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
            ck_assert_msg(strncmp(begin, signs[i], strlen(signs[i])) != 0,
                          "%s has the cell %s", line, cell);
    }
    ck_assert_msg(!cells_of_it || count == cells_of_it, "%s has %zu cells", line, count);
    free(cell);
}

/* Any text, in any column, read with any separator. */
START_TEST(nothing_is_computed)
{
    static const char *const parts[] = {"=",  "+",  "-", "@", "＝", "＋",
                                        "－", "＠", ";", ",", "\"", "\t",
                                        "\r", "\n", " ", "'", "a",  "1"};
    enum { PARTS = sizeof parts / sizeof *parts };
    unsigned state = 1;
    for (int i = 0; i < 3000; i++) {
        char text[80] = "", *line;
        for (int j = 0; j < 8; j++) {
            state = state * 1664525 + 1013904223;
            strcat(text, parts[(state >> 16) % PARTS]);
        }
        char *csv = written(text);
        ck_assert_ptr_null(strpbrk(csv, "\t\r\n"));
        ck_assert_int_gt(asprintf(&line, "%s,12,%s,%s", csv, csv, csv), 0);
        check_line(line, ',', true, 4);
        check_line(line, ';', true, 0);
        check_line(line, ';', false, 0);
        check_line(line, '\t', true, 0);
        free(line);
        free(csv);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("csv");
    TCase *tcase = tcase_create("cells");
    tcase_add_loop_test(tcase, cells_are_quoted_and_defused, 0,
                        sizeof cells / sizeof *cells);
    tcase_add_test(tcase, nothing_is_computed);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
