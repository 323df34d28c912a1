/* fuzz_dataset.c: libFuzzer target for the CSV reader.
 *
 *     clang -g -O1 -fsanitize=fuzzer,address,undefined -std=c17 -D_GNU_SOURCE -Isrc \
 *         tests/lab/fuzz_dataset.c src/lab/{csv,dataset,rng}.c src/optim/status.c -lm
 *     ./a.out -dict=tests/lab/fuzz_dataset.dict -max_len=512 -max_total_time=60 */
#include "dataset_property.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    check_dataset_text(bytes, length);
    return 0;
}
