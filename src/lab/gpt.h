/** @file gpt.h
 *  @brief A small language model, forward and backward by hand, a batch at a time.
 *  @ingroup lab
 *
 *  A transformer that predicts the next symbol at every place of a text. As for the MLP,
 *  all parameters are one vector θ, and the model says which part of it is which. */
#ifndef DESCENT_GPT_H
#define DESCENT_GPT_H

#include "lab/rng.h"
#include "optim/muon_groups.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

#define GPT_MAX_BLOCKS 16                         ///< Most blocks.
#define GPT_MAX_TENSORS (4 + 14 * GPT_MAX_BLOCKS) ///< Most tensors.
#define GPT_MAX_SIZE 4096                         ///< Largest width, context and batch.
#define GPT_MAX_NUMBERS ((size_t)1 << 28) ///< Most parameters, and most in flight.

/** How large a model is. */
struct gpt_config {
    size_t vocabulary; ///< V, symbols there are, 1 to 256. Default 96.
    size_t
        context;   ///< Most places that are seen at once, 1 to #GPT_MAX_SIZE. Default 64.
    size_t width;  ///< D, numbers at a place, 1 to #GPT_MAX_SIZE. Default 64.
    size_t heads;  ///< Of attention; divide the width. Default 4.
    size_t blocks; ///< 1 to #GPT_MAX_BLOCKS. Default 2.
    size_t batch;  ///< Most sequences at a time, 1 to #GPT_MAX_SIZE. Default 16.
};

/** Where a block's tensors start in θ, and what it made of the last batch. A norm is
 *  its gains, and its shifts behind them. */
struct gpt_block {
    size_t norm1;     ///< Before attention.
    size_t qkv;       ///< 3D × D: the queries' rows, the keys', the values'.
    size_t qkv_bias;  ///< 3D.
    size_t mix;       ///< D × D, behind attention.
    size_t mix_bias;  ///< D.
    size_t norm2;     ///< Before the two layers.
    size_t up;        ///< 4D × D.
    size_t up_bias;   ///< 4D.
    size_t down;      ///< D × 4D.
    size_t down_bias; ///< D.
    real *in;         ///< What came in, D numbers a place.
    real *normal1;    ///< Normalized.
    real *made_qkv;   ///< Queries, keys and values, 3D numbers a place.
    real *weight;     ///< Of attention, for each sequence and head.
    real *heads;      ///< What the heads made, D numbers.
    real *middle;     ///< What came in, and attention.
    real *normal2;    ///< Normalized.
    real *made_up;    ///< Before ReLU, 4D numbers.
    real *positive;   ///< After it.
};

/** A model: with x a row at every place, a block is
 *
 *      x ← x + attention(norm(x)),   x ← x + layers(norm(x)),
 *
 *  and what comes out of the last one, normalized, is compared with the embedding of each
 *  symbol. The same matrix embeds and predicts: the head is tied. */
struct gpt {
    struct gpt_config config; ///< Its sizes.
    size_t n;                 ///< Number of parameters.
    size_t symbols;           ///< Where in θ the embeddings of symbols start: V × D.
    size_t places;            ///< Those of places: context × D.
    size_t norm;              ///< And the last normalization.
    struct gpt_block block[GPT_MAX_BLOCKS]; ///< The first config.blocks of them.
    real *out;                              ///< What the last block made.
    real *normal;                           ///< That normalized.
    real *logits;                           ///< V numbers a place.
    real *delta;  ///< Gradient with respect to x on its way back, D numbers a place.
    real *part;   ///< Gradient with respect to a layer's input, D numbers a place.
    real *wide;   ///< And 4D numbers.
    real *mean;   ///< Of a normalization, a number a place.
    real *scale;  ///< And by what it multiplies.
    real *room;   ///< For attention's backward pass.
    real *memory; ///< All of the above; owned.
};

/** @return the defaults named above */
struct gpt_config gpt_defaults(void);

/** Prepares a model. All memory is allocated here.
 *  @param[out] gpt     overwritten; release it with gpt_free()
 *  @param      config  sizes
 *  @return DESCENT_OK, DESCENT_ERANGE if a size is outside its range, the heads do not
 *          divide the width, or there would be more than #GPT_MAX_NUMBERS parameters or
 *          numbers in flight; or DESCENT_ENOMEM. After a failure gpt_free() is allowed
 *          and does nothing. */
enum descent_status gpt_init(struct gpt *gpt, struct gpt_config config);

/** Draws initial parameters: matrices and embeddings normal with the given deviation, but
 *  those that lead back to x with less, by √(2 blocks), as there are as many of them;
 *  biases and shifts zero, gains one.
 *  @param      gpt        initialized
 *  @param      deviation  such as 0.02
 *  @param[out] theta      gpt->n parameters
 *  @param      rng        advanced
 *  @see Radford et al. (2019), Language Models are Unsupervised Multitask Learners,
 *       section 2.3. */
void gpt_init_theta(const struct gpt *gpt, real deviation, real *theta, struct rng *rng);

/** Names the parts of θ, in their order: for Muon and AdamW. Queries, keys and values are
 *  matrices of their own.
 *  @param      gpt     initialized
 *  @param[out] tensor  as many entries as the return value, at most #GPT_MAX_TENSORS
 *  @return the number of tensors */
size_t gpt_tensors(const struct gpt *gpt, struct shaped_tensor *tensor);

/** Computes the logits of the symbol that follows each place. Allocates nothing.
 *  @param gpt     initialized
 *  @param theta   gpt->n parameters
 *  @param batch   number of sequences, 1 to config.batch
 *  @param places  length of each, 1 to config.context
 *  @param token   batch × places symbols, each below V
 *  @return batch × places × V logits, valid until the model is used again; NULL if a size
 *          or a symbol is outside its range */
const real *gpt_forward(struct gpt *gpt, const real *theta, size_t batch, size_t places,
                        const unsigned char *token);

/** The mean cost of predicting the next symbol, in nats, and its gradient. Allocates
 *  nothing.
 *  @param      gpt     initialized
 *  @param      theta   gpt->n parameters
 *  @param      batch   number of sequences, 1 to config.batch
 *  @param      places  predictions in each, 1 to config.context
 *  @param      token   batch × (places + 1) symbols: the last of a row is only predicted
 *  @param[out] g       gpt->n numbers, overwritten; NULL if the gradient is not wanted
 *  @return the mean cross-entropy. If a size or a symbol is outside its range NaN, and so
 *          is all of g. */
real gpt_cost(struct gpt *gpt, const real *theta, size_t batch, size_t places,
              const unsigned char *token, real *g);

/** The mean cost on a text, cut into windows that follow each other; what is left in the
 *  end does not count. Allocates nothing.
 *  @param gpt     initialized
 *  @param theta   gpt->n parameters
 *  @param length  symbols in the text, more than config.context
 *  @param token   the text
 *  @return the mean cross-entropy of length / context windows, in nats; NaN if the text
 *          is too short or has a symbol outside its range */
real gpt_score(struct gpt *gpt, const real *theta, size_t length,
               const unsigned char *token);

/** Goes on with a text, symbol by symbol: each is drawn from the softmax of the logits
 *  divided by the temperature. The last symbols, as many as the context has, are seen.
 *  Allocates nothing.
 *  @param         gpt          initialized
 *  @param         theta        gpt->n parameters
 *  @param         temperature  finite, at least 0; with 0 the likeliest symbol is taken,
 *                              of several the first
 *  @param         given        symbols that are there, at least 1
 *  @param         count        symbols that are wanted
 *  @param[in,out] token        given + count symbols, of which the last are written
 *  @param         rng          advanced by one number a symbol; not used with
 *                              temperature 0
 *  @return DESCENT_OK; DESCENT_ERANGE if nothing is given, a given symbol is not below V
 *          or the temperature is outside its range: nothing is written; or DESCENT_ENAN
 *          as soon as a logit is not finite */
enum descent_status gpt_generate(struct gpt *gpt, const real *theta, real temperature,
                                 size_t given, size_t count, unsigned char *token,
                                 struct rng *rng);

/** Releases the memory. May be called twice.
 *  @param gpt  initialized, or all zero */
void gpt_free(struct gpt *gpt);

/** @} */

#endif
