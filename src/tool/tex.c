/* tex.c: a small part of TeX's mathematics, in Unicode.
 *
 * A formula is a row of signs. As in TeX, each sign has a class, and the classes of two
 * neighbors say whether there is a space between them. What stands in braces is a row of
 * its own: it is written first, and put into parentheses where it would be misread. */
#include "tool/tex.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum class {
    NONE,     /* nothing stands before */
    TIGHT,    /* a sign close to its number, and the stroke of a quotient */
    ORDINARY, /* x */
    SCRIPTED, /* x_1, √x: another x must not touch it */
    QUOTIENT, /* a/b, which another x must not touch from either side */
    FUNCTION, /* log, Σ */
    BINARY,   /* + */
    RELATION, /* = */
    OPENING,
    CLOSING,
    COMMA,
};

/* A command, or a single sign, and what stands for it. */
struct symbol {
    const char *name, *text;
    enum class class;
};

static const struct symbol commands[] = {
    {"alpha", "α", ORDINARY},      {"beta", "β", ORDINARY},
    {"gamma", "γ", ORDINARY},      {"delta", "δ", ORDINARY},
    {"varepsilon", "ε", ORDINARY}, {"zeta", "ζ", ORDINARY},
    {"eta", "η", ORDINARY},        {"theta", "θ", ORDINARY},
    {"kappa", "κ", ORDINARY},      {"lambda", "λ", ORDINARY},
    {"mu", "μ", ORDINARY},         {"nu", "ν", ORDINARY},
    {"xi", "ξ", ORDINARY},         {"pi", "π", ORDINARY},
    {"rho", "ρ", ORDINARY},        {"sigma", "σ", ORDINARY},
    {"tau", "τ", ORDINARY},        {"varphi", "φ", ORDINARY},
    {"chi", "χ", ORDINARY},        {"psi", "ψ", ORDINARY},
    {"omega", "ω", ORDINARY},      {"Gamma", "Γ", ORDINARY},
    {"Delta", "Δ", ORDINARY},      {"Theta", "Θ", ORDINARY},
    {"Lambda", "Λ", ORDINARY},     {"Sigma", "Σ", ORDINARY},
    {"Phi", "Φ", ORDINARY},        {"Omega", "Ω", ORDINARY},
    {"ell", "ℓ", ORDINARY},        {"nabla", "∇", ORDINARY},
    {"partial", "∂", ORDINARY},    {"infty", "∞", ORDINARY},
    {"ldots", "…", ORDINARY},      {"dots", "…", ORDINARY},
    {"cdots", "…", ORDINARY},      {"top", "ᵀ", ORDINARY},
    {"%", "%", ORDINARY},          {"_", "_", ORDINARY},
    {"$", "$", ORDINARY},          {"sum", "Σ", FUNCTION},
    {"prod", "Π", FUNCTION},       {"log", "log", FUNCTION},
    {"ln", "ln", FUNCTION},        {"exp", "exp", FUNCTION},
    {"sin", "sin", FUNCTION},      {"cos", "cos", FUNCTION},
    {"max", "max", FUNCTION},      {"min", "min", FUNCTION},
    {"pm", "±", BINARY},           {"cdot", "·", BINARY},
    {"times", "×", BINARY},        {"odot", "⊙", BINARY},
    {"leftarrow", "←", RELATION},  {"to", "→", RELATION},
    {"le", "≤", RELATION},         {"leq", "≤", RELATION},
    {"ge", "≥", RELATION},         {"geq", "≥", RELATION},
    {"ne", "≠", RELATION},         {"approx", "≈", RELATION},
    {"propto", "∝", RELATION},     {"in", "∈", RELATION},
    {"mid", "|", RELATION},        {"{", "{", OPENING},
    {"lvert", "|", OPENING},       {"lVert", "‖", OPENING},
    {"lfloor", "⌊", OPENING},      {"lceil", "⌈", OPENING},
    {"}", "}", CLOSING},           {"rvert", "|", CLOSING},
    {"rVert", "‖", CLOSING},       {"rfloor", "⌋", CLOSING},
    {"rceil", "⌉", CLOSING},       {NULL, NULL, NONE},
};

static const struct symbol signs[] = {
    {"+", "+", BINARY},   {"-", "-", BINARY},   {"*", "*", BINARY},
    {"=", "=", RELATION}, {"<", "<", RELATION}, {">", ">", RELATION},
    {":", ":", RELATION}, {"(", "(", OPENING},  {"[", "[", OPENING},
    {")", ")", CLOSING},  {"]", "]", CLOSING},  {"!", "!", CLOSING},
    {"'", "'", CLOSING},  {",", ",", COMMA},    {";", ";", COMMA},
    {".", ".", COMMA},    {"/", "/", TIGHT},    {NULL, NULL, NONE},
};

/* Marks above a sign: in Unicode they follow it. */
static const struct symbol accents[] = {
    {"hat", "\u0302", ORDINARY},
    {"tilde", "\u0303", ORDINARY},
    {"bar", "\u0304", ORDINARY},
    {NULL, NULL, NONE},
};

/* Fonts, which a terminal has not; words; blanks; what only a typesetter needs. */
static const char *const fonts[] = {"mathbf", "mathbb", "mathcal", "boldsymbol", NULL};
static const char *const words[] = {"text", "mathrm", "operatorname", NULL};
static const char *const spaces[] = {",", ";", ":", " ", NULL};
static const char *const breaks[] = {"\\", "quad", "qquad", NULL};
static const char *const silent[] = {"left", "right", "big",  "Big", "bigl",
                                     "bigr", "Bigl",  "Bigr", "!",   NULL};

/* A row of signs that is being written. */
struct row {
    const char *at, *end; /* what is left of its source */
    FILE *out;
    bool script;        /* nothing is spaced in a script */
    bool display;       /* a formula of several lines */
    bool cases;         /* "&" stands before a condition */
    bool space;         /* a space was asked for */
    bool bar, norm;     /* |x| and ‖x‖: whether one is open */
    bool loose;         /* something binds weakly outside of parentheses */
    size_t parts;       /* how many signs are outside of parentheses */
    size_t parentheses; /* how many are open */
    enum class last;
};

/* What an argument has become. */
struct piece {
    char *text;
    bool single;  /* one sign or number */
    bool factor;  /* one, or something in parentheses */
    bool product; /* of such */
};

static const struct symbol *find_symbol(const struct symbol *table, const char *name,
                                        size_t length)
{
    for (; table->name; table++)
        if (strncmp(table->name, name, length) == 0 && !table->name[length])
            return table;
    return NULL;
}

static bool is_among(const char *const *list, const char *name, size_t length)
{
    for (; *list; list++)
        if (strncmp(*list, name, length) == 0 && !(*list)[length])
            return true;
    return false;
}

static bool is_command(const char *name, size_t length, const char *command)
{
    return length == strlen(command) && strncmp(name, command, length) == 0;
}

/* Whether a space stands between two neighbors. */
static bool is_spaced(enum class left, enum class right, bool script)
{
    if (left == NONE || left == TIGHT || left == OPENING || right == CLOSING ||
        right == COMMA)
        return false;
    if (left == COMMA || left == BINARY || left == RELATION || right == BINARY ||
        right == RELATION)
        return !script;
    if (right == TIGHT)
        return false;
    if (left == FUNCTION)
        return right != OPENING;
    if (left == QUOTIENT || right == QUOTIENT || right == FUNCTION)
        return true;
    return left == SCRIPTED && (right == ORDINARY || right == SCRIPTED);
}

/* Whether a "-" after it is a sign and no difference. */
static bool is_before_operand(enum class last)
{
    return last != ORDINARY && last != SCRIPTED && last != QUOTIENT && last != CLOSING;
}

static void put(struct row *row, enum class class, const char *text)
{
    enum class last = row->last;
    if (class == BINARY && is_before_operand(last))
        class = TIGHT;
    bool indexed = class == ORDINARY && row->at < row->end && *row->at == '_';
    bool asked = row->space && last != NONE && last != OPENING && class != CLOSING &&
                 class != COMMA;
    if (asked || is_spaced(last, class, row->script) || (last == ORDINARY && indexed))
        fputc(' ', row->out);
    fputs(text, row->out);
    if (class == CLOSING && row->parentheses > 0)
        row->parentheses--;
    if (row->parentheses == 0) {
        row->parts += class != CLOSING;
        row->loose = row->loose || class == QUOTIENT || class == FUNCTION ||
                     class == BINARY || class == RELATION || *text == '/';
    }
    row->parentheses += class == OPENING;
    row->last = class;
    row->space = false;
}

/* The brace that closes the group which opens at `at`; `end` if none does. */
static const char *find_brace(const char *at, const char *end)
{
    int depth = 0;
    for (; at < end; at++) {
        if (*at == '\\' && at + 1 < end)
            at++;
        else
            depth += (*at == '{') - (*at == '}');
        if (depth == 0)
            return at;
    }
    return end;
}

/* The length of the command or the sign at `at`. */
static size_t token_length(const char *at, const char *end)
{
    size_t length = 1;
    if (*at == '\\') {
        while (at + length < end && isalpha((unsigned char)at[length]))
            length++;
        return length == 1 && at + 1 < end ? 2 : length;
    }
    while (at + length < end && (at[length] & 0xc0) == 0x80) /* the rest in UTF-8 */
        length++;
    return length;
}

/* Takes an argument from the source: a group without its braces, or one token. */
static const char *take_argument(struct row *row, size_t *length)
{
    while (row->at < row->end && isspace((unsigned char)*row->at))
        row->at++;
    const char *text = row->at;
    if (row->at == row->end || *row->at != '{') {
        *length = row->at < row->end ? token_length(row->at, row->end) : 0;
        row->at += *length;
        return text;
    }
    const char *close = find_brace(row->at, row->end);
    row->at = close < row->end ? close + 1 : row->end;
    *length = (size_t)(close - text) - 1;
    return text + 1;
}

static void write_row(struct row *row);

static struct piece write_argument(struct row *row, bool script)
{
    size_t length, size;
    const char *text = take_argument(row, &length);
    struct piece piece;
    struct row inner = {.at = text, .end = text + length, .script = script};
    inner.out = open_memstream(&piece.text, &size);
    if (!inner.out)
        abort();
    write_row(&inner);
    fclose(inner.out);
    bool number = piece.text[strspn(piece.text, "0123456789.")] == '\0';
    piece.single = number || (inner.parts == 1 && inner.last == ORDINARY);
    piece.product = number || !inner.loose;
    piece.factor = piece.product && inner.parts == 1;
    return piece;
}

/* Puts "(x)", or "x" where that says the same, after a prefix. */
static void put_piece(struct row *row, enum class class, const char *prefix,
                      struct piece piece, bool bare)
{
    put(row, class, prefix);
    fprintf(row->out, bare ? "%s" : "(%s)", piece.text);
    free(piece.text);
}

static void write_quotient(struct row *row)
{
    struct piece above = write_argument(row, row->script);
    struct piece below = write_argument(row, row->script);
    put_piece(row, QUOTIENT, "", above, above.product);
    fputc('/', row->out);
    fprintf(row->out, below.factor ? "%s" : "(%s)", below.text);
    free(below.text);
}

/* x^2, x_(t-1), w_ij, f^* and, for a transposed matrix, Wᵀ. */
static void write_script(struct row *row, char mark)
{
    struct piece piece = write_argument(row, true);
    bool transposed = strcmp(piece.text, "ᵀ") == 0;
    size_t word = 0;
    while (isalnum((unsigned char)piece.text[word]))
        word++;
    bool starred = strcmp(piece.text, "*") == 0;
    bool bare = piece.single || starred || (mark == '_' && !piece.text[word]);
    if (!transposed)
        fputc(mark, row->out);
    fprintf(row->out, bare ? "%s" : "(%s)", piece.text);
    free(piece.text);
    if (row->last != FUNCTION)
        row->last = SCRIPTED;
}

/* Words in a formula; blanks around them count. */
static void write_words(struct row *row, enum class class)
{
    size_t length;
    const char *text = take_argument(row, &length);
    bool space_after = length > 0 && text[length - 1] == ' ';
    row->space = row->space || (length > 0 && *text == ' ');
    while (length > 0 && *text == ' ')
        text++, length--;
    while (length > 0 && text[length - 1] == ' ')
        length--;
    char *copy = strndup(text, length);
    if (!copy)
        abort();
    put(row, class, copy);
    free(copy);
    row->space = space_after;
}

static void begin_line(struct row *row)
{
    row->space = true;
    if (!row->display)
        return;
    fputs(row->cases ? "\n    " : "\n", row->out);
    row->last = NONE;
}

/* The cases of a formula have a line each; "&" stands before their conditions. */
static void write_environment(struct row *row, bool begins)
{
    size_t length;
    const char *name = take_argument(row, &length);
    row->cases = begins && is_command(name, length, "cases");
    if (row->cases)
        begin_line(row);
}

/* Commands that take an argument. */
static bool write_special(struct row *row, const char *name, size_t length)
{
    const struct symbol *accent = find_symbol(accents, name, length);
    if (is_command(name, length, "frac")) {
        write_quotient(row);
    } else if (is_command(name, length, "sqrt")) {
        struct piece piece = write_argument(row, row->script);
        put_piece(row, SCRIPTED, "√", piece, piece.single);
    } else if (accent) {
        put_piece(row, ORDINARY, "", write_argument(row, true), true);
        fputs(accent->text, row->out);
    } else if (is_among(fonts, name, length)) {
        put_piece(row, SCRIPTED, "", write_argument(row, row->script), true);
    } else if (is_among(words, name, length)) {
        write_words(row, *name == 'o' ? FUNCTION : ORDINARY);
    } else if (is_command(name, length, "begin") || is_command(name, length, "end")) {
        write_environment(row, *name == 'b');
    } else {
        return false;
    }
    return true;
}

/* Commands that are spaces and line breaks, or nothing at all. */
static bool write_space(struct row *row, const char *name, size_t length)
{
    if (is_among(breaks, name, length)) {
        if (row->cases)
            fputc(';', row->out);
        begin_line(row);
    } else if (is_among(spaces, name, length)) {
        row->space = true;
    } else {
        return is_among(silent, name, length);
    }
    return true;
}

/* "|" opens and closes in turn, and so does "‖". */
static void write_bar(struct row *row, bool *open, const char *text)
{
    put(row, *open ? CLOSING : OPENING, text);
    *open = !*open;
}

static void write_command(struct row *row)
{
    size_t whole = token_length(row->at, row->end), length = whole - 1;
    const char *name = row->at + 1;
    const struct symbol *symbol = find_symbol(commands, name, length);
    row->at += whole;
    if (symbol) {
        put(row, symbol->class, symbol->text);
    } else if (is_command(name, length, "|")) {
        write_bar(row, &row->norm, "‖");
    } else if (!write_special(row, name, length) && !write_space(row, name, length)) {
        char *unknown = strndup(name - 1, whole);
        if (!unknown)
            abort();
        put(row, FUNCTION, unknown);
        free(unknown);
    }
}

/* "12.5" in one piece, since its point is no full stop. */
static size_t number_length(const char *at, const char *end)
{
    size_t length = 0;
    while (at + length < end && isdigit((unsigned char)at[length]))
        length++;
    if (length && at + length + 1 < end && at[length] == '.' &&
        isdigit((unsigned char)at[length + 1]))
        length += 1 + number_length(at + length + 1, end);
    return length;
}

/* A number, or one sign that stands for itself. */
static void write_sign(struct row *row)
{
    size_t length = number_length(row->at, row->end);
    if (length == 0)
        length = token_length(row->at, row->end);
    const struct symbol *symbol = find_symbol(signs, row->at, length);
    char *text = strndup(row->at, length);
    if (!text)
        abort();
    row->at += length;
    put(row, symbol ? symbol->class : ORDINARY, text);
    free(text);
}

static void write_row(struct row *row)
{
    while (row->at < row->end) {
        char sign = *row->at;
        if (sign == '\\') {
            write_command(row);
        } else if (!strchr("^_|&{}~ \n", sign)) {
            write_sign(row);
        } else {
            row->at++;
            if (sign == '^' || sign == '_')
                write_script(row, sign);
            else if (sign == '|')
                write_bar(row, &row->bar, "|");
            else if (sign == '&' && row->cases)
                put(row, FUNCTION, "if");
        }
    }
}

char *tex_plain(const char *formula, size_t length, bool display)
{
    char *text;
    size_t size;
    struct row row = {.at = formula, .end = formula + length, .display = display};
    row.out = open_memstream(&text, &size);
    if (!row.out)
        abort();
    write_row(&row);
    fclose(row.out);
    return text;
}
