/* plain.c: a small part of TeX, in Unicode.
 *
 * Only what exercise statements use is known here. An unknown command shows as its name, so
 * nothing disappears without a trace. */
#include "tool/plain.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A TeX command and what stands for it. */
struct symbol {
    const char *name, *text;
};

static const struct symbol symbols[] = {
    {"alpha", "α"},       {"beta", "β"},       {"gamma", "γ"},      {"delta", "δ"},
    {"Delta", "Δ"},       {"epsilon", "ε"},    {"varepsilon", "ε"}, {"eta", "η"},
    {"theta", "θ"},       {"kappa", "κ"},      {"lambda", "λ"},     {"mu", "μ"},
    {"nu", "ν"},          {"pi", "π"},         {"rho", "ρ"},        {"sigma", "σ"},
    {"tau", "τ"},         {"phi", "φ"},        {"omega", "ω"},      {"sum", "Σ"},
    {"nabla", "∇"},       {"infty", "∞"},      {"cdot", "·"},       {"times", "×"},
    {"leftarrow", "←"},   {"to", "→"},         {"le", "≤"},         {"ge", "≥"},
    {"leq", "≤"},         {"geq", "≥"},        {"ne", "≠"},         {"approx", "≈"},
    {"sqrt", "√"},        {"pm", "±"},         {"in", "∈"},         {"odot", "⊙"},
    {"ldots", "…"},       {"dots", "…"},       {"top", "T"},        {"mid", "|"},
    {"lVert", "‖"},       {"rVert", "‖"},      {"|", "‖"},          {",", " "},
    {";", " "},           {":", " "},          {"!", ""},           {" ", " "},
    {"left", ""},         {"right", ""},       {"bar", "mean "},    {"overline", "mean "},
    {"hat", "hat "},      {"tilde", "tilde "}, {"mathrm", ""},      {"text", ""},
    {"operatorname", ""}, {"mathbf", ""},      {"quad", "  "},      {"{", "{"},
    {"}", "}"},           {"%", "%"},          {"_", "_"},          {"$", "$"},
};

static const char *find_symbol(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (strncmp(symbols[i].name, name, length) == 0 && !symbols[i].name[length])
            return symbols[i].text;
    return NULL;
}

/* Writes the command after a backslash; returns where the text goes on. */
static const char *write_command(FILE *out, const char *at)
{
    size_t length = 0;
    while (isalpha((unsigned char)at[length]))
        length++;
    if (length == 0 && *at)
        length = 1;
    const char *text = find_symbol(at, length);
    if (text)
        fputs(text, out);
    else
        fprintf(out, "%.*s", (int)length, at);
    return at + length;
}

/* Inside the dollars. "{…}" after ^ or _ becomes "(…)" if it holds more than one sign. */
static const char *write_math(FILE *out, const char *at, const char *end)
{
    char closing[32];
    size_t depth = 0;
    while (at < end) {
        if (*at == '\\') {
            at = write_command(out, at + 1);
            continue;
        }
        if (*at == '{' && depth < sizeof closing) {
            bool script = at[-1] == '^' || at[-1] == '_';
            bool single = at + 2 < end && at[2] == '}';
            closing[depth++] = script && !single ? ')' : '\0';
            if (closing[depth - 1])
                fputc('(', out);
        } else if (*at == '}' && depth > 0) {
            if (closing[--depth])
                fputc(')', out);
        } else {
            fputc(*at, out);
        }
        at++;
    }
    return at;
}

/* Writes "[](#ex:1.3)" as "exercise 1.3"; returns where the text goes on, or NULL if this is
 * no such link. */
static const char *write_link(FILE *out, const char *at)
{
    static const char link[] = "[](#ex:";
    size_t length = strlen(link);
    const char *close = strncmp(at, link, length) == 0 ? strchr(at, ')') : NULL;
    if (!close)
        return NULL;
    fprintf(out, "exercise %.*s", (int)(close - at - (long)length), at + length);
    return close + 1;
}

/* The dollar that ends the mathematics; NULL if there is none. "\\$" does not end it. */
static const char *find_close(const char *at)
{
    while (*at && *at != '$')
        at += at[0] == '\\' && at[1] ? 2 : 1;
    return *at ? at : NULL;
}

char *plain_text(const char *markdown)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        abort();
    for (const char *at = markdown; *at;) {
        const char *close = *at == '$' ? find_close(at + 1) : NULL;
        const char *after_link = write_link(out, at);
        if (after_link)
            at = after_link;
        else if (close)
            at = write_math(out, at + 1, close) + 1;
        else if (*at == '`')
            at++;
        else
            fputc(*at++, out);
    }
    fclose(out);
    return text;
}
