/** @file corpus.h
 *  @brief A text as symbols, one part to train on and one to be scored on.
 *  @ingroup lab */
#ifndef DESCENT_CORPUS_H
#define DESCENT_CORPUS_H

#include "lab/rng.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

#define CORPUS_PATH "src/lab/data/book.txt" ///< This book, from the repository's root.
#define CORPUS_PIECE 2000                   ///< Bytes of the text that stay together.
#define CORPUS_VALID 10                     ///< Every so many pieces one is for scoring.
#define CORPUS_MAX_BYTES ((size_t)64 << 20) ///< Longest text.

/** A text. Its bytes are numbered in ascending order, those that occur: these numbers are
 *  the symbols. */
struct corpus {
    size_t symbols;          ///< How many bytes occur, 1 to 256.
    unsigned char byte[256]; ///< The byte of each symbol.
    size_t train_length;     ///< Symbols to train on.
    size_t valid_length;     ///< Symbols to be scored on; 0 if the text is short.
    unsigned char *train;    ///< Pieces in their order, without those for scoring; owned.
    unsigned char *valid;    ///< Every #CORPUS_VALID-th piece; owned.
};

/** Takes in a text. Pieces are neighbors in the book, but no window of the one part has
 *  a byte of the other.
 *  @param[out] corpus  overwritten; release it with corpus_free()
 *  @param      length  bytes, 1 to #CORPUS_MAX_BYTES
 *  @param      text    any bytes
 *  @return DESCENT_OK, DESCENT_ERANGE if the length is outside its range, or
 *          DESCENT_ENOMEM. After a failure corpus_free() is allowed and does nothing. */
enum descent_status corpus_take(struct corpus *corpus, size_t length,
                                const unsigned char *text);

/** Reads a text from a file.
 *  @param[out] corpus  overwritten; release it with corpus_free()
 *  @param      path    the file
 *  @return as corpus_take(); DESCENT_EIO if the file cannot be read */
enum descent_status corpus_read(struct corpus *corpus, const char *path);

/** Draws windows of the training part, each beginning anywhere.
 *  @param      corpus  initialized
 *  @param      count   number of windows
 *  @param      length  symbols in each, 1 to train_length
 *  @param[out] token   count × length symbols
 *  @param      rng     advanced by `count` draws
 *  @return DESCENT_OK, or DESCENT_ERANGE if the length is outside its range: then nothing
 *          is written */
enum descent_status corpus_draw(const struct corpus *corpus, size_t count, size_t length,
                                unsigned char *token, struct rng *rng);

/** Turns bytes into symbols, in place.
 *  @param         corpus  initialized
 *  @param         length  how many
 *  @param[in,out] text    bytes, then symbols
 *  @return DESCENT_OK, or DESCENT_ERANGE if a byte does not occur in the corpus: then the
 *          text is as it was */
enum descent_status corpus_encode(const struct corpus *corpus, size_t length,
                                  unsigned char *text);

/** Turns symbols into bytes, in place.
 *  @param         corpus  initialized
 *  @param         length  how many
 *  @param[in,out] text    symbols, each below corpus->symbols; then bytes */
void corpus_decode(const struct corpus *corpus, size_t length, unsigned char *text);

/** Releases the memory. May be called twice.
 *  @param corpus  initialized, or all zero */
void corpus_free(struct corpus *corpus);

/** @} */

#endif
