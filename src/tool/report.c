/* report.c: a grading in words. */
#include "tool/report.h"
#include "tool/cause.h"
#include "tool/files.h"
#include "tool/terminal.h"

#include <error.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    MAX_LINES = 12,  /* of the compiler's messages, and of the student's output */
    MAX_LINE = 1000, /* bytes of such a line, which may be a whole terminal */
    DETAILED = 3,    /* failed tests that are told in words, so that all fits a screen */
    WIDEST = 88,     /* columns of what is to be read as prose */
};

static const char indent[] = "      ", warnings[] = "The compiler warns:";

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
        return (struct style){
            .good = "", .bad = "", .faint = "", .bold = "", .plain = ""};
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

/* The names of the failed tests from the i-th on, in one paragraph. */
static void print_names(const json_t *tests, size_t i, const struct style *style)
{
    char *names;
    size_t size, count = 0;
    FILE *file = open_memstream(&names, &size);
    for (; file && i < json_array_size(tests); i++) {
        const json_t *test = json_array_get(tests, i);
        if (strcmp(string(test, "status"), "pass") != 0)
            fprintf(file, "%s%s", count++ ? " · " : "", string(test, "name"));
    }
    if (!file || fclose(file))
        error(EXIT_USAGE, 0, "out of memory");
    printf("  %s✗ and %zu more (--verbose says how):%s\n", style->bad, count,
           style->plain);
    print_wrapped(names, indent, WIDEST);
    free(names);
}

/* Whether the words of a failed test are about values, so that the same words about
 * another case are news. */
static bool is_about_values(const json_t *test)
{
    const char *verdict = string(test, "verdict");
    return strcmp(verdict, "wrong-values") == 0 || strcmp(verdict, "nan") == 0;
}

/* A failed test's name, and the case to run it by hand. */
static void print_title(const json_t *test, const struct style *style)
{
    char *title =
        text_format("✗ %s (case %s)", string(test, "name"), string(test, "case"));
    fputs(style->bad, stdout);
    print_wrapped(title, "  ", SIZE_MAX);
    fputs(style->plain, stdout);
    free(title);
}

/* The failed tests: of the first few how they failed, of the others the names. One crash
 * fails many tests in the same words: these stand once. Returns whether words were left
 * out. */
static bool print_failures(const json_t *result, const struct style *style)
{
    size_t i, shown = 0;
    json_t *test, *tests = json_object_get(result, "tests");
    const char *words = "";
    json_array_foreach(tests, i, test)
    {
        const char *message = string(test, "message");
        if (strcmp(string(test, "status"), "pass") == 0)
            continue;
        bool repeats = shown > 0 && !is_about_values(test) && strcmp(message, words) == 0;
        if (!style->verbose && (repeats || shown == DETAILED)) {
            print_names(tests, i, style);
            return true;
        }
        print_title(test, style);
        if (!repeats)
            print_wrapped(message, indent, SIZE_MAX);
        words = message;
        shown++;
    }
    return false;
}

static void print_diagnosis(const json_t *result, const struct style *style)
{
    static const char *const titles[][2] = {
        {"diagnosis", "Your numbers show a known mistake:"},
        {"second", "And a second one:"},
        {"near", "Your numbers are near those of a known mistake, which does not explain "
                 "all of them:"}};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        const json_t *mistake = json_object_get(result, titles[i][0]);
        if (!json_is_object(mistake))
            continue;
        printf("\n  %s%s%s\n", style->bold, titles[i][1], style->plain);
        print_wrapped(string(mistake, "says"), indent, WIDEST);
    }
}

static size_t count_lines(const char *text)
{
    size_t count = 0;
    for (; *text; count++) {
        text += strcspn(text, "\n");
        text += *text == '\n';
    }
    return count;
}

/* Prints text line by line, at most MAX_LINES of it if that is not to be verbose. Returns
 * how many lines were printed. */
static size_t print_text(const char *text, const char *title, const struct style *style)
{
    size_t line = 0;
    if (*text)
        printf("  %s%s%s\n", style->faint, title, style->plain);
    for (; *text && (style->verbose || line < MAX_LINES); line++) {
        size_t length = strcspn(text, "\n");
        size_t shown = length < MAX_LINE ? length : MAX_LINE;
        while (shown < length && (text[shown] & 0xc0) == 0x80)
            shown--; /* not in the middle of a character */
        printf("    | %.*s%s\n", (int)shown, text, shown < length ? "…" : "");
        text += length + (text[length] == '\n');
    }
    return line;
}

/* The compiler's messages. Returns whether some were left out. */
static bool print_messages(const char *messages, const char *title,
                           const struct style *style)
{
    size_t lines = count_lines(messages), shown = print_text(messages, title, style);
    if (shown < lines)
        printf("    … %zu more line%s (--verbose)\n", lines - shown,
               lines - shown == 1 ? "" : "s");
    return shown < lines;
}

/* Where the first error begins, so that warnings before it cannot push it out of sight;
 * the beginning if no line is known as an error. */
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

static bool print_build_error(const char *messages, const struct style *style)
{
    const char *first = first_error(messages);
    const char *missing = strstr(first, "undefined reference");
    bool at_once = missing && (size_t)(missing - first) < strcspn(first, "\n");
    bool has_main = strstr(messages, "multiple definition of `main'") ||
                    strstr(messages, "multiple definition of 'main'"); /* gold's quotes */
    return print_messages(first,
                          has_main  ? "It has a main(), but the tests bring their own; "
                                      "take yours out:"
                          : at_once ? "A function is called that nobody wrote:"
                                    : "It does not compile:",
                          style);
}

/* How to run one case alone, without the judge; to be freed. */
static char *run_alone(const struct grading *grading, const struct exercise *exercise,
                       const char *run)
{
    return text_format("build/drivers/%s/%s %s %" PRIu64, exercise->chapter,
                       exercise->name, run, grading->seed);
}

/* What the program printed, and how to see the rest of it. */
static void print_output(const struct grading *grading, const struct exercise *exercise,
                         const json_t *result, const struct style *style)
{
    size_t lines = (size_t)number(result, "output_lines");
    size_t shown = print_text(string(result, "output"), "Your program printed:", style);
    if (shown >= lines)
        return;
    char *command = run_alone(grading, exercise, string(result, "output_case"));
    printf("    … %zu more line%s%s%s%s\n", lines - shown, lines - shown == 1 ? "" : "s",
           grading->folder ? "" : "; all of it: ", grading->folder ? "" : command,
           grading->folder ? "" : " 3>/dev/null");
    free(command);
}

/* Why there was nothing to compile, and what to do. */
static void print_problem(const struct grading *grading, const struct exercise *exercise,
                          const json_t *result)
{
    const char *folder = grading->folder ? "" : "exercises/";
    char *words = text_format("%s%s.", folder, string(result, "problem"));
    print_wrapped(words, "  ", SIZE_MAX);
    free(words);
    bool absent = strcmp(string(result, "status"), "not-started") == 0;
    if (!grading->folder)
        printf("  its stub: build/descent reset %s%s\n", exercise->id,
               absent ? "" : " (what is there now is kept)");
}

/* How to run the first failed test's case alone; that of a crash before others, because
 * the sanitizers say more than the verdict can. */
static void print_alone(const struct grading *grading, const struct exercise *exercise,
                        const json_t *result)
{
    size_t i;
    json_t *test;
    const json_t *chosen = NULL;
    json_array_foreach(json_object_get(result, "tests"), i, test)
    {
        bool crashed = strcmp(string(test, "verdict"), "crash") == 0;
        bool failed = strcmp(string(test, "status"), "pass") != 0;
        if (failed && (!chosen || crashed))
            chosen = test;
        if (crashed)
            break;
    }
    if (!chosen)
        return;
    char *command = run_alone(grading, exercise, string(chosen, "case"));
    printf("  alone: %s\n", command);
    free(command);
}

/* Names the lines in which a todo() is left of an exercise that was begun. */
static void print_todos(const struct grading *grading, const struct exercise *e)
{
    if (grading->folder)
        return;
    char *path = workbook_submission(grading->workbook, e, NULL);
    char *text = file_read(path), *stub = workbook_stub(grading->workbook, e);
    const char *line = text && strcmp(text, stub) != 0 ? text : "";
    for (size_t number = 1; *line; number++) {
        size_t length = strcspn(line, "\n"), margin = strspn(line, " \t");
        if (strncmp(line + margin, "todo(", 5) == 0)
            printf("  A todo() is left in line %zu: the program ends there. Take it out "
                   "when your code is in its place.\n",
                   number);
        line += length + (line[length] == '\n');
    }
    free(stub);
    free(text);
    free(path);
}

/* What a pass can be compared with. */
static void print_comparison(const struct grading *grading, const struct exercise *e)
{
    if (grading->folder)
        return;
    if (grading->workbook->has_solutions)
        printf("  compare with the reference: build/descent diff %s\n"
               "  other right ways: tests/%s/right/%s-*.c\n",
               e->id, e->chapter, e->name);
    else
        printf("  see it over the reference: build/descent plot %s\n", e->id);
}

static void print_advice(const struct grading *grading, const struct exercise *exercise,
                         const struct exercise *cause, const json_t *result, bool more,
                         const struct style *style)
{
    if (cause)
        printf("  It calls %sexercise %s, which does not pass: mend that one first.\n",
               grading->folder ? "" : "your ", cause->id);
    fputs(style->faint, stdout);
    if (!grading->folder)
        print_alone(grading, exercise, result);
    printf("  again: build/descent grade %s --seed %" PRIu64 "%s%s\n", exercise->id,
           grading->seed, grading->folder ? " --exercises DIR" : "",
           more ? " --verbose" : "");
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

/* What went wrong, from the tests to what the program printed. */
static void print_failed(const struct grading *grading, const struct exercise *exercise,
                         const struct exercise *cause, const json_t *result,
                         const struct style *style)
{
    const char *messages = string(result, "messages");
    bool built = strcmp(string(result, "status"), "build-error") != 0;
    bool more = print_failures(result, style);
    more |= built ? print_messages(messages, warnings, style)
                  : print_build_error(messages, style);
    print_diagnosis(result, style);
    print_output(grading, exercise, result, style);
    if (built)
        print_todos(grading, exercise);
    print_advice(grading, exercise, cause, result, more, style);
}

static bool is_untouched(const json_t *result)
{
    return strcmp(string(result, "status"), "not-started") == 0;
}

/* Returns the exercise to go on with if this one did not pass: itself, or one that it
 * calls. */
static const struct exercise *print_exercise(const struct grading *grading,
                                             const json_t *exercises,
                                             const json_t *result,
                                             const struct style *style)
{
    const struct exercise *exercise =
        workbook_find(grading->workbook, string(result, "id"));
    const struct exercise *cause = NULL;
    report_line(exercise, string(result, "status"), number(result, "points"), style);
    if (*string(result, "problem")) {
        print_problem(grading, exercise, result);
    } else if (report_passed(result) || is_untouched(result)) {
        print_messages(string(result, "messages"), warnings, style);
        print_output(grading, exercise, result, style);
    } else {
        cause = cause_of(grading, exercises, exercise);
        print_failed(grading, exercise, cause, result, style);
    }
    return cause ? cause : exercise;
}

/* What is said of an exercise that is graded alone: the reader is at work on it. */
static void print_alone_only(const struct grading *grading, const json_t *result)
{
    const struct exercise *e = workbook_find(grading->workbook, string(result, "id"));
    if (report_passed(result))
        print_comparison(grading, e);
    if (!is_untouched(result) || json_array_size(json_object_get(result, "tests")) == 0)
        return;
    printf("  Every test meets a todo(). Put your code in place of each of them.\n");
    print_todos(grading, e);
}

/* Files that were not graded: no exercise has their name. Renamed, or saved twice. */
static void print_unclaimed(const json_t *result, const struct style *style)
{
    size_t i;
    json_t *file;
    json_array_foreach(json_object_get(result, "unclaimed"), i, file)
    {
        char *words = text_format("No exercise has a file of this name: %s",
                                  json_string_value(file));
        fputs(style->faint, stdout);
        print_wrapped(words, "", SIZE_MAX);
        fputs(style->plain, stdout);
        free(words);
    }
}

const struct exercise *report_grading(const struct grading *grading, const json_t *result,
                                      const struct style *style)
{
    size_t i;
    json_t *one, *exercises = json_object_get(result, "exercises");
    const struct exercise *next = NULL;
    json_array_foreach(exercises, i, one)
    {
        const struct exercise *first = print_exercise(grading, exercises, one, style);
        if (!next && !report_passed(one))
            next = first;
    }
    if (json_array_size(exercises) == 1)
        print_alone_only(grading, json_array_get(exercises, 0));
    if (next)
        print_unclaimed(result, style);
    printf("%s%" JSON_INTEGER_FORMAT " of %" JSON_INTEGER_FORMAT
           " points%s (seed %" PRIu64 ")\n",
           style->bold, number(result, "points"), number(result, "max_points"),
           style->plain, grading->seed);
    return next;
}
