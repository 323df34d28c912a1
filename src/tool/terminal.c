/* terminal.c: how wide the terminal is, and lines that are not wider. */
#include "tool/terminal.h"
#include "tool/files.h"

#include <stdbool.h>
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

size_t text_columns(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        bool mark = byte == 0xcc || byte == 0xcd; /* U+0300 to U+037F */
        count += (byte & 0xc0) != 0x80 && !mark;
    }
    return count;
}

void write_wrapped(FILE *out, const char *text, const char *indent, size_t most)
{
    size_t column = 0, margin = text_columns(indent, strlen(indent));
    char *copy = text_format("%s", text), *rest = copy;
    for (char *word; (word = strtok_r(rest, " \n", &rest));) {
        size_t length = text_columns(word, strlen(word));
        if (column && column + 1 + length > most) {
            fputs("\n", out);
            column = 0;
        }
        fprintf(out, "%s%s", column ? " " : indent, word);
        column += (column ? 1 : margin) + length;
    }
    if (column)
        fputs("\n", out);
    free(copy);
}

void print_wrapped(const char *text, const char *indent, size_t most)
{
    size_t width = terminal_width(most);
    write_wrapped(stdout, text, indent, width < most ? width : most);
}
