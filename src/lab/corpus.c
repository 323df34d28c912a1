/* corpus.c: a text as symbols.
 *
 *     symbol of a byte = how many smaller bytes occur in the text
 *
 * Invariant: train and valid together have each byte of the text once, whole pieces in
 * their order. */
#include "lab/corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Numbers the bytes that occur; those that do not get 256 or more. */
static void number_bytes(const struct corpus *corpus, size_t symbol_of[256])
{
    for (size_t b = 0; b < 256; b++)
        symbol_of[b] = 256;
    for (size_t s = 0; s < corpus->symbols; s++)
        symbol_of[corpus->byte[s]] = s;
}

static void find_symbols(struct corpus *corpus, size_t length, const unsigned char *text)
{
    size_t occurs[256] = {0};
    for (size_t i = 0; i < length; i++)
        occurs[text[i]] = 1;
    for (size_t b = 0; b < 256; b++)
        if (occurs[b])
            corpus->byte[corpus->symbols++] = (unsigned char)b;
}

enum descent_status corpus_encode(const struct corpus *corpus, size_t length,
                                  unsigned char *text)
{
    size_t symbol_of[256];
    number_bytes(corpus, symbol_of);
    for (size_t i = 0; i < length; i++)
        if (symbol_of[text[i]] > 255)
            return DESCENT_ERANGE;
    for (size_t i = 0; i < length; i++)
        text[i] = (unsigned char)symbol_of[text[i]];
    return DESCENT_OK;
}

void corpus_decode(const struct corpus *corpus, size_t length, unsigned char *text)
{
    for (size_t i = 0; i < length; i++)
        text[i] = corpus->byte[text[i]];
}

enum descent_status corpus_take(struct corpus *corpus, size_t length,
                                const unsigned char *text)
{
    *corpus = (struct corpus){0};
    if (length < 1 || length > CORPUS_MAX_BYTES)
        return DESCENT_ERANGE;
    corpus->train = malloc(length);
    corpus->valid = malloc(length);
    if (!corpus->train || !corpus->valid) {
        corpus_free(corpus);
        return DESCENT_ENOMEM;
    }
    find_symbols(corpus, length, text);
    for (size_t at = 0; at < length; at += CORPUS_PIECE) {
        const size_t left = length - at,
                     count = left < CORPUS_PIECE ? left : CORPUS_PIECE;
        const int scored = at / CORPUS_PIECE % CORPUS_VALID == CORPUS_VALID - 1;
        unsigned char *part = scored ? corpus->valid : corpus->train;
        size_t *part_length = scored ? &corpus->valid_length : &corpus->train_length;
        memcpy(part + *part_length, text + at, count);
        *part_length += count;
    }
    corpus_encode(corpus, corpus->train_length, corpus->train);
    corpus_encode(corpus, corpus->valid_length, corpus->valid);
    return DESCENT_OK;
}

/* Reads what there may be, and more if there is. Returns how much it was; text is NULL
 * if memory ran out. */
static size_t slurp(FILE *file, unsigned char **text)
{
    size_t length = 0, room = 0, got = 1;
    while (got > 0 && length <= CORPUS_MAX_BYTES) {
        if (length == room) {
            unsigned char *more = realloc(*text, room = 2 * room + 65536);
            if (!more) {
                free(*text);
                *text = NULL;
                return 0;
            }
            *text = more;
        }
        got = fread(*text + length, 1, room - length, file);
        length += got;
    }
    return length;
}

enum descent_status corpus_read(struct corpus *corpus, const char *path)
{
    FILE *file = fopen(path, "rb");
    *corpus = (struct corpus){0};
    if (!file)
        return DESCENT_EIO;
    unsigned char *text = NULL;
    const size_t length = slurp(file, &text);
    enum descent_status status = text ? DESCENT_OK : DESCENT_ENOMEM;
    if (!status)
        status = ferror(file) ? DESCENT_EIO : corpus_take(corpus, length, text);
    fclose(file);
    free(text);
    return status;
}

enum descent_status corpus_draw(const struct corpus *corpus, size_t count, size_t length,
                                unsigned char *token, struct rng *rng)
{
    if (length < 1 || length > corpus->train_length)
        return DESCENT_ERANGE;
    for (size_t k = 0; k < count; k++) {
        const size_t first = rng_below(rng, corpus->train_length - length + 1);
        memcpy(token + k * length, corpus->train + first, length);
    }
    return DESCENT_OK;
}

void corpus_free(struct corpus *corpus)
{
    free(corpus->train);
    free(corpus->valid);
    *corpus = (struct corpus){0};
}
