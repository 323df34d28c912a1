/* fuzz_dataset.c: libFuzzer target for the CSV reader; see `make fuzz`. */
#include "dataset_property.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    check_dataset_text(bytes, length);
    return 0;
}
