/* source.c: gets a trace from a driver or from a file. */
#include "judge/source.h"
#include "judge/sanitizer.h"
#include "judge/text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_PATH = 4096, MAX_TRACE_BYTES = 4 << 20 };

static const struct limits driver_limits = {
    .wall_seconds = 10,
    .cpu_seconds = 1,           /* the slowest solution takes 0.04 */
    .memory_bytes = 256u << 20, /* filled well before the computing time is over */
    .output_bytes = 8u << 20,   /* room to print at each of 100,000 samples */
    .trace_bytes = MAX_TRACE_BYTES,
    .file_bytes = 1u << 20,
};

/* They override what a program says of itself in __asan_default_options(). */
static const char address_options[] =
    "ASAN_OPTIONS=exitcode=1:log_path=stderr:halt_on_error=1:color=never:"
    "detect_leaks=0:allocator_may_return_null=1:max_allocation_size_mb=1024";
static const char undefined_options[] =
    "UBSAN_OPTIONS=exitcode=1:log_path=stderr:color=never";

static enum verdict recorded_trace(struct trace *trace, char words[VERDICT_MAX_WORDS],
                                   const char *path)
{
    char error[TRACE_MAX_ERROR] = "cannot be read";
    enum trace_status status = TRACE_BAD;
    char *bytes = malloc(MAX_TRACE_BYTES);
    FILE *file = fopen(path, "r");
    if (bytes && file)
        status = trace_read(trace, bytes, fread(bytes, 1, MAX_TRACE_BYTES, file), error);
    if (file)
        fclose(file);
    free(bytes);
    if (status == TRACE_OK)
        return VERDICT_OK;
    trace_free(trace);
    snprintf(words, VERDICT_MAX_WORDS, "the recorded trace %.200s: %s", path,
             error[0] ? error : "it is cut off");
    return VERDICT_BAD_TRACE;
}

/* Keeps what the program itself has printed. */
static void keep_output(struct printed *printed, char *output, enum verdict verdict)
{
    if (verdict == VERDICT_NOT_STARTED)
        verdict_cut_todo(output);
    if (verdict == VERDICT_CRASH)
        sanitizer_cut(output);
    snprintf(printed->text, sizeof printed->text, "%s", output);
    text_clean(printed->text, strlen(printed->text)); /* its last character may be cut */
    printed->lines = 0;
    for (const char *line = output; *line; printed->lines++) {
        line += strcspn(line, "\n");
        line += *line == '\n';
    }
}

static enum verdict driven_trace(struct trace *trace, char words[VERDICT_MAX_WORDS],
                                 struct printed *printed, const struct source *source,
                                 const char *run, uint64_t seed)
{
    static const char *const env[] = {"PATH=/usr/bin:/bin",     "LC_ALL=C",
                                      "OPENBLAS_NUM_THREADS=1", address_options,
                                      undefined_options,        NULL};
    char seed_text[24];
    snprintf(seed_text, sizeof seed_text, "%" PRIu64, seed);
    const char *const argv[] = {source->path, run, seed_text, NULL};
    const char *const readable[] = {source->path, NULL}, *const none[] = {NULL};
    struct sandbox sandbox = {readable, none, source->sandbox};
    struct command command = {.argv = argv,
                              .env = env,
                              .limits = driver_limits,
                              .confine = !source->trusted,
                              .sandbox = source->sandbox ? &sandbox : NULL};
    struct run result;
    run_program(&result, &command);
    text_clean(result.output.bytes, result.output.length);
    enum verdict verdict = verdict_of_run(trace, words, &result, &driver_limits);
    if (printed)
        keep_output(printed, result.output.bytes, verdict);
    run_free(&result);
    return verdict;
}

enum verdict source_trace(struct trace *trace, char words[VERDICT_MAX_WORDS],
                          struct printed *printed, const struct source *source,
                          const char *run, uint64_t seed)
{
    struct stat status;
    *trace = (struct trace){0};
    words[0] = '\0';
    if (stat(source->path, &status) || !S_ISDIR(status.st_mode))
        return driven_trace(trace, words, printed, source, run, seed);
    char path[MAX_PATH];
    snprintf(path, sizeof path, "%s/%" PRIu64 "/%s.trace", source->path, seed, run);
    return recorded_trace(trace, words, path);
}
