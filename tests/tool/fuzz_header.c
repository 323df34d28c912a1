/* fuzz_header.c: libFuzzer's entry to the reader of exercises' header comments; see
 * `make fuzz`. */
#include "tool/header.h"
#include "tool/plain.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void release(struct exercise *exercise)
{
    free(exercise->id);
    free(exercise->title);
    free(exercise->plot);
    for (size_t i = 0; i < exercise->needs_count; i++)
        free(exercise->needs[i]);
    for (size_t i = 0; i < exercise->hint_count; i++)
        free(exercise->hints[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct exercise exercise = {0};
    char *text = malloc(length + 1);
    if (!text)
        return 0;
    memcpy(text, bytes, length);
    text[length] = '\0';
    if (!header_read(&exercise, text)) {
        if (!exercise.id || !exercise.title || exercise.points < 1)
            abort();
        free(header_make_stub(text, exercise.id, STUB_FOR_STUDENT));
        free(header_make_stub(text, exercise.id, STUB_PRISTINE));
    }
    free(plain_text(text));
    release(&exercise);
    free(text);
    return 0;
}
