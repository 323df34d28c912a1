/* terminal.c: how wide the terminal is, and lines that are not wider. */
#include "tool/terminal.h"
#include "tool/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { NARROWEST = 40 };

size_t terminal_width(size_t otherwise)
{
    struct winsize size;
    bool known = isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
    return known && size.ws_col >= NARROWEST ? size.ws_col : otherwise;
}

/* Characters, not bytes of UTF-8. */
static size_t count_columns(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += (*text & 0xc0) != 0x80;
    return count;
}

void print_wrapped(const char *text, const char *indent, size_t most)
{
    size_t column = 0, width = terminal_width(most);
    width = width < most ? width : most;
    char *copy = text_format("%s", text), *rest = copy;
    for (char *word; (word = strtok_r(rest, " \n", &rest));) {
        size_t length = count_columns(word);
        if (column && column + 1 + length > width) {
            puts("");
            column = 0;
        }
        printf("%s%s", column ? " " : indent, word);
        column += (column ? 1 : count_columns(indent)) + length;
    }
    if (column)
        puts("");
    free(copy);
}
