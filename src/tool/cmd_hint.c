/* cmd_hint.c: descent hint ID [N] */
#include "tool/files.h"
#include "tool/plain.h"
#include "tool/tool.h"

#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 78 };

/* Breaks lines at spaces. */
static void print_wrapped(const char *text)
{
    size_t column = 0;
    char *copy = text_format("%s", text), *rest = copy;
    for (char *word; (word = strtok_r(rest, " ", &rest));) {
        size_t length = 0;
        for (const char *at = word; *at; at++)
            length += (*at & 0xc0) != 0x80; /* count characters, not bytes of UTF-8 */
        bool breaks = column && column + 1 + length > WIDTH;
        printf("%s%s", breaks ? "\n" : column ? " " : "", word);
        column = breaks ? length : column + (column > 0) + length;
    }
    puts("");
    free(copy);
}

int cmd_hint(struct context *context, int argc, char **argv)
{
    int first;
    size_t count =
        parse_words(context, argc, argv, "ID [N]",
                    "Show hint N of an exercise (default: the first).", &first);
    if (count > 2)
        error(EXIT_USAGE, 0, "one exercise and one number, please; see --help");
    const struct exercise *e =
        workbook_choose_one(&context->workbook, argv + first, count);
    char *end = "";
    long n = count == 2 ? strtol(argv[first + 1], &end, 10) : 1;
    if (*end || n < 1 || (size_t)n > e->hint_count)
        error(EXIT_USAGE, 0, "exercise %s has the hints 1 to %zu", e->id, e->hint_count);
    printf("Hint %ld of %zu for exercise %s, %s:\n\n", n, e->hint_count, e->id, e->title);
    char *hint = plain_text(e->hints[n - 1]);
    print_wrapped(hint);
    free(hint);
    if ((size_t)n < e->hint_count)
        printf("\nThe next one: build/descent hint %s %ld\n", e->id, n + 1);
    return 0;
}
