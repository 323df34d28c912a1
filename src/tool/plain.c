/* plain.c: the book's Markdown without its marks. */
#include "tool/plain.h"
#include "tool/pieces.h"
#include "tool/terminal.h"
#include "tool/tex.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_COLUMNS = 8, MAX_UNBROKEN = 40 };

/* Stands for a blank at which no line is broken. */
static const char glue = '\x1f';

/* Text that grows, in memory. */
static FILE *open_text(char **text, size_t *size)
{
    FILE *file = open_memstream(text, size);
    if (!file)
        abort();
    return file;
}

static void replace(char *text, char from, char to)
{
    for (; *text; text++)
        if (*text == from)
            *text = to;
}

/* A displayed formula has lines of its own. */
static void write_display(FILE *out, char *formula)
{
    char *rest = formula;
    fputs("\n\n", out);
    for (char *line; (line = strtok_r(rest, "\n", &rest));)
        fprintf(out, "    %s\n", line);
    fputs("\n", out);
}

/* A formula in the text stays on one line if it is short. */
static void write_inline(FILE *out, char *formula)
{
    if (text_columns(formula, strlen(formula)) <= MAX_UNBROKEN)
        replace(formula, ' ', glue);
    fputs(formula, out);
}

static void write_piece(FILE *out, const struct piece *piece)
{
    if (piece->kind == PIECE_FORMULA || piece->kind == PIECE_DISPLAY) {
        bool display = piece->kind == PIECE_DISPLAY;
        char *formula = tex_plain(piece->text, piece->length, display);
        (display ? write_display : write_inline)(out, formula);
        free(formula);
    } else if (piece->kind == PIECE_EXERCISE) {
        fprintf(out, "%sxercise %.*s", piece->opens ? "E" : "e", (int)piece->length,
                piece->text);
    } else if (piece->kind == PIECE_SIGN || piece->kind == PIECE_ESCAPED) {
        fputc(*piece->text, out);
    }
}

/* Everything but tables. */
static char *without_marks(const char *markdown)
{
    char *text;
    size_t size;
    FILE *out = open_text(&text, &size);
    struct pieces pieces = {.text = markdown, .at = markdown};
    for (struct piece piece; pieces_next(&pieces, &piece);)
        write_piece(out, &piece);
    fclose(out);
    return text;
}

/* Takes the next cell of a row, without the blanks around it. False if there is none. */
static bool take_cell(const char **row, const char *end, const char **cell,
                      size_t *length)
{
    const char *begin = *row + 1;
    const char *close = begin < end ? memchr(begin, '|', (size_t)(end - begin)) : NULL;
    if (!close)
        return false;
    *row = close;
    while (begin < close && *begin == ' ')
        begin++;
    while (close > begin && close[-1] == ' ')
        close--;
    *cell = begin;
    *length = (size_t)(close - begin);
    return true;
}

/* "|:-----|" */
static bool is_rule(const char *row, size_t length)
{
    return strspn(row, "|:- ") >= length;
}

/* Whether a table begins here: its second line is a rule. */
static bool begins_table(const char *text)
{
    const char *second = text + strcspn(text, "\n");
    second += *second == '\n';
    return *text == '|' && *second == '|' && is_rule(second, strcspn(second, "\n"));
}

static void widen_columns(size_t widths[MAX_COLUMNS], const char *row, size_t length)
{
    const char *end = row + length, *cell;
    size_t size;
    for (size_t i = 0; i < MAX_COLUMNS && take_cell(&row, end, &cell, &size); i++) {
        size_t width = text_columns(cell, size);
        widths[i] = width > widths[i] ? width : widths[i];
    }
}

static void write_cells(FILE *out, const size_t widths[MAX_COLUMNS], const char *row,
                        size_t length)
{
    const char *end = row + length, *cell;
    bool rule = is_rule(row, length);
    size_t size;
    for (size_t i = 0; i < MAX_COLUMNS && take_cell(&row, end, &cell, &size); i++) {
        fputs("|", out);
        size_t written = rule ? 0 : 1 + text_columns(cell, size);
        if (!rule)
            fprintf(out, " %.*s", (int)size, cell);
        for (; written < widths[i] + 2; written++)
            fputc(rule ? '-' : ' ', out);
    }
    fputs("|\n", out);
}

/* Writes the table that begins here; returns where the text goes on. */
static const char *write_table(FILE *out, const char *text)
{
    size_t widths[MAX_COLUMNS] = {0};
    const char *end = text;
    for (; *end == '|'; end += strcspn(end, "\n"), end += *end == '\n')
        if (!is_rule(end, strcspn(end, "\n")))
            widen_columns(widths, end, strcspn(end, "\n"));
    for (; text < end; text += strcspn(text, "\n"), text += *text == '\n')
        write_cells(out, widths, text, strcspn(text, "\n"));
    return end;
}

/* Writes lines without blanks at their ends, at most one empty line in a row, and tables
 * with their columns in line. */
static char *tidy(const char *raw)
{
    char *text;
    size_t size, empty = 1;
    FILE *out = open_text(&text, &size);
    while (*raw) {
        if (begins_table(raw)) {
            raw = write_table(out, raw);
            empty = 0;
            continue;
        }
        size_t whole = strcspn(raw, "\n"), length = whole;
        while (length && raw[length - 1] == ' ')
            length--;
        bool ends = raw[whole] == '\n';
        if (length || (empty == 0 && ends))
            fprintf(out, "%.*s%s", (int)length, raw, ends ? "\n" : "");
        empty = length ? 0 : empty + 1;
        raw += whole + ends;
    }
    fclose(out);
    return text;
}

/* Plain text with glue in it. */
static char *glued_text(const char *markdown)
{
    char *raw = without_marks(markdown), *text = tidy(raw);
    free(raw);
    return text;
}

char *plain_text(const char *markdown)
{
    char *text = glued_text(markdown);
    replace(text, glue, ' ');
    return text;
}

/* Whether a line is no part of a paragraph that may be filled. */
static bool stays(const char *line)
{
    bool row = *line == '|' && (line[1] == ' ' || line[1] == '-');
    return row || strncmp(line, "    ", 4) == 0;
}

/* The end of the paragraph that begins here. */
static const char *paragraph_end(const char *text)
{
    const char *end = text + strcspn(text, "\n");
    while (end[0] && end[1] && end[1] != '\n' && !stays(end + 1) &&
           strncmp(end + 1, "- ", 2) != 0)
        end += 1 + strcspn(end + 1, "\n");
    return end;
}

/* Fills the paragraphs of a text with glue in it. */
static void fill(FILE *out, const char *text, const char *indent, size_t most)
{
    size_t margin = strlen(indent); /* of an empty line */
    while (margin && indent[margin - 1] == ' ')
        margin--;
    while (*text) {
        bool whole = *text != '\n' && !stays(text);
        const char *end = whole ? paragraph_end(text) : text + strcspn(text, "\n");
        int length = (int)(end - text);
        char *line = strndup(text, (size_t)length);
        if (!line)
            abort();
        if (whole)
            write_wrapped(out, line, indent, most);
        else
            fprintf(out, "%.*s%s\n", (int)(length ? strlen(indent) : margin), indent,
                    line);
        free(line);
        text = end + (*end == '\n');
    }
}

void plain_fill(FILE *out, const char *markdown, const char *indent, size_t most)
{
    char *text = glued_text(markdown), *filled;
    size_t size;
    FILE *memory = open_text(&filled, &size);
    fill(memory, text, indent, most);
    fclose(memory);
    replace(filled, glue, ' ');
    fputs(filled, out);
    free(filled);
    free(text);
}
