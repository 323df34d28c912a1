/* fuzz_trace.c: libFuzzer's entry to the reader of traces; see `make fuzz`. */
#include "judge/trace.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct trace trace;
    char error[TRACE_MAX_ERROR];
    enum trace_status status = trace_read(&trace, (const char *)bytes, length, error);
    if ((status == TRACE_BAD) != (error[0] != '\0'))
        abort();
    volatile double sum = 0;
    for (size_t i = 0; i < trace.count; i++) {
        const struct trace_array *array = &trace.arrays[i];
        if (trace_find(&trace, array->name) != array)
            abort();
        for (size_t j = 0; j < array->rows * array->cols; j++)
            sum = sum + array->values[j];
    }
    trace_free(&trace);
    return 0;
}
