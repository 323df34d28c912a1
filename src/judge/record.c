/* record.c: reads a record, which may hold any bytes.
 *
 * Invariant: nothing is believed before it is checked; counts are bounded before memory
 * is taken for them, and each line is copied before a library function sees it. */
#include "judge/record.h"
#include "judge/text.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_LINE = 4096 };

/* The bytes that are left, and what the next lines belong to. */
struct reader {
    const char *at, *end;
    size_t line_number;
    char line[MAX_LINE];
    struct record *record;
    uint64_t seed;
    struct record_case *current; /* NULL in a case of another seed */
    bool in_case;
    struct deviation *deviation; /* NULL before the first, and in another seed's case */
    char *error;
};

__attribute__((format(printf, 2, 3))) static bool bad(struct reader *reader,
                                                      const char *format, ...)
{
    int used =
        snprintf(reader->error, RECORD_MAX_ERROR, "line %zu: ", reader->line_number);
    va_list values;
    va_start(values, format);
    vsnprintf(reader->error + used, RECORD_MAX_ERROR - (size_t)used, format, values);
    va_end(values);
    return false;
}

static bool next_line(struct reader *reader)
{
    const char *newline = memchr(reader->at, '\n', (size_t)(reader->end - reader->at));
    reader->line_number++;
    if (!newline || newline - reader->at >= MAX_LINE ||
        memchr(reader->at, '\0', (size_t)(newline - reader->at)))
        return bad(reader, "not a line of text");
    size_t length = (size_t)(newline - reader->at);
    memcpy(reader->line, reader->at, length);
    reader->line[length] = '\0';
    reader->at = newline + 1;
    return true;
}

static bool read_mistake(struct reader *reader, const char *name)
{
    struct record *record = reader->record;
    if (record->mistake_count == RECORD_MAX_MISTAKES || reader->in_case)
        return bad(reader, "one mistake too many");
    if (strlen(name) >= DIAGNOSIS_MAX_NAME)
        return bad(reader, "a name is too long");
    struct mistake *mistake = &record->mistakes[record->mistake_count++];
    *mistake = (struct mistake){0};
    strcpy(mistake->name, name);
    text_clean(mistake->name, strlen(name));
    return true;
}

static bool read_words(struct reader *reader, const char *words)
{
    if (reader->record->mistake_count == 0)
        return bad(reader, "words of no mistake");
    char *says = reader->record->mistakes[reader->record->mistake_count - 1].says;
    size_t length = strlen(says);
    if (length + strlen(words) + 2 > DIAGNOSIS_MAX_WORDS)
        return bad(reader, "too many words");
    snprintf(says + length, DIAGNOSIS_MAX_WORDS - length, "%s%s", length ? "\n" : "",
             words);
    text_clean(says, strlen(says));
    return true;
}

/* Reads the trace of a case, if it has the seed; and goes on behind it. */
static bool read_case(struct reader *reader, const char *rest)
{
    char run[TRACE_MAX_NAME], error[TRACE_MAX_ERROR];
    uint64_t seed;
    size_t length;
    struct record *record = reader->record;
    if (sscanf(rest, "%47s %" SCNu64 " %zu", run, &seed, &length) != 3 ||
        length > (size_t)(reader->end - reader->at))
        return bad(reader, "expected 'case RUN SEED BYTES', and those bytes");
    const char *bytes = reader->at;
    reader->at += length;
    reader->current = NULL;
    reader->deviation = NULL;
    reader->in_case = true;
    if (seed != reader->seed)
        return true;
    if (record->case_count == RECORD_MAX_CASES || record_find(record, run))
        return bad(reader, "a case too many");
    struct record_case *new = calloc(1, sizeof *new);
    if (!new)
        return bad(reader, "no memory");
    record->cases[record->case_count++] = reader->current = new;
    if (trace_read(&new->expected, bytes, length, error) != TRACE_OK)
        return bad(reader, "its trace: %s", *error ? error : "it is cut off");
    if (strcmp(new->expected.run, run) != 0)
        return bad(reader, "the trace is that of another case");
    return true;
}

/* The deviations of a mistake in the current case; NULL if there is no such mistake. */
static struct deviations *deviations_of(struct reader *reader, size_t mistake)
{
    return mistake < reader->record->mistake_count ? &reader->current->deviations[mistake]
                                                   : NULL;
}

static bool read_failure(struct reader *reader, const char *rest)
{
    size_t mistake;
    if (!reader->in_case)
        return bad(reader, "a failure in no case");
    if (!reader->current)
        return true;
    if (sscanf(rest, "%zu", &mistake) != 1 || !deviations_of(reader, mistake))
        return bad(reader, "expected 'fails MISTAKE'");
    deviations_of(reader, mistake)->failed = true;
    return true;
}

static bool read_deviation(struct reader *reader, const char *rest)
{
    struct deviation new = {0};
    size_t mistake;
    if (!reader->in_case)
        return bad(reader, "a difference in no case");
    if (!reader->current)
        return true;
    if (sscanf(rest, "%zu %47s %zu", &mistake, new.array, &new.cols) != 3 ||
        !deviations_of(reader, mistake))
        return bad(reader, "expected 'differs MISTAKE ARRAY COLS'");
    const struct trace_array *array = trace_find(&reader->current->expected, new.array);
    if (!array || new.cols > array->cols || new.cols > DEVIATION_MAX_COLS)
        return bad(reader, "no such array, or not so many columns");
    struct deviations *deviations = deviations_of(reader, mistake);
    if (deviations->count == TRACE_MAX_ARRAYS)
        return bad(reader, "a difference too many");
    struct deviation *list =
        realloc(deviations->list, (deviations->count + 1) * sizeof *list);
    if (!list)
        return bad(reader, "no memory");
    deviations->list = list;
    reader->deviation = &list[deviations->count++];
    *reader->deviation = new;
    return true;
}

/* How many rows the current deviation's array has. */
static size_t rows_of_array(const struct reader *reader)
{
    return trace_find(&reader->current->expected, reader->deviation->array)->rows;
}

static bool read_run(struct reader *reader, const char *rest)
{
    struct rows run;
    struct deviation *deviation = reader->deviation;
    if (reader->in_case && !reader->current)
        return true;
    if (!deviation || deviation->run_count == DEVIATION_MAX_RUNS)
        return bad(reader, "a run too many");
    size_t n = deviation->run_count;
    if (sscanf(rest, "%zu %zu", &run.first, &run.last) != 2 || run.first > run.last ||
        run.last >= rows_of_array(reader) ||
        (n > 0 && run.first <= deviation->runs[n - 1].last))
        return bad(reader, "expected 'run FIRST LAST', in ascending order");
    deviation->runs[deviation->run_count++] = run;
    return true;
}

static bool read_row(struct reader *reader, const char *rest)
{
    struct deviation *deviation = reader->deviation;
    if (reader->in_case && !reader->current)
        return true;
    if (!deviation || deviation->row_count == DEVIATION_MAX_ROWS)
        return bad(reader, "a row too many");
    char *end;
    size_t row = strtoul(rest, &end, 10);
    if (end == rest || row >= rows_of_array(reader))
        return bad(reader, "expected 'row ROW VALUE …'");
    double *values = &deviation->values[deviation->row_count * deviation->cols];
    for (size_t j = 0; j < deviation->cols; j++) {
        rest = end;
        values[j] = strtod(rest, &end);
        if (end == rest)
            return bad(reader, "a value is missing");
    }
    if (*end)
        return bad(reader, "a value too many");
    deviation->rows[deviation->row_count++] = row;
    return true;
}

static bool read_line(struct reader *reader)
{
    static const struct {
        const char *word;
        bool (*read)(struct reader *reader, const char *rest);
    } kinds[] = {
        {"mistake ", read_mistake}, {"says ", read_words},        {"case ", read_case},
        {"fails ", read_failure},   {"differs ", read_deviation}, {"run ", read_run},
        {"row ", read_row}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t length = strlen(kinds[i].word);
        if (strncmp(reader->line, kinds[i].word, length) == 0)
            return kinds[i].read(reader, reader->line + length);
    }
    return bad(reader, "a line of no kind");
}

bool record_parse(struct record *record, const char *bytes, size_t length, uint64_t seed,
                  char error[RECORD_MAX_ERROR])
{
    struct reader reader = {.at = bytes,
                            .end = bytes + length,
                            .record = record,
                            .seed = seed,
                            .error = error};
    *record = (struct record){.mistakes =
                                  malloc(RECORD_MAX_MISTAKES * sizeof *record->mistakes),
                              .cases = malloc(RECORD_MAX_CASES * sizeof *record->cases)};
    error[0] = '\0';
    if (!record->mistakes || !record->cases)
        return bad(&reader, "no memory");
    if (!next_line(&reader))
        return false;
    if (strcmp(reader.line, "descent-record 1") != 0)
        return bad(&reader, "expected 'descent-record 1'");
    while (next_line(&reader)) {
        if (strcmp(reader.line, "end") == 0)
            return reader.at == reader.end || bad(&reader, "something follows the end");
        if (!read_line(&reader))
            return false;
    }
    return false;
}

struct record_case *record_find(const struct record *record, const char *run)
{
    for (size_t i = 0; i < record->case_count; i++)
        if (strcmp(record->cases[i]->expected.run, run) == 0)
            return record->cases[i];
    return NULL;
}

static const struct deviations *find(const struct mistakes *mistakes, size_t i,
                                     const struct evidence *evidence)
{
    const struct record_case *found = record_find(mistakes->context, evidence->run);
    return found ? &found->deviations[i] : NULL;
}

struct mistakes record_mistakes(struct record *record)
{
    return (struct mistakes){record->mistake_count, record->mistakes, NULL, find, record};
}

void record_free(struct record *record)
{
    for (size_t i = 0; i < record->case_count; i++) {
        for (size_t j = 0; j < RECORD_MAX_MISTAKES; j++)
            deviations_free(&record->cases[i]->deviations[j]);
        trace_free(&record->cases[i]->expected);
        free(record->cases[i]);
    }
    free(record->cases);
    free(record->mistakes);
    *record = (struct record){0};
}
