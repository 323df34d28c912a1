/* header.c: the header comment of an exercise.
 *
 *     / ** @exercise 1.2 Title
 *       *  @points 10   @needs 1.1
 *       *
 *       *  Statement.
 *       *  @hint A nudge.
 *       *  @plot CASE X Y
 *       *  @commentary For instructors. * /
 *
 * A tag begins at the start of a line (only @needs may follow @points) and holds until
 * the next one. */
#include "tool/header.h"
#include "tool/plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_POINTS = 1000, WIDEST = 90 };

/* Text that grows. */
struct sink {
    char *text;
    size_t size;
    FILE *file;
};

static void sink_open(struct sink *sink)
{
    sink->file = open_memstream(&sink->text, &sink->size);
    if (!sink->file)
        abort();
}

static char *sink_close(struct sink *sink)
{
    fclose(sink->file);
    return sink->text;
}

/* The comment's line without its decoration; `length` is the line's, and becomes the
 * content's. */
static const char *content(const char *line, size_t *length)
{
    const char *at = line, *end = line + *length;
    while (at < end && *at == ' ')
        at++;
    if (at + 2 < end && strncmp(at, "/**", 3) == 0)
        at += 3;
    else if (at < end && *at == '*')
        at++;
    while (at < end && *at == ' ')
        at++;
    if (end - at >= 2 && strncmp(end - 2, "*/", 2) == 0)
        end -= 2;
    while (end > at && end[-1] == ' ')
        end--;
    *length = (size_t)(end - at);
    return at;
}

static bool is_tag(const char *text, size_t length, const char *tag)
{
    size_t n = strlen(tag);
    return length >= n && strncmp(text, tag, n) == 0 && (length == n || text[n] == ' ');
}

/* What follows the tag and a space. */
static char *after_tag(const char *text, size_t length, const char *tag)
{
    size_t skipped = strlen(tag) + 1;
    return length > skipped ? strndup(text + skipped, length - skipped) : strdup("");
}

/* "3.10" */
static bool is_id(const char *text)
{
    size_t chapter = strspn(text, "0123456789");
    size_t number = text[chapter] == '.' ? strspn(text + chapter + 1, "0123456789") : 0;
    return chapter > 0 && number > 0 && !text[chapter + 1 + number];
}

static const char *read_first_line(struct exercise *exercise, const char *text,
                                   size_t length)
{
    char id[16], *line = strndup(text, length);
    int used = 0;
    bool valid = !exercise->id && sscanf(line, "@exercise %15s %n", id, &used) == 1 &&
                 is_id(id) && line[used];
    if (valid) {
        exercise->id = strdup(id);
        exercise->title = plain_text(line + used);
    }
    free(line);
    return valid ? NULL : "the first line must be '/** @exercise ID TITLE', and no other";
}

/* "@points 10   @needs 1.1 1.2" */
static const char *read_points(struct exercise *exercise, const char *text, size_t length)
{
    char *line = strndup(text, length), *rest = line, *end = line;
    strtok_r(rest, " ", &rest);
    const char *points = strtok_r(rest, " ", &rest);
    long value = points ? strtol(points, &end, 10) : 0;
    const char *word = strtok_r(rest, " ", &rest);
    bool valid = exercise->points == 0 && value > 0 && value <= MAX_POINTS && !*end &&
                 (!word || strcmp(word, "@needs") == 0);
    exercise->points = (int)value;
    while (valid && (word = strtok_r(rest, " ", &rest))) {
        valid = exercise->needs_count < EXERCISE_MAX_NEEDS && is_id(word);
        if (valid)
            exercise->needs[exercise->needs_count++] = strdup(word);
    }
    free(line);
    return valid ? NULL
                 : "expected '@points N' once, optionally followed by '@needs ID…'";
}

static const char *begin_hint(struct exercise *exercise, struct sink *hint,
                              const char *text, size_t length)
{
    if (exercise->hint_count == EXERCISE_MAX_HINTS)
        return "too many hints";
    char *first = after_tag(text, length, "@hint");
    sink_open(hint);
    fputs(first, hint->file);
    free(first);
    return NULL;
}

static const char *read_plot(struct exercise *exercise, const char *text, size_t length)
{
    if (exercise->plot)
        return "a second @plot";
    exercise->plot = after_tag(text, length, "@plot");
    return NULL;
}

static void end_hint(struct exercise *exercise, struct sink *hint)
{
    if (hint->file)
        exercise->hints[exercise->hint_count++] = sink_close(hint);
    hint->file = NULL;
}

static const char *read_line(struct exercise *exercise, struct sink *hint,
                             const char *text, size_t length)
{
    if (length == 0 || text[0] != '@') {
        if (hint->file)
            fprintf(hint->file, "%s%.*s", length ? " " : "", (int)length, text);
        return NULL;
    }
    end_hint(exercise, hint);
    if (is_tag(text, length, "@exercise"))
        return read_first_line(exercise, text, length);
    if (is_tag(text, length, "@points"))
        return read_points(exercise, text, length);
    if (is_tag(text, length, "@hint"))
        return begin_hint(exercise, hint, text, length);
    if (is_tag(text, length, "@plot"))
        return read_plot(exercise, text, length);
    return is_tag(text, length, "@commentary") ? NULL : "unknown tag";
}

const char *header_read(struct exercise *exercise, const char *source)
{
    if (strncmp(source, "/**", 3) != 0 || !strstr(source, "*/"))
        return "it must begin with a /** comment";
    const char *end = strstr(source, "*/") + 2, *error = NULL;
    struct sink hint = {0};
    for (const char *line = source; line < end && !error;) {
        size_t length = strcspn(line, "\n"), whole = length;
        if (line + length > end)
            length = (size_t)(end - line);
        const char *text = content(line, &length);
        error = read_line(exercise, &hint, text, length);
        line += whole + 1;
    }
    end_hint(exercise, &hint);
    if (!error && (!exercise->id || !exercise->points))
        error = "@exercise and @points are needed";
    return error;
}

/* Whether this header line belongs to a section that the stub leaves out. */
static bool leaves_out(const char *text, size_t length, enum stub_kind kind, bool before)
{
    if (length == 0 || text[0] != '@')
        return before;
    if (is_tag(text, length, "@commentary"))
        return true;
    return kind == STUB_FOR_STUDENT &&
           (is_tag(text, length, "@hint") || is_tag(text, length, "@plot"));
}

/* Copies what the stub keeps of the header comment. */
static void copy_header(FILE *out, const char *source, const char *end,
                        enum stub_kind kind)
{
    const char *line = source;
    bool leave_out = false, blank = false;
    while (line < end) {
        size_t length = strcspn(line, "\n"), whole = length;
        if (line + length > end)
            length = (size_t)(end - line);
        size_t content_length = length;
        const char *text = content(line, &content_length);
        leave_out = leaves_out(text, content_length, kind, leave_out);
        if (!leave_out && content_length > 0) {
            if (blank)
                fputs(" *\n", out);
            while (length && line[length - 1] == ' ')
                length--;
            fprintf(out, "%.*s\n", (int)length, line);
        }
        blank = content_length == 0 && !leave_out;
        line += whole + 1;
    }
}

/* The header's lines without their decoration: first the tags, then the statement. */
static void split_header(const char *header, FILE *tags, FILE *statement)
{
    while (*header) {
        size_t whole = strcspn(header, "\n"), length = whole;
        const char *text = content(header, &length);
        fprintf(*text == '@' ? tags : statement, "%.*s\n", (int)length, text);
        header += whole + (header[whole] == '\n');
    }
}

/* Writes the header as a student reads it, in an editor: in plain text. */
static void write_plain_header(FILE *out, const char *header, const char *id)
{
    struct sink tags, statement;
    sink_open(&tags);
    sink_open(&statement);
    split_header(header, tags.file, statement.file);
    char *marked = sink_close(&tags), *plain = plain_text(marked), *rest = plain;
    for (char *line, *prefix = "/** "; (line = strtok_r(rest, "\n", &rest));
         prefix = " *  ")
        fprintf(out, "%s%s\n", prefix, line);
    fputs(" *\n", out);
    free(plain);
    free(marked);
    marked = sink_close(&statement);
    plain_fill(out, marked, " *  ", WIDEST);
    free(marked);
    fprintf(
        out,
        " *\n *  Try it:  build/descent grade %s\n *  A hint:  build/descent hint %s\n",
        id, id);
}

/* Writes the stub's header comment; returns where the source goes on after it. */
static const char *write_header(FILE *out, const char *source, const char *id,
                                enum stub_kind kind)
{
    const char *end = strstr(source, "*/");
    struct sink header;
    sink_open(&header);
    copy_header(header.file, source, end, kind);
    char *kept = sink_close(&header);
    if (kind == STUB_FOR_STUDENT)
        write_plain_header(out, kept, id);
    else
        fputs(kept, out);
    fputs(" */\n", out);
    free(kept);
    end += strcspn(end, "\n");
    return end + (*end == '\n');
}

enum mark { NO_MARK, BEGIN_MARK, END_MARK, ODD_MARK };

/* A mark stands alone on its line. One that does not, if only for a space after it, must
 * not pass for a line of text: the solution would show. */
static enum mark find_mark(const char *line, size_t length, size_t *indent)
{
    static const char begin[] = "// BEGIN SOLUTION", end[] = "// END SOLUTION";
    *indent = strspn(line, " ");
    const char *text = line + *indent;
    size_t rest = length - *indent;
    if (rest == strlen(begin) && strncmp(text, begin, rest) == 0)
        return BEGIN_MARK;
    if (rest == strlen(end) && strncmp(text, end, rest) == 0)
        return END_MARK;
    return memmem(line, length, begin + 3, strlen(begin + 3)) ||
                   memmem(line, length, end + 3, strlen(end + 3))
               ? ODD_MARK
               : NO_MARK;
}

char *header_make_stub(const char *source, const char *id, enum stub_kind kind)
{
    struct sink stub;
    sink_open(&stub);
    const char *line = write_header(stub.file, source, id, kind);
    bool inside = false, paired = true, after_margin = false;
    while (*line) {
        size_t length = strcspn(line, "\n"), indent;
        enum mark mark = find_mark(line, length, &indent);
        paired = paired && mark != ODD_MARK && !(mark == BEGIN_MARK && inside) &&
                 !(mark == END_MARK && !inside);
        if (mark == BEGIN_MARK && indent > 0)
            fprintf(stub.file, "%*s// TODO %s\n%*stodo(\"%s\");\n", (int)indent, "", id,
                    (int)indent, "", id);
        else if (mark == NO_MARK && !inside && !(after_margin && length == 0))
            fprintf(stub.file, "%.*s\n", (int)length, line);
        after_margin = mark == END_MARK && indent == 0;
        inside = (inside || mark == BEGIN_MARK) && mark != END_MARK;
        line += length + (line[length] == '\n');
    }
    char *text = sink_close(&stub);
    if (!paired || inside) {
        free(text);
        return NULL;
    }
    return text;
}
