/* fuzz_record.c: libFuzzer's entry to the reader of records; see `make fuzz`. */
#include "judge/record.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Reads it with seed 1, and compares each reference with itself. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct record record;
    char error[RECORD_MAX_ERROR];
    bool read = record_parse(&record, (const char *)bytes, length, 1, error);
    if (read != (error[0] == '\0'))
        abort();
    struct mistakes mistakes = record_mistakes(&record);
    for (size_t i = 0; i < record.case_count; i++) {
        const struct trace *trace = &record.cases[i]->expected;
        struct evidence evidence = {trace->run, trace, trace, {0, 0}};
        size_t found;
        if (diagnose(&found, &mistakes, &evidence, 1) != DIAGNOSIS_NONE)
            abort();
    }
    record_free(&record);
    return 0;
}
