/* own_part.c: a source without what everybody's has.
 *
 * Invariant: what is left has the lines of the source, so that a line's number means the
 * same in both. */
#include "tool/own_part.h"
#include "tool/files.h"

#include <ctype.h>
#include <error.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* The end of a string or a character that begins here; it does not go over a line. */
static char *skip_quoted(char *at)
{
    char quote = *at++;
    while (*at && *at != quote && *at != '\n')
        at += at[0] == '\\' && at[1] ? 2 : 1;
    return *at == quote ? at + 1 : at;
}

/* Blanks up to an end, but for the ends of lines. */
static char *blank(char *from, const char *to)
{
    for (; from < to; from++)
        *from = *from == '\n' ? '\n' : ' ';
    return from;
}

static char *blank_comment(char *at)
{
    const char *end;
    if (at[1] == '/')
        end = at + strcspn(at, "\n");
    else {
        end = strstr(at + 2, "*/");
        end = end ? end + 2 : at + strlen(at);
    }
    return blank(at, end);
}

static void blank_comments(char *text)
{
    while (*text) {
        if (text[0] == '/' && (text[1] == '/' || text[1] == '*'))
            text = blank_comment(text);
        else if (*text == '"' || *text == '\'')
            text = skip_quoted(text);
        else
            text++;
    }
}

/* A line without blanks and braces; to be freed. */
static char *plain_line(const char *line, size_t length)
{
    char *plain = calloc(1, length + 1), *end = plain;
    if (!plain)
        error(EXIT_USAGE, 0, "out of memory");
    for (size_t i = 0; i < length; i++)
        if (!isspace((unsigned char)line[i]) && line[i] != '{' && line[i] != '}')
            *end++ = line[i];
    return plain;
}

/* The lines of a stub, as keys. */
static json_t *list_lines(const char *stub)
{
    json_t *lines = json_object();
    char *text = strdup(stub);
    if (!lines || !text)
        error(EXIT_USAGE, 0, "out of memory");
    blank_comments(text);
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, "\n");
        char *plain = plain_line(at, length);
        if (*plain)
            json_object_set_new(lines, plain, json_true());
        free(plain);
        at += length + (at[length] == '\n');
    }
    free(text);
    return lines;
}

char *own_part(const char *text, const char *stub)
{
    json_t *lines = list_lines(stub);
    char *own = strdup(text);
    if (!own)
        error(EXIT_USAGE, 0, "out of memory");
    blank_comments(own);
    for (char *at = own; *at;) {
        size_t length = strcspn(at, "\n");
        char *plain = plain_line(at, length);
        if (json_object_get(lines, plain))
            blank(at, at + length);
        free(plain);
        at += length + (at[length] == '\n');
    }
    json_decref(lines);
    return own;
}
