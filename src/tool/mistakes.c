/* mistakes.c: from a list of edits and a solution to a program for each mistake.
 *
 * Edits are found in the solution as it is, so their order does not matter, and each line
 * belongs to at most one of them. */
#include "tool/mistakes.h"
#include "tool/files.h"

#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A line of a text, without its end. */
struct line {
    const char *text;
    size_t length;
    unsigned number;
};

struct lines {
    size_t count;
    struct line *line;
};

/* An edit's lines in the list, and the place in the solution of those that it finds. */
struct edit {
    const struct line *line;
    size_t count, first, end;
};

enum { MAX_EDITS = 16 };

/* The reader at work. */
struct reader {
    struct named_text list, solution;
    struct lines lines, code; /* of the list; of the solution below its head */
    size_t at;                /* in the list */
    struct line name;
    struct edit edits[MAX_EDITS];
    size_t edit_count;
    char *problem;
};

static bool begins(const struct line *line, const char *with)
{
    size_t length = strlen(with);
    return line->length >= length && memcmp(line->text, with, length) == 0;
}

static struct lines split(const char *text)
{
    size_t room = 1;
    for (const char *c = text; *c; c++)
        room += *c == '\n';
    struct lines lines = {0, calloc(room, sizeof *lines.line)};
    if (!lines.line)
        error(EXIT_USAGE, 0, "out of memory");
    while (*text) {
        size_t length = strcspn(text, "\n");
        bool has_return = length && text[length - 1] == '\r';
        lines.line[lines.count] =
            (struct line){text, length - has_return, (unsigned)lines.count + 1};
        lines.count++;
        text += length + (text[length] == '\n');
    }
    return lines;
}

static bool is_mark(const struct line *line)
{
    size_t indent = strspn(line->text, " ");
    struct line rest = {line->text + indent, line->length - indent, 0};
    return indent < line->length &&
           (begins(&rest, "// BEGIN SOLUTION") || begins(&rest, "// END SOLUTION"));
}

/* What can be edited: the lines below the head comment, without the marks. */
static struct lines code_of(const char *solution)
{
    struct lines lines = split(solution);
    size_t kept = 0, i = 0;
    while (i < lines.count &&
           !(lines.line[i].length >= 2 &&
             memcmp(lines.line[i].text + lines.line[i].length - 2, "*/", 2) == 0))
        i++;
    for (i++; i < lines.count; i++)
        if (!is_mark(&lines.line[i]))
            lines.line[kept++] = lines.line[i];
    lines.count = kept;
    return lines;
}

/* Only the first problem is kept. */
static void complain(struct reader *reader, const struct line *line, const char *what)
{
    if (!reader->problem)
        reader->problem =
            text_format("%s:%u: mistake %.*s: %s", reader->list.name, line->number,
                        (int)reader->name.length, reader->name.text, what);
}

static bool same(const struct line *a, const char *text, size_t length)
{
    return a->length == length && memcmp(a->text, text, length) == 0;
}

/* Whether the edit's old lines stand in the code from here on; where they end. */
static bool stands_at(const struct reader *reader, const struct edit *edit, size_t at,
                      size_t *end)
{
    for (size_t i = 0; i < edit->count; i++) {
        const struct line *line = &edit->line[i];
        size_t mark = line->length > 0;
        if (begins(line, "+"))
            continue;
        if (at == reader->code.count ||
            !same(&reader->code.line[at++], line->text + mark, line->length - mark))
            return false;
    }
    *end = at;
    return true;
}

static void find_edit(struct reader *reader, struct edit *edit)
{
    size_t found = 0, old = 0, end;
    for (size_t i = 0; i < edit->count; i++)
        old += !begins(&edit->line[i], "+");
    for (size_t at = 0; old && at < reader->code.count; at++)
        if (stands_at(reader, edit, at, &end)) {
            found++;
            edit->first = at;
            edit->end = end;
        }
    const struct line *line = edit->line - 1; /* its "@@" */
    if (found != 1)
        complain(reader, line,
                 !old    ? "an edit needs a line of the solution, to say where"
                 : found ? "these lines stand in the solution more than once"
                         : "no such lines in the solution");
    for (size_t i = 0; i < reader->edit_count && found == 1; i++)
        if (edit->first < reader->edits[i].end && reader->edits[i].first < edit->end)
            complain(reader, line, "two edits share a line");
}

/* Reads one edit, from its "@@" on. */
static void read_edit(struct reader *reader)
{
    const struct lines *lines = &reader->lines;
    size_t first = ++reader->at, end = first;
    for (; reader->at < lines->count; reader->at++) {
        const struct line *line = &lines->line[reader->at];
        if (begins(line, "==") || begins(line, "@@"))
            break;
        if (line->length && !strchr(" +-", line->text[0]))
            complain(reader, line, "a line of an edit begins with ' ', '-' or '+'");
        if (line->length)
            end = reader->at + 1;
    }
    struct edit edit = {.line = &lines->line[first], .count = end - first};
    if (reader->edit_count == MAX_EDITS) {
        complain(reader, &lines->line[first - 1], "too many edits");
        return;
    }
    find_edit(reader, &edit);
    reader->edits[reader->edit_count++] = edit;
}

/* The lines from `first` on that are not empty, as one text. */
static char *join(const struct lines *lines, size_t first, size_t end)
{
    char *text;
    size_t size;
    FILE *stream = open_memstream(&text, &size);
    if (!stream)
        error(EXIT_USAGE, 0, "out of memory");
    while (end > first && !lines->line[end - 1].length)
        end--;
    for (size_t i = first; i < end; i++)
        fprintf(stream, "%.*s\n", (int)lines->line[i].length, lines->line[i].text);
    fclose(stream);
    return text;
}

/* Writes a line of the program, after a "#line" if it does not follow the one before. */
static void put(FILE *program, const char *name, const struct line *line, size_t mark,
                const char **last, unsigned *due)
{
    if (*last != name || *due != line->number)
        fprintf(program, "#line %u \"%s\"\n", line->number, name);
    fprintf(program, "%.*s\n", (int)(line->length - mark), line->text + mark);
    *last = name;
    *due = line->number + 1;
}

static const struct edit *edit_at(const struct reader *reader, size_t at)
{
    for (size_t i = 0; i < reader->edit_count; i++)
        if (reader->edits[i].first == at)
            return &reader->edits[i];
    return NULL;
}

static char *make_program(const struct reader *reader)
{
    char *text;
    size_t size;
    FILE *program = open_memstream(&text, &size);
    const char *last = NULL;
    unsigned due = 0;
    if (!program)
        error(EXIT_USAGE, 0, "out of memory");
    for (size_t at = 0; at < reader->code.count;) {
        const struct edit *edit = edit_at(reader, at);
        for (size_t i = 0; edit && i < edit->count; i++)
            if (!begins(&edit->line[i], "-"))
                put(program, reader->list.name, &edit->line[i], edit->line[i].length > 0,
                    &last, &due);
        if (!edit)
            put(program, reader->solution.name, &reader->code.line[at], 0, &last, &due);
        at = edit ? edit->end : at + 1;
    }
    fclose(program);
    return text;
}

/* "== NAME" */
static void read_name(struct reader *reader)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    const struct line *line = &reader->lines.line[reader->at++];
    reader->name = *line;
    reader->edit_count = 0;
    if (!begins(line, "== ")) {
        complain(reader, line, "a mistake begins with '== NAME'");
        return;
    }
    reader->name.text += 3;
    reader->name.length -= 3;
    if (!reader->name.length || strspn(reader->name.text, allowed) < reader->name.length)
        complain(reader, line, "a name has letters, digits and hyphens");
}

/* Everything of one mistake. */
static void read_mistake(struct reader *reader,
                         void (*take)(void *, const struct known_mistake *),
                         void *context)
{
    const struct lines *lines = &reader->lines;
    read_name(reader);
    size_t words = reader->at;
    while (reader->at < lines->count && !begins(&lines->line[reader->at], "@@") &&
           !begins(&lines->line[reader->at], "=="))
        reader->at++;
    size_t edits = reader->at;
    while (reader->at < lines->count && begins(&lines->line[reader->at], "@@"))
        read_edit(reader);
    char *says = join(lines, words, edits), *shown = join(lines, edits, reader->at);
    if (!*says)
        complain(reader, &reader->name, "it says nothing to the student");
    if (reader->edit_count == 0)
        complain(reader, &reader->name, "it edits nothing");
    char *name = text_format("%.*s", (int)reader->name.length, reader->name.text);
    char *program = reader->problem ? NULL : make_program(reader);
    if (!reader->problem)
        take(context, &(struct known_mistake){name, says, shown, program});
    free(program);
    free(name);
    free(shown);
    free(says);
}

char *mistakes_read(struct named_text list, struct named_text solution,
                    void (*take)(void *context, const struct known_mistake *mistake),
                    void *context)
{
    struct reader reader = {.list = list,
                            .solution = solution,
                            .lines = split(list.text),
                            .code = code_of(solution.text)};
    while (reader.at < reader.lines.count && !reader.problem) {
        if (reader.lines.line[reader.at].length)
            read_mistake(&reader, take, context);
        else
            reader.at++;
    }
    free(reader.lines.line);
    free(reader.code.line);
    return reader.problem;
}
