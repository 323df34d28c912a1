/* report.c: a grading in words. */
#include "tool/report.h"
#include "tool/files.h"
#include "tool/terminal.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    MAX_LINES = 12,  /* of the compiler's messages, and of the student's output */
    MAX_LINE = 1000, /* bytes of such a line, which may be a whole terminal */
    WIDEST = 88,     /* columns of what is to be read as prose */
};

static const char indent[] = "      ";

bool style_wanted(void)
{
    const char *no_color = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    bool capable = isatty(STDOUT_FILENO) && terminal && strcmp(terminal, "dumb") != 0;
    return capable && !(no_color && *no_color);
}

struct style style_make(bool color)
{
    if (!color)
        return (struct style){"", "", "", "", ""};
    return (struct style){.good = "\033[32m",
                          .bad = "\033[31m",
                          .faint = "\033[2m",
                          .bold = "\033[1m",
                          .plain = "\033[0m"};
}

static const char *string(const json_t *object, const char *key)
{
    const char *value = json_string_value(json_object_get(object, key));
    return value ? value : "";
}

static json_int_t number(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

bool report_passed(const json_t *result)
{
    return strcmp(string(result, "status"), "pass") == 0;
}

/* One crash fails many tests in the same words: these stand once, below the last of them. */
static void print_failures(const json_t *result, const struct style *style)
{
    size_t i;
    json_t *test, *tests = json_object_get(result, "tests");
    const char *words = "";
    json_array_foreach(tests, i, test)
    {
        const char *message = string(test, "message");
        if (strcmp(string(test, "status"), "pass") == 0)
            continue;
        if (strcmp(message, words) != 0)
            print_wrapped(words, indent, SIZE_MAX);
        printf("  %s✗ %s%s\n", style->bad, string(test, "name"), style->plain);
        words = message;
    }
    print_wrapped(words, indent, SIZE_MAX);
}

static void print_diagnosis(const json_t *result, const struct style *style)
{
    const json_t *diagnosis = json_object_get(result, "diagnosis");
    if (!json_is_object(diagnosis))
        return;
    printf("\n  %sYour numbers show a known mistake:%s\n", style->bold, style->plain);
    print_wrapped(string(diagnosis, "says"), indent, WIDEST);
}

/* Prints text line by line, at most MAX_LINES of it. */
static void print_text(const char *text, const char *title, const struct style *style)
{
    if (!*text)
        return;
    printf("  %s%s%s\n", style->faint, title, style->plain);
    for (int line = 0; *text && line <= MAX_LINES; line++) {
        size_t length = strcspn(text, "\n");
        size_t shown = length < MAX_LINE ? length : MAX_LINE;
        while (shown < length && (text[shown] & 0xc0) == 0x80)
            shown--; /* not in the middle of a character */
        if (line == MAX_LINES)
            printf("    | …\n");
        else
            printf("    | %.*s%s\n", (int)shown, text, shown < length ? "…" : "");
        text += length + (text[length] == '\n');
    }
}

/* Where the first error begins, so that warnings before it cannot push it out of sight; the
 * beginning if no line is known as an error. */
static const char *first_error(const char *messages)
{
    static const char *const marks[] = {"error:", "multiple definition",
                                        "undefined reference"};
    const char *first = NULL;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const char *found = strstr(messages, marks[i]);
        if (found && (!first || found < first))
            first = found;
    }
    while (first && first > messages && first[-1] != '\n')
        first--;
    return first ? first : messages;
}

static void print_build_error(const char *messages, const struct style *style)
{
    const char *first = first_error(messages);
    const char *missing = strstr(first, "undefined reference");
    bool at_once = missing && (size_t)(missing - first) < strcspn(first, "\n");
    print_text(first,
               at_once ? "A function is called that nobody wrote:"
                       : "It does not compile:",
               style);
}

static void print_advice(const struct grading *grading, const struct exercise *exercise,
                         const struct style *style)
{
    for (size_t i = 0; i < exercise->needs_count; i++)
        printf("  It calls %sexercise %s; if that one does not pass, mend it first.\n",
               grading->folder ? "" : "your ", exercise->needs[i]);
    printf("  %sagain: build/descent grade %s --seed %" PRIu64 "%s\n", style->faint,
           exercise->id, grading->seed, grading->folder ? " --exercises DIR" : "");
    if (!grading->folder)
        printf("  hint:  build/descent hint %s\n", exercise->id);
    fputs(style->plain, stdout);
}

void report_line(const struct exercise *exercise, const char *status, json_int_t points,
                 const struct style *style)
{
    bool passed = strcmp(status, "pass") == 0;
    bool untouched = strcmp(status, "not-started") == 0;
    const char *color = passed ? style->good : untouched ? style->faint : style->bad;
    const char *mark = passed ? "✓" : untouched ? "·" : "✗";
    printf("%s%s %-4s %-12s%s %2" JSON_INTEGER_FORMAT "/%d  %s\n", color, mark,
           exercise->id, status, style->plain, points, exercise->points, exercise->title);
}

void report_next(const struct exercise *next)
{
    char *words = next ? text_format("Next: exercise %s, %s. Edit exercises/%s/%s.c",
                                     next->id, next->title, next->chapter, next->name)
                       : text_format("All exercises pass.");
    print_wrapped(words, "", SIZE_MAX);
    free(words);
}

static void print_exercise(const struct grading *grading, const json_t *result,
                           const struct style *style)
{
    const char *status = string(result, "status");
    const struct exercise *exercise =
        workbook_find(grading->workbook, string(result, "id"));
    bool passed = report_passed(result), untouched = strcmp(status, "not-started") == 0;
    report_line(exercise, status, number(result, "points"), style);
    bool failed = !passed && !untouched;
    if (failed)
        print_failures(result, style);
    const char *messages = string(result, "messages");
    if (strcmp(status, "build-error") == 0)
        print_build_error(messages, style);
    else if (json_array_size(json_object_get(result, "tests")) == 0)
        print_text(messages, "Nothing was compiled:", style);
    else
        print_text(messages, "The compiler warns:", style);
    if (failed)
        print_diagnosis(result, style);
    print_text(string(result, "output"), "Your program printed:", style);
    if (failed)
        print_advice(grading, exercise, style);
}

/* Who asks for one exercise alone may have written a part of it. */
static void explain_not_started(const json_t *result)
{
    bool untouched = strcmp(string(result, "status"), "not-started") == 0;
    if (untouched && json_array_size(json_object_get(result, "tests")) > 0)
        printf("  Every test meets a todo(). Put your code in place of each of them.\n");
}

const struct exercise *report_grading(const struct grading *grading, const json_t *result,
                                      const struct style *style)
{
    size_t i;
    json_t *one, *exercises = json_object_get(result, "exercises");
    const struct exercise *next = NULL;
    json_array_foreach(exercises, i, one)
    {
        print_exercise(grading, one, style);
        if (!next && !report_passed(one))
            next = workbook_find(grading->workbook, string(one, "id"));
    }
    if (json_array_size(exercises) == 1)
        explain_not_started(json_array_get(exercises, 0));
    printf("%s%" JSON_INTEGER_FORMAT " of %" JSON_INTEGER_FORMAT
           " points%s (seed %" PRIu64 ")\n",
           style->bold, number(result, "points"), number(result, "max_points"),
           style->plain, grading->seed);
    return next;
}
