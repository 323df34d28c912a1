/* source.c: gets a trace from a driver or from a record. */
#include "judge/source.h"
#include "judge/diagnose.h"
#include "judge/record.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_SEED = 24 };

/* They override what a program says of itself in __asan_default_options(). */
static const char address_options[] =
    "ASAN_OPTIONS=exitcode=1:log_path=stderr:halt_on_error=1:color=never:"
    "detect_leaks=0:allocator_may_return_null=1:quarantine_size_mb=16:max_allocation_"
    "size_mb=1024:max_malloc_fill_size=16777216";
static const char undefined_options[] =
    "UBSAN_OPTIONS=exitcode=1:log_path=stderr:color=never";

/* Memory that nobody has written yet holds what AddressSanitizer fills it with, 0xbe,
 * also in a program without it: the known mistakes. */
static const char memory_options[] =
    "GLIBC_TUNABLES=glibc.malloc.perturb=65:glibc.malloc.tcache_count=0";

static const char suffix[] = ".record";

bool source_is_record(const char *path)
{
    size_t length = strlen(path), end = strlen(suffix);
    return length > end && strcmp(path + length - end, suffix) == 0;
}

static enum verdict recorded_trace(struct trace *trace, char words[VERDICT_MAX_WORDS],
                                   const char *path, const char *run, uint64_t seed)
{
    struct record record;
    char error[RECORD_MAX_ERROR];
    bool read = record_read(&record, path, seed, error);
    struct record_case *found = read ? record_find(&record, run) : NULL;
    if (found) {
        *trace = found->expected;
        found->expected.count = 0; /* the arrays are the caller's now */
    } else
        snprintf(words, VERDICT_MAX_WORDS, "the record %.150s: %s", path,
                 read ? "it has no such case or seed" : error);
    record_free(&record);
    return found ? VERDICT_OK : VERDICT_BAD_TRACE;
}

static void run_driver(struct run *result, struct source *source,
                       const char *const argv[], const struct limits *limits)
{
    const char *const env[] = {"PATH=/usr/bin:/bin",
                               "LC_ALL=C",
                               "OPENBLAS_NUM_THREADS=1",
                               address_options,
                               undefined_options,
                               source->trusted ? memory_options : NULL,
                               NULL};
    const char *const readable[] = {source->path, NULL}, *const none[] = {NULL};
    struct sandbox sandbox = {readable, none, source->sandbox};
    struct command command = {.argv = argv,
                              .env = env,
                              .limits = *limits,
                              .confine = !source->trusted,
                              .sandbox = source->sandbox ? &sandbox : NULL};
    run_served(result, &source->server, &command);
}

static enum verdict driven_trace(struct trace *trace, char words[VERDICT_MAX_WORDS],
                                 struct printed *printed, struct source *source,
                                 const char *run, uint64_t seed, const char *version)
{
    struct run result;
    struct limits limits = answer_limits;
    char seed_text[MAX_SEED];
    snprintf(seed_text, sizeof seed_text, "%" PRIu64, seed);
    const char *const argv[] = {source->path, run, seed_text, version, NULL};
    if (source->seconds > 0 && source->seconds < limits.wall_seconds)
        limits.wall_seconds = source->seconds;
    run_driver(&result, source, argv, &limits);
    enum verdict verdict = answer_of_run(trace, words, printed, &result, &limits);
    run_free(&result);
    return verdict;
}

enum verdict source_trace(struct trace *trace, char words[VERDICT_MAX_WORDS],
                          struct printed *printed, struct source *source, const char *run,
                          uint64_t seed, const char *version)
{
    *trace = (struct trace){0};
    words[0] = '\0';
    return source_is_record(source->path)
               ? recorded_trace(trace, words, source->path, run, seed)
               : driven_trace(trace, words, printed, source, run, seed, version);
}

/* Reads one whole trace. @return its length in bytes, 0 if there is none */
static size_t next_trace(struct trace *trace, const char *bytes, size_t length)
{
    static const char end[] = "\n# end\n";
    char error[TRACE_MAX_ERROR];
    *trace = (struct trace){0};
    const char *found = memmem(bytes, length, end, strlen(end));
    size_t whole = found ? (size_t)(found - bytes) + strlen(end) : 0;
    if (whole && trace_read(trace, bytes, whole, error) == TRACE_OK)
        return whole;
    trace_free(trace);
    return 0;
}

size_t source_traces(struct trace *traces, struct source *source, const char *run,
                     uint64_t seed, const char *const *versions, size_t count)
{
    struct run result;
    struct limits limits = answer_limits;
    limits.trace_bytes *= count;
    char seed_text[MAX_SEED], names[SOURCE_MOST * DIAGNOSIS_MAX_NAME] = "";
    snprintf(seed_text, sizeof seed_text, "%" PRIu64, seed);
    for (size_t i = 0; i < count; i++)
        strcat(strcat(names, i ? "," : ""), versions[i]);
    const char *const argv[] = {source->path, run, seed_text, names, NULL};
    run_driver(&result, source, argv, &limits);
    const char *at = result.trace.bytes, *end = at + result.trace.length;
    size_t n = 0;
    for (size_t used; n < count; n++, at += used)
        if (!(used = next_trace(&traces[n], at, (size_t)(end - at))))
            break;
    bool well = result.ending == ENDED_EXIT && result.code == 0;
    run_free(&result);
    if (!well && n > 0)
        trace_free(&traces[--n]); /* it may have ended badly behind its trace */
    return n;
}

void source_close(struct source *source)
{
    server_stop(&source->server);
}
