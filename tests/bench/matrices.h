/* matrices.h: the benchmark's rows for methods on matrices. */
#ifndef TESTS_BENCH_MATRICES_H
#define TESTS_BENCH_MATRICES_H

#include <jansson.h>

/* Prints two tables: Newton–Schulz beside a plain product and, where `script` runs,
 * beside PyTorch; inverse roots by eigenvalues and by coupled Newton. Returns the
 * rows. */
json_t *measure_matrices(const char *script);

#endif
