/* answer.c: from a run to its verdict and output. */
#include "judge/answer.h"
#include "judge/sanitizer.h"
#include "judge/text.h"

#include <stdio.h>
#include <string.h>

const struct limits answer_limits = {
    .wall_seconds = 10,
    .cpu_seconds = 2,           /* the slowest solution takes 0.04 */
    .memory_bytes = 128u << 20, /* filled well before the computing time is over */
    .output_bytes = 4u << 20,   /* room to print at each of 100,000 samples */
    .trace_bytes = 4u << 20,
    .file_bytes = 1u << 20,
};

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
    /* How much a program prints until it is stopped differs from run to run. */
    bool stopped = verdict == VERDICT_TIMEOUT || verdict == VERDICT_OUT_OF_MEMORY;
    for (const char *line = stopped ? printed->text : output; *line; printed->lines++) {
        line += strcspn(line, "\n");
        line += *line == '\n';
    }
}

enum verdict answer_of_run(struct trace *trace, char words[VERDICT_MAX_WORDS],
                           struct printed *printed, const struct run *run,
                           const struct limits *limits)
{
    text_clean(run->output.bytes, run->output.length);
    enum verdict verdict = verdict_of_run(trace, words, run, limits);
    if (printed)
        keep_output(printed, run->output.bytes, verdict);
    return verdict;
}
