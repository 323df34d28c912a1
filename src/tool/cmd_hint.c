/* cmd_hint.c: descent hint ID [N] */
#include "tool/files.h"
#include "tool/plain.h"
#include "tool/terminal.h"
#include "tool/tool.h"

#include <error.h>
#include <stdio.h>
#include <stdlib.h>

enum { WIDEST = 78 };

void hint_show(const struct exercise *e, size_t n)
{
    printf("Hint %zu of %zu for exercise %s, %s:\n\n", n, e->hint_count, e->id, e->title);
    size_t width = terminal_width(WIDEST);
    plain_fill(stdout, e->hints[n - 1], "", width < WIDEST ? width : WIDEST);
}

int cmd_hint(struct context *context, int argc, char **argv)
{
    parse_arguments(context, argc, argv, "ID [N]",
                    "Show hint N of an exercise (default: the first).", NULL, NULL);
    size_t count = context->word_count;
    if (count > 2)
        error(EXIT_USAGE, 0, "one exercise and one number, please; see --help");
    const struct exercise *e =
        workbook_choose_one(&context->workbook, context->words, count > 0);
    char *end = "";
    long n = count == 2 ? strtol(context->words[1], &end, 10) : 1;
    if (*end || n < 1 || (size_t)n > e->hint_count)
        error(EXIT_USAGE, 0, "exercise %s has the hints 1 to %zu", e->id, e->hint_count);
    hint_show(e, (size_t)n);
    if ((size_t)n < e->hint_count)
        printf("\nThe next one: build/descent hint %s %ld\n", e->id, n + 1);
    return 0;
}
