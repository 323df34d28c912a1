/* csv.c: reads a labelled data set from CSV text.
 *
 *     text  = header, row, row, …     one line each
 *     row   = number, …, number, label
 *
 *     reader.next   first byte of the next line     reader.line   the last one, from 1
 *     reader.wide   columns, as the header has them
 *
 * Invariant: nothing at or after `end` is read, and a line is looked at only after its
 * length has been found to be within bounds. Memory grows with what has been read, never
 * with what a header promises. */
#include "lab/dataset.h"

#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tgmath.h>

/* A piece of the text. */
struct span {
    const char *start, *end;
};

struct reader {
    const char *name;
    const char *next, *end;
    size_t line;
    size_t wide;
    size_t capacity; /* rows there is room for */
    struct dataset *dataset;
    struct dataset_error *error;
};

__attribute__((format(printf, 3, 4))) static enum descent_status
complain(const struct reader *reader, size_t column, const char *format, ...)
{
    struct dataset_error *error = reader->error;
    if (!error)
        return DESCENT_EFORMAT;
    *error = (struct dataset_error){.line = reader->line, .column = column};
    char *to = error->message;
    size_t room = sizeof error->message, used;
    if (column > 0)
        used = (size_t)snprintf(to, room, "%.120s, line %zu, column %zu: ", reader->name,
                                reader->line, column);
    else
        used =
            (size_t)snprintf(to, room, "%.120s, line %zu: ", reader->name, reader->line);
    va_list values;
    va_start(values, format);
    vsnprintf(to + used, room - used, format, values);
    va_end(values);
    return DESCENT_EFORMAT;
}

/* Takes the next line off the text, without its end. */
static enum descent_status next_line(struct reader *reader, struct span *line)
{
    size_t left = (size_t)(reader->end - reader->next);
    size_t most = left < DATASET_MAX_LINE + 2 ? left : DATASET_MAX_LINE + 2;
    const char *stop = memchr(reader->next, '\n', most);
    reader->line++;
    *line = (struct span){reader->next, stop ? stop : reader->next + most};
    reader->next = stop ? stop + 1 : line->end;
    if (line->end > line->start && line->end[-1] == '\r')
        line->end--;
    if ((size_t)(line->end - line->start) > DATASET_MAX_LINE)
        return complain(reader, 0, "longer than %zu bytes", DATASET_MAX_LINE);
    return DESCENT_OK;
}

/* Takes the next cell off a line, without the blanks around it. Returns whether another
 * one follows. */
static int next_cell(struct span *line, struct span *cell)
{
    const char *comma = memchr(line->start, ',', (size_t)(line->end - line->start));
    *cell = (struct span){line->start, comma ? comma : line->end};
    line->start = comma ? comma + 1 : line->end;
    while (cell->start < cell->end && (*cell->start == ' ' || *cell->start == '\t'))
        cell->start++;
    while (cell->start < cell->end && (cell->end[-1] == ' ' || cell->end[-1] == '\t'))
        cell->end--;
    return comma != NULL;
}

/* The cell as a string fit for a message: what cannot be printed becomes '?'. */
static void cell_text(struct span cell, char text[static DATASET_MAX_CELL + 1])
{
    size_t length = (size_t)(cell.end - cell.start);
    length = length < DATASET_MAX_CELL ? length : DATASET_MAX_CELL;
    for (size_t i = 0; i < length; i++)
        text[i] = isprint((unsigned char)cell.start[i]) ? cell.start[i] : '?';
    text[length] = '\0';
}

/* Whether the cell is a decimal number, be it infinite. */
static int cell_number(struct span cell, double *number)
{
    char text[DATASET_MAX_CELL + 1], *stop;
    if (cell.end - cell.start > DATASET_MAX_CELL)
        return 0;
    cell_text(cell, text);
    *number = strtod(text, &stop);
    return stop > text && *stop == '\0' && !strpbrk(text, "xX(");
}

static enum descent_status read_number(struct reader *reader, size_t column,
                                       struct span cell, real *value)
{
    char text[DATASET_MAX_CELL + 1];
    double number;
    cell_text(cell, text);
    if (cell.start == cell.end)
        return complain(reader, column, "the cell is empty");
    if (!cell_number(cell, &number))
        return complain(reader, column, "\"%s\" is not a number", text);
    *value = (real)number;
    if (!isfinite(*value))
        return complain(reader, column, "\"%s\" is not finite", text);
    return DESCENT_OK;
}

static enum descent_status read_label(struct reader *reader, struct span cell,
                                      size_t *label)
{
    char text[DATASET_MAX_CELL + 1];
    real value;
    enum descent_status status = read_number(reader, reader->wide, cell, &value);
    if (status)
        return status;
    cell_text(cell, text);
    if (!(value >= 0 && value < DATASET_MAX_CLASSES && value == floor(value)))
        return complain(reader, reader->wide,
                        "the label \"%s\" is not an integer from 0 to %d", text,
                        DATASET_MAX_CLASSES - 1);
    *label = (size_t)value;
    return DESCENT_OK;
}

/* Counts the columns. A first line that starts with a number is a sample whose header is
 * missing: to take it for names would lose it in silence. */
static enum descent_status read_header(struct reader *reader)
{
    struct span line, cell;
    double number;
    if (reader->next == reader->end) {
        reader->line = 1;
        return complain(reader, 0, "the file is empty");
    }
    enum descent_status status = next_line(reader, &line);
    if (status)
        return status;
    int more = 1;
    while (more) {
        more = next_cell(&line, &cell);
        reader->wide++;
        if (cell.start == cell.end)
            return complain(reader, reader->wide, "the column has no name");
        if (cell_number(cell, &number))
            return complain(reader, reader->wide,
                            "a number where a name should be: no header?");
        if (reader->wide > DATASET_MAX_COLUMNS)
            return complain(reader, reader->wide, "more than %d columns",
                            DATASET_MAX_COLUMNS);
    }
    if (reader->wide < 2)
        return complain(reader, 0, "one column: a feature and a label are the least");
    return DESCENT_OK;
}

/* Room for one more row; doubling keeps the copying down. */
static enum descent_status reserve_row(struct reader *reader)
{
    struct dataset *dataset = reader->dataset;
    if (dataset->rows < reader->capacity)
        return DESCENT_OK;
    size_t capacity = reader->capacity ? 2 * reader->capacity : 64;
    real *x = realloc(dataset->x, capacity * dataset->features * sizeof *x);
    if (!x)
        return DESCENT_ENOMEM;
    dataset->x = x;
    size_t *label = realloc(dataset->label, capacity * sizeof *label);
    if (!label)
        return DESCENT_ENOMEM;
    dataset->label = label;
    reader->capacity = capacity;
    return DESCENT_OK;
}

static enum descent_status read_row(struct reader *reader)
{
    struct dataset *dataset = reader->dataset;
    struct span line, cell;
    enum descent_status status = next_line(reader, &line);
    if (!status && line.start == line.end)
        return complain(reader, 0, "the line is empty");
    if (!status)
        status = reserve_row(reader);
    int more = 1;
    for (size_t c = 0; !status && c < reader->wide; c++) {
        if (!more)
            return complain(reader, c + 1, "missing: the header has %zu columns",
                            reader->wide);
        more = next_cell(&line, &cell);
        if (c + 1 < reader->wide)
            status = read_number(reader, c + 1, cell,
                                 &dataset->x[dataset->rows * dataset->features + c]);
        else if (!more)
            status = read_label(reader, cell, &dataset->label[dataset->rows]);
        else
            return complain(reader, c + 2, "one too many: the header has %zu columns",
                            reader->wide);
    }
    if (!status && dataset->label[dataset->rows] >= dataset->classes)
        dataset->classes = dataset->label[dataset->rows] + 1;
    dataset->rows += !status;
    return status;
}

enum descent_status dataset_parse(struct dataset *dataset, const char *name,
                                  const char *text, size_t length,
                                  struct dataset_error *error)
{
    *dataset = (struct dataset){0};
    if (error)
        *error = (struct dataset_error){0};
    struct reader reader = {.name = name,
                            .next = text,
                            .end = length ? text + length : text,
                            .dataset = dataset,
                            .error = error};
    enum descent_status status = read_header(&reader);
    dataset->features = reader.wide - 1;
    while (!status && reader.next < reader.end)
        status = read_row(&reader);
    if (!status && dataset->rows == 0)
        status = complain(&reader, 0, "a header and no samples");
    if (status == DESCENT_ENOMEM && error)
        snprintf(error->message, sizeof error->message, "%.120s: %s", name,
                 descent_strerror(status));
    if (status)
        dataset_free(dataset);
    return status;
}

/* All of a file, unless it is longer than is allowed: then too much to be taken. */
static enum descent_status read_file(const char *path, char **text, size_t *length)
{
    FILE *file = fopen(path, "rb");
    size_t room = 0;
    *text = NULL;
    *length = 0;
    if (!file)
        return DESCENT_EIO;
    enum descent_status status = DESCENT_OK;
    while (!status && !feof(file) && *length <= DATASET_MAX_BYTES) {
        if (*length == room) {
            room = room ? 2 * room : 65536;
            char *grown = realloc(*text, room);
            status = grown ? DESCENT_OK : DESCENT_ENOMEM;
            *text = grown ? grown : *text;
        }
        if (!status)
            *length += fread(*text + *length, 1, room - *length, file);
        if (ferror(file))
            status = DESCENT_EIO;
    }
    int cause = errno;
    fclose(file);
    errno = cause;
    return status;
}

enum descent_status dataset_read(struct dataset *dataset, const char *path,
                                 struct dataset_error *error)
{
    char *text;
    size_t length;
    *dataset = (struct dataset){0};
    if (error)
        *error = (struct dataset_error){0};
    enum descent_status status = read_file(path, &text, &length);
    const char *why = status == DESCENT_EIO ? strerror(errno) : descent_strerror(status);
    if (!status && length > DATASET_MAX_BYTES) {
        status = DESCENT_EFORMAT;
        why = "the file is too long";
    }
    if (!status)
        status = dataset_parse(dataset, path, text, length, error);
    else if (error)
        snprintf(error->message, sizeof error->message, "%.120s: %s", path, why);
    free(text);
    return status;
}
