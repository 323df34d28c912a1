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
 * A tag begins at the start of a line (only @needs may follow @points) and holds until the
 * next one. */
#include "tool/header.h"
#include "tool/plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static const char *read_first_line(struct exercise *exercise, const char *text,
                                   size_t length)
{
    char id[16], *line = strndup(text, length);
    int used = 0;
    if (sscanf(line, "@exercise %15s %n", id, &used) != 1 || !line[used]) {
        free(line);
        return "the first line must be '/** @exercise ID TITLE'";
    }
    exercise->id = strdup(id);
    exercise->title = strdup(line + used);
    free(line);
    return NULL;
}

/* "@points 10   @needs 1.1 1.2" */
static const char *read_points(struct exercise *exercise, const char *text, size_t length)
{
    char *line = strndup(text, length), *rest = line;
    strtok_r(rest, " ", &rest);
    const char *points = strtok_r(rest, " ", &rest);
    exercise->points = points ? atoi(points) : 0;
    const char *word = strtok_r(rest, " ", &rest);
    bool valid = exercise->points > 0 && (!word || strcmp(word, "@needs") == 0);
    while (valid && (word = strtok_r(rest, " ", &rest))) {
        valid = exercise->needs_count < EXERCISE_MAX_NEEDS;
        if (valid)
            exercise->needs[exercise->needs_count++] = strdup(word);
    }
    free(line);
    return valid ? NULL : "expected '@points N', optionally followed by '@needs ID…'";
}

static const char *begin_hint(struct exercise *exercise, struct sink *hint,
                              const char *text, size_t length)
{
    if (exercise->hint_count == EXERCISE_MAX_HINTS)
        return "too many hints";
    sink_open(hint);
    fprintf(hint->file, "%.*s", (int)length, text);
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
        return begin_hint(exercise, hint, text + 6, length - 6);
    if (is_tag(text, length, "@plot"))
        exercise->plot = strndup(text + 6, length - 6);
    else if (!is_tag(text, length, "@commentary"))
        return "unknown tag";
    return NULL;
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

/* Writes the stub's header comment; returns where the source goes on after it. A student
 * reads it in an editor, so the mathematics is plain text there. */
static const char *write_header(FILE *out, const char *source, const char *id,
                                enum stub_kind kind)
{
    const char *end = strstr(source, "*/");
    struct sink header;
    sink_open(&header);
    copy_header(header.file, source, end, kind);
    char *kept = sink_close(&header);
    char *shown = kind == STUB_FOR_STUDENT ? plain_text(kept) : strdup(kept);
    fputs(shown, out);
    if (kind == STUB_FOR_STUDENT)
        fprintf(out,
                " *\n *  Try it:  build/descent grade %s\n *  A hint:  build/descent "
                "hint %s\n",
                id, id);
    fputs(" */\n", out);
    free(shown);
    free(kept);
    return end + strcspn(end, "\n") + 1;
}

static bool is_mark(const char *line, const char *mark, size_t *indent)
{
    *indent = strspn(line, " ");
    size_t n = strlen(mark);
    return strncmp(line + *indent, mark, n) == 0 && line[*indent + n] == '\n';
}

char *header_make_stub(const char *source, const char *id, enum stub_kind kind)
{
    struct sink stub;
    sink_open(&stub);
    const char *line = write_header(stub.file, source, id, kind);
    bool inside = false, paired = true, after_margin = false;
    while (*line) {
        size_t length = strcspn(line, "\n"), indent;
        bool begins = is_mark(line, "// BEGIN SOLUTION", &indent);
        bool ends = is_mark(line, "// END SOLUTION", &indent);
        paired = paired && !(begins && inside) && !(ends && !inside);
        if (begins && indent > 0)
            fprintf(stub.file, "%*s// TODO %s\n%*stodo(\"%s\");\n", (int)indent, "", id,
                    (int)indent, "", id);
        else if (!begins && !ends && !inside && !(after_margin && length == 0))
            fprintf(stub.file, "%.*s\n", (int)length, line);
        after_margin = ends && indent == 0;
        inside = (inside || begins) && !ends;
        line += length + (line[length] == '\n');
    }
    char *text = sink_close(&stub);
    if (!paired || inside) {
        free(text);
        return NULL;
    }
    return text;
}
