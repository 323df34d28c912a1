/* fuzz_output.c: libFuzzer's entry to what reads a hostile program's output; see `make
 * fuzz`.
 */
#include "judge/sanitizer.h"
#include "judge/text.h"
#include "judge/verdict.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const struct limits limits = {.wall_seconds = 1, .cpu_seconds = 1};
    char *text = malloc(length + 1), words[VERDICT_MAX_WORDS];
    if (!text)
        return 0;
    memcpy(text, bytes, length);
    text[length] = '\0';
    text_clean(text, length);
    if (strlen(text) != length)
        abort();
    struct run run = {.ending = length % 2 ? ENDED_EXIT : ENDED_SIGNAL,
                      .code = (int)(length % 256),
                      .output = {text, length, length + 1},
                      .trace = {text, length, length + 1}};
    struct trace trace;
    verdict_of_run(&trace, words, &run, &limits);
    if (strlen(words) >= VERDICT_MAX_WORDS)
        abort();
    trace_free(&trace);
    sanitizer_cut(text);
    if (strlen(text) > length)
        abort();
    free(text);
    return 0;
}
