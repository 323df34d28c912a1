/* verdict.c: from an exit status, an output and a trace to one sentence.
 *
 * Invariant: the words do not depend on addresses, process numbers or times, so that the same
 * seed gives the same words. */
#include "judge/verdict.h"
#include "judge/text.h"
#include "optim/todo.h"

#include <ctype.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *verdict_name(enum verdict verdict)
{
    static const char *const names[] = {"ok",        "not-started", "wrong-values",
                                        "nan",       "nothing-run", "early-exit",
                                        "bad-trace", "runaway",     "out-of-memory",
                                        "timeout",   "crash"};
    return names[verdict];
}

__attribute__((format(printf, 3, 4))) static enum verdict
say(char *words, enum verdict verdict, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    vsnprintf(words, VERDICT_MAX_WORDS, format, values);
    va_end(values);
    text_clean(words);
    return verdict;
}

/* Copies text up to a stop character, leaving out words that are addresses. */
static void copy_without_addresses(char *to, size_t size, const char *from,
                                   const char *stop)
{
    size_t used = 0;
    const char *end = from + strcspn(from, stop);
    while (from < end && used + 1 < size) {
        if (strncmp(from, "0x", 2) == 0) {
            while (from < end && isalnum((unsigned char)*from))
                from++;
            continue;
        }
        to[used++] = *from++;
    }
    to[used] = '\0';
}

/* Where the first line of a sanitizer's stack that names a C file outside the workbook's own
 * machinery points: "adam.c:31". */
static void find_place(char *place, size_t size, const char *report)
{
    place[0] = '\0';
    for (const char *frame = strstr(report, "    #"); frame;
         frame = strstr(frame + 1, "    #")) {
        char line[512];
        copy_without_addresses(line, sizeof line, frame, "\n");
        char *path = strrchr(line, '/');
        if (!strstr(line, ".c:") || !path || strstr(line, "sanitizer"))
            continue;
        char *colon = strchr(path, ':');
        char *column = colon ? strchr(colon + 1, ':') : NULL;
        if (column)
            *column = '\0';
        snprintf(place, size, " at %s", path + 1);
        return;
    }
}

static enum verdict address_report(char *words, const char *report)
{
    char what[200], access[40] = "", place[200];
    copy_without_addresses(what, sizeof what, report, " \n");
    const char *size = strstr(report, " of size ");
    if (size && (size - report < 600)) {
        bool write = size >= report + 5 && strncmp(size - 5, "WRITE", 5) == 0;
        int bytes = 0;
        sscanf(size, " of size %d", &bytes);
        snprintf(access, sizeof access, ", %s of %d bytes", write ? "write" : "read",
                 bytes);
    }
    find_place(place, sizeof place, report);
    return say(words, VERDICT_CRASH, "AddressSanitizer: %s%s%s", what, access, place);
}

static enum verdict undefined_report(char *words, const char *output, const char *report)
{
    const char *line = report;
    while (line > output && line[-1] != '\n' && line[-1] != '/')
        line--;
    char place[160], what[200];
    copy_without_addresses(place, sizeof place, line, " \n");
    copy_without_addresses(what, sizeof what, report + strlen(" runtime error: "), "\n");
    size_t length = strlen(place);
    if (length && place[length - 1] == ':')
        place[length - 1] = '\0';
    return say(words, VERDICT_CRASH, "UndefinedBehaviorSanitizer: %s at %s", what, place);
}

/* The sanitizer's report, if there is one, in one line. */
static bool sanitizer_report(char *words, const char *output)
{
    static const char address[] = "ERROR: AddressSanitizer: ";
    const char *report = strstr(output, address);
    if (report) {
        address_report(words, report + strlen(address));
        return true;
    }
    report = strstr(output, " runtime error: ");
    if (report)
        undefined_report(words, output, report);
    return report != NULL;
}

static enum verdict by_signal(char *words, int number)
{
    const char *hint = number == SIGSEGV || number == SIGBUS
                           ? " (a pointer that points nowhere)"
                       : number == SIGABRT ? " (abort)"
                       : number == SIGFPE  ? " (integer division by zero)"
                                           : "";
    return say(words, VERDICT_CRASH, "the program was ended by the signal SIG%s%s",
               sigabbrev_np(number) ? sigabbrev_np(number) : "?", hint);
}

static enum verdict by_exit(char *words, int code, enum trace_status trace,
                            const char *error)
{
    if (code == TODO_EXIT_CODE && trace == TRACE_CUT)
        return say(words, VERDICT_NOT_STARTED,
                   "a function that this test calls is not started");
    switch (trace) {
    case TRACE_EMPTY:
        return say(
            words, VERDICT_NOTHING_RUN,
            "nothing was run: the program ended with code %d before the test began",
            code);
    case TRACE_CUT:
        return say(words, VERDICT_EARLY_EXIT,
                   "the program ended with code %d in the middle of the test", code);
    case TRACE_BAD:
        return say(
            words, VERDICT_BAD_TRACE,
            "the record of the test is spoiled (%s): does your code write to files or "
            "descriptors?",
            error);
    case TRACE_OK:
        break;
    }
    if (code != 0)
        return say(words, VERDICT_EARLY_EXIT, "the program ended with code %d, not 0",
                   code);
    words[0] = '\0';
    return VERDICT_OK;
}

enum verdict verdict_of_run(struct trace *trace, char words[VERDICT_MAX_WORDS],
                            const struct run *run, const struct limits *limits)
{
    char error[TRACE_MAX_ERROR];
    enum trace_status status =
        trace_read(trace, run->trace.bytes, run->trace.length, error);
    switch (run->ending) {
    case ENDED_TIME:
        return say(words, VERDICT_TIMEOUT,
                   "time-out: still running after %u s of computing or %g s in all",
                   limits->cpu_seconds, limits->wall_seconds);
    case ENDED_MEMORY:
        return say(words, VERDICT_OUT_OF_MEMORY,
                   "out of memory: it took more than %zu MB", limits->memory_bytes >> 20);
    case ENDED_OUTPUT:
        return say(words, VERDICT_RUNAWAY, "runaway output: it wrote more than %zu kB",
                   limits->output_bytes >> 10);
    case ENDED_UNKNOWN:
        return say(words, VERDICT_NOTHING_RUN, "nothing was run: %.300s",
                   run->output.bytes);
    case ENDED_SIGNAL:
        if (sanitizer_report(words, run->output.bytes))
            return VERDICT_CRASH;
        return by_signal(words, run->code);
    case ENDED_EXIT:
        break;
    }
    if (run->code != 0 && run->code != TODO_EXIT_CODE &&
        sanitizer_report(words, run->output.bytes))
        return VERDICT_CRASH;
    return by_exit(words, run->code, status, error);
}
