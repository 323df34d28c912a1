/* fuzz_mistakes.c: libFuzzer's entry to the reader of lists of mistakes; see `make fuzz`.
 * What stands before a zero byte is the list, what follows it the solution. */
#include "tool/mistakes.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void take(void *context, const struct known_mistake *mistake)
{
    (void)context;
    if (!*mistake->name || !*mistake->says || !*mistake->edits || !mistake->program)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    char *text = calloc(length + 2, 1);
    if (!text)
        return 0;
    memcpy(text, bytes, length);
    free(mistakes_read((struct named_text){"list", text},
                       (struct named_text){"solution", text + strlen(text) + 1}, take,
                       NULL));
    free(text);
    return 0;
}
