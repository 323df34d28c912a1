/* facts.c: finds the places of facts in a text, and their values in a table. */
#include "tool/facts.h"
#include "tool/files.h"

#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A place: the text from `begin` to `end`, in mathematics or not. */
struct place {
    const char *begin, *end, *key;
    size_t length; /* of the key */
    bool in_formula;
};

/* Whether a place begins here. */
static bool opens(const char *text, const char *open, const char *close,
                  struct place *place)
{
    if (strncmp(text, open, strlen(open)) != 0)
        return false;
    place->begin = text;
    place->key = text + strlen(open);
    place->length = strcspn(place->key, "\"{}\n");
    place->end = place->key + place->length + strlen(close);
    return strncmp(place->key + place->length, close, strlen(close)) == 0;
}

static bool find(const char *text, struct place *place)
{
    for (; (text = strpbrk(text, "\\[")); text++) {
        place->in_formula = *text == '\\';
        if (opens(text, "\\fact{", "}", place) ||
            opens(text, "[]{.fact key=\"", "\"}", place))
            return true;
    }
    return false;
}

static char *value_of(const char *table, const struct place *place)
{
    char *key = strndup(place->key, place->length);
    if (!key)
        error(EXIT_USAGE, 0, "out of memory");
    char *value = facts_value(table, key);
    free(key);
    return value;
}

char *facts_value(const char *table, const char *key)
{
    size_t length = strlen(key);
    for (const char *line = table; *line; line += *line == '\n') {
        size_t whole = strcspn(line, "\n");
        if (whole > length && strncmp(line, key, length) == 0 && line[length] == '\t')
            return text_format("%.*s", (int)(whole - length - 1), line + length + 1);
        line += whole;
    }
    return NULL;
}

char *facts_missing(const char *text, const char *table)
{
    for (struct place place; find(text, &place); text = place.end) {
        char *value = value_of(table, &place);
        if (!value)
            return text_format("%.*s", (int)place.length, place.key);
        free(value);
    }
    return NULL;
}

/* "1.2e-05" is 1.2 \times 10^{-5}. */
static void write_value(FILE *out, const char *value, bool in_formula)
{
    const char *dollar = in_formula ? "" : "$";
    size_t digits = strspn(value, "-0123456789.");
    char *end;
    long exponent = value[digits] == 'e' ? strtol(value + digits + 1, &end, 10) : 0;
    if (value[digits] == 'e' && !*end)
        fprintf(out, "%s%.*s \\times 10^{%ld}%s", dollar, (int)digits, value, exponent,
                dollar);
    else if (value[digits])
        fputs(value, out);
    else
        fprintf(out, "%s%s%s", dollar, value, dollar);
}

char *facts_fill(const char *text, const char *table)
{
    char *filled;
    size_t size;
    FILE *out = open_memstream(&filled, &size);
    if (!out)
        error(EXIT_USAGE, 0, "out of memory");
    for (struct place place; find(text, &place); text = place.end) {
        char *value = value_of(table, &place);
        fprintf(out, "%.*s", (int)(place.begin - text), text);
        if (value)
            write_value(out, value, place.in_formula);
        else
            fprintf(out, "%.*s", (int)(place.end - place.begin), place.begin);
        free(value);
    }
    fputs(text, out);
    fclose(out);
    return filled;
}
