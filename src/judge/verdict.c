/* verdict.c: from an exit status, an output and a trace to one sentence.
 *
 * Invariant: the words do not depend on addresses, process numbers or times, so that the
 * same seed gives the same words. */
#include "judge/verdict.h"
#include "judge/driver.h"
#include "judge/sanitizer.h"
#include "judge/text.h"
#include "optim/todo.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *verdict_name(enum verdict verdict)
{
    static const char *const names[] = {
        "ok",         "not-started", "wrong-values", "nan",     "nothing-run",
        "early-exit", "bad-trace",   "leak",         "runaway", "out-of-memory",
        "timeout",    "crash",       "unstarted"};
    return names[verdict];
}

__attribute__((format(printf, 3, 4))) static enum verdict
say(char *words, enum verdict verdict, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    vsnprintf(words, VERDICT_MAX_WORDS, format, values);
    va_end(values);
    text_clean(words, strlen(words));
    return verdict;
}

/* The sanitizer's report, if there is one, in one line. */
static bool by_sanitizer(char *words, const char *output)
{
    bool found = sanitizer_words(words, VERDICT_MAX_WORDS, output);
    if (found)
        text_clean(words, strlen(words));
    return found;
}

static enum verdict by_signal(char *words, int number)
{
    const char *hint = number == SIGSEGV || number == SIGBUS
                           ? " (a pointer that points nowhere)"
                       : number == SIGABRT ? " (abort)"
                       : number == SIGFPE  ? " (integer division by zero)"
                                           : "";
    const char *name = sigabbrev_np(number);
    if (!name)
        return say(words, VERDICT_CRASH, "the program was ended by the signal %d",
                   number);
    return say(words, VERDICT_CRASH, "the program was ended by the signal SIG%s%s", name,
               hint);
}

/* todo() prints the exercise's number between these. */
static const char todo_begins[] = "exercise ", todo_ends[] = " is not started\n";

/* The number that todo() printed last; NULL if there is none. */
static const char *find_todo(const char *output, size_t *length)
{
    const char *found = NULL;
    for (const char *at = output; (at = strstr(at, todo_begins));) {
        at += strlen(todo_begins);
        size_t digits = strspn(at, "0123456789.");
        if (!digits || digits > 15 ||
            strncmp(at + digits, todo_ends, strlen(todo_ends)) != 0)
            continue;
        found = at;
        *length = digits;
    }
    return found;
}

/* The number names the exercise: it may be one that this one calls. */
static enum verdict not_started(char *words, const char *output)
{
    size_t length;
    const char *id = find_todo(output, &length);
    if (!id)
        return say(words, VERDICT_NOT_STARTED,
                   "a function that this test calls is not started");
    return say(words, VERDICT_NOT_STARTED,
               "a function that this test calls is not started (exercise %.*s)",
               (int)length, id);
}

void verdict_cut_todo(char *output)
{
    size_t length;
    const char *id = find_todo(output, &length);
    if (!id)
        return;
    const char *rest = id + length + strlen(todo_ends);
    memmove(output + (id - output) - strlen(todo_begins), rest, strlen(rest) + 1);
}

static enum verdict by_exit(char *words, const struct run *run, enum trace_status trace,
                            const char *error)
{
    int code = run->code;
    if (code == TODO_EXIT_CODE && trace == TRACE_CUT)
        return not_started(words, run->output.bytes);
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
    if (code == DRIVER_LEAK_EXIT_CODE)
        return say(words, VERDICT_LEAK,
                   "memory leak: not all memory that was asked for was freed");
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
                   "time-out: still running after %u s of computing or %g s in all "
                   "(an endless loop?)",
                   limits->cpu_seconds, limits->wall_seconds);
    case ENDED_MEMORY:
        return say(words, VERDICT_OUT_OF_MEMORY,
                   "out of memory: it took more than %zu MB", limits->memory_bytes >> 20);
    case ENDED_OUTPUT:
        return say(words, VERDICT_RUNAWAY, "runaway output: it wrote more than %zu kB",
                   limits->output_bytes >> 10);
    case ENDED_INTERRUPTED:
        return say(words, VERDICT_NOTHING_RUN, "interrupted");
    case ENDED_UNSTARTED:
        return say(words, VERDICT_UNSTARTED, "nothing was run: %.300s",
                   run->output.bytes);
    case ENDED_SIGNAL:
        if (by_sanitizer(words, run->output.bytes))
            return VERDICT_CRASH;
        return by_signal(words, run->code);
    case ENDED_EXIT:
        break;
    }
    if (run->code != 0 && run->code != TODO_EXIT_CODE &&
        by_sanitizer(words, run->output.bytes))
        return VERDICT_CRASH;
    return by_exit(words, run, status, error);
}
