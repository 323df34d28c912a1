/* plain.c: a small part of TeX, in Unicode.
 *
 * Only what exercise statements use is known here. An unknown command shows as its name,
 * so nothing disappears without a trace. */
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
    {"alpha", "α"},       {"beta", "β"},    {"gamma", "γ"},      {"delta", "δ"},
    {"Delta", "Δ"},       {"epsilon", "ε"}, {"varepsilon", "ε"}, {"eta", "η"},
    {"theta", "θ"},       {"kappa", "κ"},   {"lambda", "λ"},     {"mu", "μ"},
    {"nu", "ν"},          {"pi", "π"},      {"rho", "ρ"},        {"sigma", "σ"},
    {"tau", "τ"},         {"phi", "φ"},     {"omega", "ω"},      {"sum", "Σ"},
    {"nabla", "∇"},       {"infty", "∞"},   {"cdot", "·"},       {"times", "×"},
    {"leftarrow", "←"},   {"to", "→"},      {"le", "≤"},         {"ge", "≥"},
    {"leq", "≤"},         {"geq", "≥"},     {"ne", "≠"},         {"approx", "≈"},
    {"sqrt", "√"},        {"pm", "±"},      {"in", "∈"},         {"odot", "⊙"},
    {"ldots", "…"},       {"dots", "…"},    {"top", "T"},        {"mid", "|"},
    {"lVert", "‖"},       {"rVert", "‖"},   {"|", "‖"},          {",", " "},
    {";", " "},           {":", " "},       {"!", ""},           {" ", " "},
    {"left", ""},         {"right", ""},    {"bar", "mean "},    {"overline", "mean "},
    {"qquad", "   "},     {"varphi", "φ"},  {"mathrm", ""},      {"text", ""},
    {"operatorname", ""}, {"mathbf", ""},   {"quad", "  "},      {"{", "{"},
    {"}", "}"},           {"%", "%"},       {"_", "_"},          {"$", "$"},
    {"partial", "∂"},     {"psi", "ψ"},     {"ell", "ℓ"},        {"\\", ";"},
};

/* Marks above a sign: in Unicode they follow it. */
static const struct symbol accents[] = {{"hat", "\u0302"}, {"tilde", "\u0303"}};

static const char *find_symbol(size_t count, const struct symbol table[],
                               const char *name, size_t length)
{
    for (size_t i = 0; i < count; i++)
        if (strncmp(table[i].name, name, length) == 0 && !table[i].name[length])
            return table[i].text;
    return NULL;
}

static bool is_command(const char *name, size_t length, const char *command)
{
    return length == strlen(command) && strncmp(name, command, length) == 0;
}

static void write_math(FILE *out, const char *at, const char *end);

/* The brace that closes the group which opens at `at`; `end` if none does. */
static const char *find_brace(const char *at, const char *end)
{
    int depth = 0;
    for (; at < end; at++) {
        depth += (*at == '{') - (*at == '}');
        if (depth == 0)
            return at;
    }
    return end;
}

/* Writes "{…}" as "(…)", or as "…" if it holds one sign; returns where the text goes
 * on. */
static const char *write_group(FILE *out, const char *at, const char *end)
{
    if (at == end || *at != '{')
        return at;
    const char *close = find_brace(at, end);
    bool single = close - at <= 2;
    if (!single)
        fputc('(', out);
    write_math(out, at + 1, close);
    if (!single)
        fputc(')', out);
    return close < end ? close + 1 : end;
}

static const char *write_command(FILE *out, const char *at, const char *end);

/* Writes what a command takes: a group, a command or one sign; returns where the text
 * goes on. */
static const char *write_argument(FILE *out, const char *at, const char *end)
{
    while (at < end && *at == ' ')
        at++;
    if (at == end || *at == '{')
        return write_group(out, at, end);
    if (*at == '\\')
        return write_command(out, at + 1, end);
    do
        fputc(*at++, out);
    while (at < end && (*at & 0xc0) == 0x80); /* the rest of a sign in UTF-8 */
    return at;
}

/* Writes the command after a backslash; returns where the text goes on. */
static const char *write_command(FILE *out, const char *at, const char *end)
{
    size_t length = 0;
    while (isalpha((unsigned char)at[length]))
        length++;
    if (length == 0 && at < end)
        length = 1;
    const char *next = at + length;
    const char *text = find_symbol(sizeof symbols / sizeof *symbols, symbols, at, length);
    const char *accent =
        find_symbol(sizeof accents / sizeof *accents, accents, at, length);
    if (is_command(at, length, "frac")) {
        next = write_argument(out, next, end);
        fputc('/', out);
        return write_argument(out, next, end);
    }
    if (accent) {
        next = write_argument(out, next, end);
        fputs(accent, out);
        return next;
    }
    if (is_command(at, length, "begin") || is_command(at, length, "end")) {
        next = find_brace(next, end);
        return next < end ? next + 1 : end;
    }
    if (text)
        fputs(text, out);
    else
        fprintf(out, "%.*s", (int)length, at);
    return is_command(at, length, "sqrt") ? write_argument(out, next, end) : next;
}

/* Inside the dollars. Braces show as parentheses after ^ and _, elsewhere not at all. "&"
 * stands between a case and its condition. */
static void write_math(FILE *out, const char *at, const char *end)
{
    while (at < end) {
        if (*at == '\\') {
            at = write_command(out, at + 1, end);
        } else if (*at == '^' || *at == '_') {
            fputc(*at, out);
            at = write_group(out, at + 1, end);
        } else if (*at == '&') {
            fputs("if", out);
            at++;
        } else {
            if (*at != '{' && *at != '}')
                fputc(*at, out);
            at++;
        }
    }
}

/* Writes "[](#ex:1.3)" as "exercise 1.3"; returns where the text goes on, or NULL if this
 * is no such link. */
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

/* Removes blanks at the ends of lines. */
static void trim_lines(char *text)
{
    char *end = text; /* of what is kept */
    for (const char *at = text; *at; at++) {
        while (*at == '\n' && end > text && end[-1] == ' ')
            end--;
        *end++ = *at;
    }
    *end = '\0';
}

char *plain_text(const char *markdown)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        abort();
    for (const char *at = markdown; *at;) {
        at += strncmp(at, "$$", 2) == 0; /* a formula on a line of its own */
        const char *close = *at == '$' ? find_close(at + 1) : NULL;
        const char *after_link = write_link(out, at);
        if (after_link) {
            at = after_link;
        } else if (close) {
            write_math(out, at + 1, close);
            at = close + 1 + (close[1] == '$');
        } else if (*at == '`') {
            at++;
        } else {
            fputc(*at++, out);
        }
    }
    fclose(out);
    trim_lines(text);
    return text;
}
