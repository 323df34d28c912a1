/* dataset_property.h: what holds for dataset_parse() whatever bytes it gets. The fuzzer
 * and the mutation test both ask it. */
#ifndef DESCENT_TESTS_LAB_DATASET_PROPERTY_H
#define DESCENT_TESTS_LAB_DATASET_PROPERTY_H

#include "lab/dataset.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REQUIRE(what)                                                                    \
    do {                                                                                 \
        if (!(what)) {                                                                   \
            fprintf(stderr, "dataset_parse breaks its word: %s\n", #what);               \
            abort();                                                                     \
        }                                                                                \
    } while (0)

static inline void require_samples(const struct dataset *dataset)
{
    size_t largest = 0;
    REQUIRE(dataset->rows > 0 && dataset->features > 0);
    REQUIRE(dataset->features < DATASET_MAX_COLUMNS);
    for (size_t i = 0; i < dataset->rows * dataset->features; i++)
        REQUIRE(isfinite(dataset->x[i]));
    for (size_t i = 0; i < dataset->rows; i++)
        largest = dataset->label[i] > largest ? dataset->label[i] : largest;
    REQUIRE(dataset->classes == largest + 1 && largest < DATASET_MAX_CLASSES);
}

/* Parses a copy that is exactly as long as the text, so that a sanitizer sees every byte
 * that is read beyond it. Returns whether the text was taken. */
static inline int check_dataset_text(const uint8_t *bytes, size_t length)
{
    struct dataset dataset;
    struct dataset_error error;
    char *text = malloc(length ? length : 1);
    REQUIRE(text != NULL);
    if (length)
        memcpy(text, bytes, length);
    enum descent_status status = dataset_parse(&dataset, "t", text, length, &error);
    if (status == DESCENT_OK) {
        require_samples(&dataset);
        REQUIRE(error.message[0] == '\0' && error.line == 0);
    } else {
        REQUIRE(status == DESCENT_EFORMAT);
        REQUIRE(error.line > 0 && strlen(error.message) > 10);
        REQUIRE(dataset.x == NULL && dataset.label == NULL && dataset.rows == 0);
        for (const char *c = error.message; *c; c++)
            REQUIRE(*c >= ' ' && *c <= '~');
    }
    dataset_free(&dataset);
    free(text);
    return status == DESCENT_OK;
}

#endif
