/* trace_read.c: reads a trace that may hold any bytes.
 *
 * Invariant: nothing is believed before it is checked. The shape is bounded before memory
 * is taken for it, memory is taken only for values that the remaining bytes can hold, and
 * each line is copied into a buffer of its own before a library function sees it. */
#include "judge/trace.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_LINE = 65536 };

/* The bytes that are left, and where we are in them. */
struct reader {
    const char *at, *end;
    size_t line_number;
    char *line; /* the current line, MAX_LINE bytes */
    char *error;
};

__attribute__((format(printf, 2, 3))) static enum trace_status
bad(struct reader *reader, const char *format, ...)
{
    int used =
        snprintf(reader->error, TRACE_MAX_ERROR, "line %zu: ", reader->line_number);
    va_list values;
    va_start(values, format);
    vsnprintf(reader->error + used, TRACE_MAX_ERROR - (size_t)used, format, values);
    va_end(values);
    return TRACE_BAD;
}

/* Copies the next line, without its end, into reader->line. False at the end of the
 * bytes, at a line that is not text, and at one without an end, which is a line cut
 * off. */
static bool next_line(struct reader *reader)
{
    const char *newline = memchr(reader->at, '\n', (size_t)(reader->end - reader->at));
    if (!newline || newline - reader->at >= MAX_LINE)
        return false;
    size_t length = (size_t)(newline - reader->at);
    if (memchr(reader->at, '\0', length))
        return false;
    memcpy(reader->line, reader->at, length);
    reader->line[length] = '\0';
    reader->at = newline + 1;
    reader->line_number++;
    return true;
}

static bool next_line_with_text(struct reader *reader)
{
    do
        if (!next_line(reader))
            return false;
    while (reader->line[0] == '\0');
    return true;
}

/* Words are read into LONGEST_WORD bytes, so that one that is too long is seen to be. */
enum { LONGEST_WORD = TRACE_MAX_NAME + 1 };

static bool is_name(const char *text)
{
    if (!*text || strlen(text) >= TRACE_MAX_NAME)
        return false;
    for (; *text; text++)
        if (!isalnum((unsigned char)*text) && !strchr("_-(),.", *text))
            return false;
    return true;
}

static enum trace_status read_head(struct reader *reader, struct trace *trace)
{
    char name[LONGEST_WORD], tail;
    if (sscanf(reader->line, "# descent-trace 1 %48s %" SCNu64 "%c", name, &trace->seed,
               &tail) != 2 ||
        !is_name(name))
        return bad(reader, "expected '# descent-trace 1 CASE SEED'");
    strcpy(trace->run, name);
    return TRACE_OK;
}

/* What follows the shape: nothing, " rough", or " input" and " names A B C", or one of
 * these two. */
static bool read_kind(struct trace_array *array, const char *kind)
{
    static const char input[] = " input", names[] = " names ";
    array->input = strncmp(kind, input, strlen(input)) == 0;
    array->rough = strcmp(kind, " rough") == 0;
    if (array->input)
        kind += strlen(input);
    if (array->rough || !*kind)
        return true;
    if (strncmp(kind, names, strlen(names)) != 0)
        return false;
    const char *list = kind + strlen(names);
    if (strlen(list) >= TRACE_MAX_NAMES)
        return false;
    for (const char *at = list; *at; at++)
        if (!isalnum((unsigned char)*at) && !strchr("_-() ", *at))
            return false;
    strcpy(array->names, list);
    return true;
}

/* Reads "# NAME ROWS COLS [KIND]" into the next array and takes memory for its values. */
static enum trace_status read_shape(struct reader *reader, struct trace *trace)
{
    if (trace->count == TRACE_MAX_ARRAYS)
        return bad(reader, "more than %d arrays", TRACE_MAX_ARRAYS);
    struct trace_array *array = &trace->arrays[trace->count];
    char name[LONGEST_WORD];
    int used = 0, words = sscanf(reader->line, "# %48s %zu %zu%n", name, &array->rows,
                                 &array->cols, &used);
    if (words != 3 || !is_name(name))
        return bad(reader, "expected '# NAME ROWS COLUMNS'");
    strcpy(array->name, name);
    if (!read_kind(array, reader->line + used))
        return bad(reader, "'%.40s' is no kind of array", reader->line + used);
    if (trace_find(trace, array->name))
        return bad(reader, "a second array '%s'", array->name);
    if (array->cols == 0 || array->cols > TRACE_MAX_VALUES ||
        array->rows > TRACE_MAX_VALUES / array->cols)
        return bad(reader, "array '%s' has no columns or more than %d values",
                   array->name, TRACE_MAX_VALUES);
    if (array->rows * array->cols > (size_t)(reader->end - reader->at) / 2)
        return TRACE_CUT; /* a value takes two bytes at least */
    array->values = malloc((array->rows * array->cols + 1) * sizeof *array->values);
    if (!array->values)
        return bad(reader, "no memory for array '%s'", array->name);
    trace->count++;
    return TRACE_OK;
}

static enum trace_status read_row(struct reader *reader, struct trace_array *array,
                                  size_t row)
{
    if (!next_line(reader))
        return TRACE_CUT;
    char *text = reader->line;
    for (size_t j = 0; j < array->cols; j++) {
        char *rest;
        array->values[row * array->cols + j] = strtod(text, &rest);
        bool separated = *rest == (j + 1 < array->cols ? ' ' : '\0');
        if (rest == text || isspace((unsigned char)*text) || !separated)
            return bad(reader, "row %zu of '%s' is not %zu numbers", row + 1, array->name,
                       array->cols);
        text = rest + 1;
    }
    return TRACE_OK;
}

static enum trace_status read_array(struct reader *reader, struct trace *trace)
{
    enum trace_status status = read_shape(reader, trace);
    if (status != TRACE_OK)
        return status;
    struct trace_array *array = &trace->arrays[trace->count - 1];
    for (size_t i = 0; i < array->rows && status == TRACE_OK; i++)
        status = read_row(reader, array, i);
    if (status != TRACE_OK) {
        free(array->values);
        trace->count--;
    }
    return status;
}

static enum trace_status read_all(struct reader *reader, struct trace *trace)
{
    if (reader->at == reader->end)
        return TRACE_EMPTY;
    if (!next_line(reader))
        return bad(reader, "not a line of text");
    enum trace_status status = read_head(reader, trace);
    while (status == TRACE_OK) {
        if (!next_line_with_text(reader))
            return TRACE_CUT;
        if (strcmp(reader->line, "# end") == 0)
            break;
        status = read_array(reader, trace);
    }
    if (status == TRACE_OK && reader->at != reader->end)
        return bad(reader, "something follows the end");
    return status;
}

enum trace_status trace_read(struct trace *trace, const char *bytes, size_t length,
                             char error[TRACE_MAX_ERROR])
{
    *trace = (struct trace){0};
    error[0] = '\0';
    struct reader reader = {
        .at = bytes, .end = bytes + length, .line = malloc(MAX_LINE), .error = error};
    if (!reader.line)
        return bad(&reader, "no memory");
    enum trace_status status = read_all(&reader, trace);
    free(reader.line);
    if (status == TRACE_BAD)
        trace_free(trace);
    return status;
}

const struct trace_array *trace_find(const struct trace *trace, const char *name)
{
    for (size_t i = 0; i < trace->count; i++)
        if (strcmp(trace->arrays[i].name, name) == 0)
            return &trace->arrays[i];
    return NULL;
}

void trace_free(struct trace *trace)
{
    for (size_t i = 0; i < trace->count; i++)
        free(trace->arrays[i].values);
    trace->count = 0;
}
