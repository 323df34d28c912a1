/* html.c: turns a text paragraph by paragraph. */
#include "tool/html.h"
#include "tool/pieces.h"
#include "tool/plain.h"
#include "tool/xml.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *checked(void *memory)
{
    if (!memory)
        abort();
    return memory;
}

static void write_part(FILE *out, const char *text, size_t length)
{
    char *copy = checked(strndup(text, length));
    for (char *at = copy; *at; at++)
        *at = *at == '\n' ? ' ' : *at;
    xml_text(out, copy);
    free(copy);
}

static void write_formula(FILE *out, const struct piece *piece)
{
    bool display = piece->kind == PIECE_DISPLAY;
    fputs(display ? "\\[" : "\\(", out);
    write_part(out, piece->text, piece->length);
    fputs(display ? "\\]" : "\\)", out);
}

/* A line end is a blank, unless an item of a list follows. */
static void write_sign(FILE *out, const struct piece *piece)
{
    const char *at = piece->text;
    if (piece->kind == PIECE_ESCAPED && *at == ' ')
        fputs("\u00a0", out);
    else if (strncmp(at, "\n- ", 3) == 0)
        fputs("<br>", out);
    else
        write_part(out, at, 1);
}

static void write_piece(FILE *out, const struct piece *piece)
{
    switch (piece->kind) {
    case PIECE_SIGN:
    case PIECE_ESCAPED:
        write_sign(out, piece);
        break;
    case PIECE_FORMULA:
    case PIECE_DISPLAY:
        write_formula(out, piece);
        break;
    case PIECE_EXERCISE:
        fputs(piece->opens ? "Exercise " : "exercise ", out);
        write_part(out, piece->text, piece->length);
        break;
    case PIECE_EMPHASIS:
        fputs(piece->opens ? "<em>" : "</em>", out);
        break;
    case PIECE_CODE:
        fputs(piece->opens ? "<code>" : "</code>", out);
        break;
    }
}

/* Lines that must stay lines. */
static void write_lines(FILE *out, const char *markdown)
{
    char *text = plain_text(markdown);
    fputs("<pre>", out);
    for (char *at = text, *line; (line = strsep(&at, "\n"));) {
        xml_text(out, line);
        fputs(at && *at ? "<br>" : "", out);
    }
    fputs("</pre>", out);
    free(text);
}

static void write_paragraph(FILE *out, const char *markdown, bool alone)
{
    if (*markdown == '|' || strncmp(markdown, "    ", 4) == 0) {
        write_lines(out, markdown);
        return;
    }
    struct pieces pieces = {.text = markdown, .at = markdown};
    fputs(alone ? "" : "<p>", out);
    for (struct piece piece; pieces_next(&pieces, &piece);)
        write_piece(out, &piece);
    fputs(alone ? "" : "</p>", out);
}

char *html_text(const char *markdown)
{
    char *text;
    size_t size;
    FILE *out = checked(open_memstream(&text, &size));
    bool alone = !strstr(markdown, "\n\n");
    while (*markdown) {
        const char *end = strstr(markdown, "\n\n");
        size_t length = end ? (size_t)(end - markdown) : strlen(markdown);
        char *paragraph = checked(strndup(markdown, length));
        write_paragraph(out, paragraph, alone);
        free(paragraph);
        markdown += length;
        while (*markdown == '\n')
            markdown++;
    }
    fclose(out);
    return text;
}
