/* fuzz_object.c: any bytes as an object file. */
#include "tool/object.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    free(object_problem((const char *)data, size, "main\nf\n"));
    return 0;
}
