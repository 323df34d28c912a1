/* versions.c: many versions of an exercise's code as one program.
 *
 * Invariant: what a version defines at the margin has in the program a name that no other
 * version has. A #define gives it, and an #undef takes it back at the version's end. */
#include "tool/versions.h"
#include "tool/files.h"

#include <ctype.h>
#include <error.h>
#include <stdlib.h>
#include <string.h>

/* A definition at the margin: its text up to the body, the value or the semicolon. */
struct definition {
    const char *text;
    size_t length;
    const char *name;
    int name_length;
    bool shared; /* a function that other files may call */
};

static bool starts(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static bool in_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

static const char *next_line(const char *at)
{
    at += strcspn(at, "\n");
    return at + (*at == '\n');
}

/* The word that ends before `end`. */
static void find_name(struct definition *definition, const char *end)
{
    while (end > definition->text && !in_word(end[-1]))
        end--;
    const char *begin = end;
    while (begin > definition->text && in_word(begin[-1]))
        begin--;
    definition->name = begin;
    definition->name_length = (int)(end - begin);
}

/* Finds the definition that begins in the line at `at` or in one below.
 * @return where to look for the next one; NULL if there is none */
static const char *next_definition(struct definition *definition, const char *at)
{
    while (*at && (!isalpha((unsigned char)*at) || starts(at, "enum {")))
        at = next_line(at);
    if (!*at)
        return NULL;
    size_t length = strcspn(at, "{=;");
    *definition = (struct definition){.text = at, .length = length};
    const char *parenthesis = memchr(at, '(', length), *bracket = memchr(at, '[', length);
    definition->shared = parenthesis && !starts(at, "static ") && at[length] == '{';
    find_name(definition, parenthesis ? parenthesis : bracket ? bracket : at + length);
    return next_line(at + length);
}

/* What a function of the header passes on: its parameters' names. */
static void write_arguments(FILE *program, const struct definition *function)
{
    const char *at = function->name + function->name_length + 1;
    const char *end = function->text + function->length;
    while (end[-1] != ')')
        end--;
    for (const char *separator = "("; at < end; separator = ", ") {
        size_t length = strcspn(at, ",)");
        struct definition parameter = {.text = at};
        const char *bracket = memchr(at, '[', length);
        find_name(&parameter, bracket ? bracket : at + length);
        fprintf(program, "%s%.*s", separator, parameter.name_length, parameter.name);
        at += length + 1;
    }
    fputs(");\n", program);
}

/* The function that the header promises. */
static void write_function(FILE *program, const struct definition *function, size_t count)
{
    const char *name = function->name;
    int length = function->name_length;
    bool nothing = starts(function->text, "void ") && name == function->text + 5;
    fprintf(program, "\n%.*s{\n    static __typeof__(%.*s) *const versions[] = {\n",
            (int)function->length, function->text, length, name);
    for (size_t i = 0; i < count; i++)
        fprintf(program, "        %.*s_%zu,\n", length, name, i);
    fprintf(program, "    };\n    %sversions[driver_version]", nothing ? "" : "return ");
    write_arguments(program, function);
    fputs("}\n", program);
}

/* Headers come first, so that no #define is seen in them. */
static void write_includes(FILE *program, const char *code)
{
    for (const char *at = code; *at; at = next_line(at))
        if (starts(at, "#include "))
            fprintf(program, "%.*s", (int)(next_line(at) - at), at);
}

/* A name may be that of a type of the header's, too, which stays: a function's is changed
 * where it is called. One that no other file knows may be passed on as a pointer. */
static void write_name(FILE *program, const struct definition *definition, size_t number)
{
    const char *name = definition->name;
    int length = definition->name_length;
    fprintf(program, "#undef %.*s\n", length, name);
    if (definition->shared)
        fprintf(program,
                "__typeof__(%.*s) %.*s_%zu;\n#define %.*s(...) %.*s_%zu(__VA_ARGS__)\n",
                length, name, length, name, number, length, name, length, name, number);
    else
        fprintf(program, "#define %.*s %.*s_%zu\n", length, name, length, name, number);
}

static void write_names(FILE *program, const struct version *version, size_t number)
{
    struct definition found;
    for (const char *at = next_definition(&found, version->code); at;
         at = next_definition(&found, at))
        write_name(program, &found, number);
}

static void write_end(FILE *program, const struct version *version)
{
    struct definition found;
    for (const char *at = next_definition(&found, version->code); at;
         at = next_definition(&found, at))
        fprintf(program, "#undef %.*s\n", found.name_length, found.name);
    for (const char *at = version->code; *at; at = next_line(at))
        if (starts(at, "#define "))
            fprintf(program, "#undef %.*s\n", (int)strcspn(at + 8, " (\n"), at + 8);
}

static void write_list(FILE *program, size_t count, const struct version *versions)
{
    fputs("\nconst char *const driver_versions[] = {\n", program);
    for (size_t i = 0; i < count; i++)
        fprintf(program, "    \"%s\",\n", versions[i].name);
    fputs("    NULL,\n};\n", program);
}

void versions_write(FILE *program, size_t count, const struct version *versions)
{
    struct definition found;
    fputs("#include \"judge/driver.h\"\n", program);
    for (size_t i = 0; i < count; i++)
        write_includes(program, versions[i].code);
    for (size_t i = 0; i < count; i++) {
        write_names(program, &versions[i], i);
        fputs(versions[i].code, program);
        write_end(program, &versions[i]);
    }
    fputs("#line 1 \"versions\"\n", program);
    write_list(program, count, versions);
    for (const char *at = next_definition(&found, versions[0].code); at;
         at = next_definition(&found, at))
        if (found.shared)
            write_function(program, &found, count);
}
