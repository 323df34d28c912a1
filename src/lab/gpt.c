/* gpt.c: a small language model.
 *
 *     x_t = E[token_t] + P[t]
 *     x ← x + M attention(Q K V norm(x)) ,   x ← x + W_down relu(W_up norm(x))   per
 *     block z_t = E norm(x_t) ,   f = mean of -log softmax(z_t)[token_t+1]
 *
 *     theta  θ   parameters, laid out E P, block after block, last norm    g   gradient
 *     rows       batch × places, one row of x a place    width D    vocabulary V
 *
 * Invariant: a block keeps what its backward pass needs, and that changes none of it;
 * delta holds the gradient with respect to x behind the layer that goes back next. */
#include "lab/gpt.h"
#include "lab/layers.h"
#include "optim/attention_backward.h"
#include "optim/blas.h"
#include "optim/cross_entropy.h"
#include "optim/layer_norm_backward.h"
#include "optim/layers_backward.h"
#include "optim/normalize.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <tgmath.h>

static const real norm_eps = (real)1e-5;

struct gpt_config gpt_defaults(void)
{
    return (struct gpt_config){.vocabulary = 96,
                               .context = 64,
                               .width = 64,
                               .heads = 4,
                               .blocks = 2,
                               .batch = 16};
}

static bool is_valid(struct gpt_config c)
{
    return c.vocabulary >= 1 && c.vocabulary <= 256 && c.context >= 1 &&
           c.context <= GPT_MAX_SIZE && c.width >= 1 && c.width <= GPT_MAX_SIZE &&
           c.heads >= 1 && c.width % c.heads == 0 && c.blocks >= 1 &&
           c.blocks <= GPT_MAX_BLOCKS && c.batch >= 1 && c.batch <= GPT_MAX_SIZE;
}

/* The next `count` parameters. */
static size_t take(struct gpt *gpt, size_t count)
{
    gpt->n += count;
    return gpt->n - count;
}

static void lay_out(struct gpt *gpt)
{
    const size_t d = gpt->config.width;
    gpt->symbols = take(gpt, gpt->config.vocabulary * d);
    gpt->places = take(gpt, gpt->config.context * d);
    for (size_t i = 0; i < gpt->config.blocks; i++) {
        struct gpt_block *b = &gpt->block[i];
        b->norm1 = take(gpt, 2 * d);
        b->qkv = take(gpt, 3 * d * d);
        b->qkv_bias = take(gpt, 3 * d);
        b->mix = take(gpt, d * d);
        b->mix_bias = take(gpt, d);
        b->norm2 = take(gpt, 2 * d);
        b->up = take(gpt, 4 * d * d);
        b->up_bias = take(gpt, 4 * d);
        b->down = take(gpt, 4 * d * d);
        b->down_bias = take(gpt, d);
    }
    gpt->norm = take(gpt, 2 * d);
}

/* Gives every array its place behind `next`, and returns where the last one ends. With
 * NULL that is how much memory they take. */
static size_t place_arrays(struct gpt *gpt, real *memory)
{
    const struct gpt_config c = gpt->config;
    const size_t rows = c.batch * c.context, d = c.width;
    size_t used = 0;
#define PLACE(array, count)                                                              \
    do {                                                                                 \
        (array) = memory ? memory + used : NULL;                                         \
        used += (count);                                                                 \
    } while (0)
    for (size_t i = 0; i < c.blocks; i++) {
        struct gpt_block *b = &gpt->block[i];
        PLACE(b->in, rows * d);
        PLACE(b->normal1, rows * d);
        PLACE(b->made_qkv, rows * 3 * d);
        PLACE(b->weight, rows * c.heads * c.context);
        PLACE(b->heads, rows * d);
        PLACE(b->middle, rows * d);
        PLACE(b->normal2, rows * d);
        PLACE(b->made_up, rows * 4 * d);
        PLACE(b->positive, rows * 4 * d);
    }
    PLACE(gpt->out, rows * d);
    PLACE(gpt->normal, rows * d);
    PLACE(gpt->logits, rows * c.vocabulary);
    PLACE(gpt->delta, rows * d);
    PLACE(gpt->part, rows * d);
    PLACE(gpt->wide, rows * (4 * d > c.vocabulary ? 4 * d : c.vocabulary));
    PLACE(gpt->mean, rows);
    PLACE(gpt->scale, rows);
    PLACE(gpt->room, c.context * c.context);
#undef PLACE
    return used;
}

enum descent_status gpt_init(struct gpt *gpt, struct gpt_config config)
{
    *gpt = (struct gpt){.config = config};
    if (!is_valid(config)) {
        *gpt = (struct gpt){0};
        return DESCENT_ERANGE;
    }
    lay_out(gpt);
    const size_t numbers = place_arrays(gpt, NULL);
    const bool fits = gpt->n <= GPT_MAX_NUMBERS && numbers <= GPT_MAX_NUMBERS;
    gpt->memory = fits ? calloc(numbers, sizeof *gpt->memory) : NULL;
    if (!gpt->memory) {
        *gpt = (struct gpt){0};
        return fits ? DESCENT_ENOMEM : DESCENT_ERANGE;
    }
    place_arrays(gpt, gpt->memory);
    return DESCENT_OK;
}

void gpt_free(struct gpt *gpt)
{
    free(gpt->memory);
    *gpt = (struct gpt){0};
}

size_t gpt_tensors(const struct gpt *gpt, struct shaped_tensor *tensor)
{
    const size_t d = gpt->config.width;
    const struct shaped_tensor block[] = {
        {"norm 1 gain", TENSOR_NORM, PLACE_HIDDEN, 1, d},
        {"norm 1 shift", TENSOR_NORM, PLACE_HIDDEN, 1, d},
        {"query", TENSOR_WEIGHT, PLACE_HIDDEN, d, d},
        {"key", TENSOR_WEIGHT, PLACE_HIDDEN, d, d},
        {"value", TENSOR_WEIGHT, PLACE_HIDDEN, d, d},
        {"query, key and value bias", TENSOR_BIAS, PLACE_HIDDEN, 1, 3 * d},
        {"mix", TENSOR_WEIGHT, PLACE_HIDDEN, d, d},
        {"mix bias", TENSOR_BIAS, PLACE_HIDDEN, 1, d},
        {"norm 2 gain", TENSOR_NORM, PLACE_HIDDEN, 1, d},
        {"norm 2 shift", TENSOR_NORM, PLACE_HIDDEN, 1, d},
        {"up", TENSOR_WEIGHT, PLACE_HIDDEN, 4 * d, d},
        {"up bias", TENSOR_BIAS, PLACE_HIDDEN, 1, 4 * d},
        {"down", TENSOR_WEIGHT, PLACE_HIDDEN, d, 4 * d},
        {"down bias", TENSOR_BIAS, PLACE_HIDDEN, 1, d}};
    const size_t each = sizeof block / sizeof *block;
    struct shaped_tensor *next = tensor;
    *next++ = (struct shaped_tensor){"symbols", TENSOR_WEIGHT, PLACE_INPUT,
                                     gpt->config.vocabulary, d};
    *next++ = (struct shaped_tensor){"places", TENSOR_WEIGHT, PLACE_INPUT,
                                     gpt->config.context, d};
    for (size_t i = 0; i < gpt->config.blocks; i++, next += each)
        memcpy(next, block, sizeof block);
    *next++ = (struct shaped_tensor){"norm gain", TENSOR_NORM, PLACE_OUTPUT, 1, d};
    *next++ = (struct shaped_tensor){"norm shift", TENSOR_NORM, PLACE_OUTPUT, 1, d};
    return (size_t)(next - tensor);
}

static void draw(size_t count, real deviation, real *x, struct rng *rng)
{
    for (size_t i = 0; i < count; i++)
        x[i] = deviation * (real)rng_normal(rng);
}

static void fill(size_t count, real value, real *x)
{
    for (size_t i = 0; i < count; i++)
        x[i] = value;
}

void gpt_init_theta(const struct gpt *gpt, real deviation, real *theta, struct rng *rng)
{
    const struct gpt_config c = gpt->config;
    const size_t d = c.width;
    const real back = deviation / sqrt(2 * (real)c.blocks);
    fill(gpt->n, 0, theta);
    draw(c.vocabulary * d, deviation, theta + gpt->symbols, rng);
    draw(c.context * d, deviation, theta + gpt->places, rng);
    for (size_t i = 0; i < c.blocks; i++) {
        const struct gpt_block *b = &gpt->block[i];
        draw(3 * d * d, deviation, theta + b->qkv, rng);
        draw(d * d, back, theta + b->mix, rng);
        draw(4 * d * d, deviation, theta + b->up, rng);
        draw(4 * d * d, back, theta + b->down, rng);
        fill(d, 1, theta + b->norm1);
        fill(d, 1, theta + b->norm2);
    }
    fill(d, 1, theta + gpt->norm);
}

/* Layer normalization of each row, with the gains at theta + at and the shifts behind. */
static void norm_forward(struct gpt *gpt, const real *theta, size_t at, size_t rows,
                         const real *x, real *y)
{
    const size_t d = gpt->config.width;
    const real *gain = theta + at, *shift = gain + d;
    struct norm_sets sets;
    norm_over_groups((struct norm_shape){rows, d, 1}, 1, &sets);
    normalize(sets, norm_eps, x, gpt->mean, gpt->scale, y);
    for (size_t r = 0; r < rows; r++, y += d)
        for (size_t i = 0; i < d; i++)
            y[i] = gain[i] * y[i] + shift[i];
}

/* Of the attention of a batch: what all its heads have in common. */
static struct attention_shape head_shape(const struct gpt *gpt, size_t places)
{
    const size_t d = gpt->config.width;
    return (struct attention_shape){places, d / gpt->config.heads, 3 * d, d};
}

/* Where in the block's arrays head h of sequence s begins. */
struct head_place {
    size_t qkv, out, weight;
};

static struct head_place head_place(const struct gpt *gpt, size_t places, size_t s,
                                    size_t h)
{
    const size_t d = gpt->config.width, heads = gpt->config.heads, own = h * (d / heads);
    return (struct head_place){s * places * 3 * d + own, s * places * d + own,
                               (s * heads + h) * places * places};
}

static void attend(struct gpt *gpt, struct gpt_block *b, size_t batch, size_t places)
{
    const size_t d = gpt->config.width;
    const struct attention_shape shape = head_shape(gpt, places);
    for (size_t s = 0; s < batch; s++)
        for (size_t h = 0; h < gpt->config.heads; h++) {
            const struct head_place at = head_place(gpt, places, s, h);
            const real *q = b->made_qkv + at.qkv;
            attention_forward(shape, q, q + d, q + 2 * d, b->weight + at.weight,
                              b->heads + at.out);
        }
}

/* From b->in to out. */
static void block_forward(struct gpt *gpt, struct gpt_block *b, const real *theta,
                          size_t batch, size_t places, real *out)
{
    const size_t d = gpt->config.width, rows = batch * places;
    // [gpt-block]
    norm_forward(gpt, theta, b->norm1, rows, b->in, b->normal1);
    linear_forward(rows, d, 3 * d, b->normal1, theta + b->qkv, theta + b->qkv_bias,
                   b->made_qkv);
    attend(gpt, b, batch, places);
    linear_forward(rows, d, d, b->heads, theta + b->mix, theta + b->mix_bias, b->middle);
    blas_add(rows * d, 1, b->in, b->middle);
    norm_forward(gpt, theta, b->norm2, rows, b->middle, b->normal2);
    linear_forward(rows, d, 4 * d, b->normal2, theta + b->up, theta + b->up_bias,
                   b->made_up);
    relu_forward(rows * 4 * d, b->made_up, b->positive);
    linear_forward(rows, 4 * d, d, b->positive, theta + b->down, theta + b->down_bias,
                   out);
    blas_add(rows * d, 1, b->middle, out);
    // [gpt-block]
}

/* Embeds `places` symbols of each sequence; the next one begins `stride` behind. */
static void embed(const struct gpt *gpt, const real *theta, size_t batch, size_t places,
                  const unsigned char *token, size_t stride)
{
    const size_t d = gpt->config.width;
    real *x = gpt->block[0].in;
    for (size_t s = 0; s < batch; s++)
        for (size_t t = 0; t < places; t++, x += d) {
            const real *symbol = theta + gpt->symbols + token[s * stride + t] * d;
            const real *place = theta + gpt->places + t * d;
            for (size_t i = 0; i < d; i++)
                x[i] = symbol[i] + place[i];
        }
}

static void forward(struct gpt *gpt, const real *theta, size_t batch, size_t places,
                    const unsigned char *token, size_t stride)
{
    const size_t blocks = gpt->config.blocks, d = gpt->config.width;
    const size_t rows = batch * places;
    embed(gpt, theta, batch, places, token, stride);
    for (size_t i = 0; i < blocks; i++)
        block_forward(gpt, &gpt->block[i], theta, batch, places,
                      i + 1 < blocks ? gpt->block[i + 1].in : gpt->out);
    norm_forward(gpt, theta, gpt->norm, rows, gpt->out, gpt->normal);
    blas_product_strided(CblasNoTrans, CblasTrans, rows, gpt->config.vocabulary, d, 1,
                         gpt->normal, d, theta + gpt->symbols, d, gpt->logits,
                         gpt->config.vocabulary);
}

/* Whether there are so many sequences of so many places, and all symbols exist. */
static bool fits(const struct gpt *gpt, size_t batch, size_t places, size_t tokens,
                 const unsigned char *token)
{
    if (batch < 1 || batch > gpt->config.batch || places < 1 ||
        places > gpt->config.context)
        return false;
    for (size_t i = 0; i < tokens; i++)
        if (token[i] >= gpt->config.vocabulary)
            return false;
    return true;
}

const real *gpt_forward(struct gpt *gpt, const real *theta, size_t batch, size_t places,
                        const unsigned char *token)
{
    if (!fits(gpt, batch, places, batch * places, token))
        return NULL;
    forward(gpt, theta, batch, places, token, places);
    return gpt->logits;
}

/* From the gradient of a norm's output in `part` to that of its input, added to delta. */
static void norm_backward(struct gpt *gpt, const real *theta, size_t at, size_t rows,
                          const real *x, real *g)
{
    const size_t d = gpt->config.width;
    layer_norm_backward(rows, d, x, theta + at, norm_eps, gpt->part, gpt->part, g + at,
                        g + at + d);
    blas_add(rows * d, 1, gpt->part, gpt->delta);
}

/* From the gradient of what the heads made in `part` to that of Q, K and V in `wide`. */
static void attend_backward(struct gpt *gpt, const struct gpt_block *b, size_t batch,
                            size_t places)
{
    const size_t d = gpt->config.width;
    const struct attention_shape shape = head_shape(gpt, places);
    for (size_t s = 0; s < batch; s++)
        for (size_t h = 0; h < gpt->config.heads; h++) {
            const struct head_place at = head_place(gpt, places, s, h);
            const real *q = b->made_qkv + at.qkv;
            real *dq = gpt->wide + at.qkv;
            attention_backward(shape, q, q + d, q + 2 * d, b->weight + at.weight,
                               gpt->part + at.out, gpt->room, dq, dq + d, dq + 2 * d);
        }
}

static void block_backward(struct gpt *gpt, const struct gpt_block *b, const real *theta,
                           size_t batch, size_t places, real *g)
{
    const size_t d = gpt->config.width, rows = batch * places;
    linear_backward(rows, 4 * d, d, b->positive, theta + b->down, gpt->delta, g + b->down,
                    g + b->down_bias, gpt->wide);
    relu_backward(rows * 4 * d, b->made_up, gpt->wide, gpt->wide);
    linear_backward(rows, d, 4 * d, b->normal2, theta + b->up, gpt->wide, g + b->up,
                    g + b->up_bias, gpt->part);
    norm_backward(gpt, theta, b->norm2, rows, b->middle, g);
    linear_backward(rows, d, d, b->heads, theta + b->mix, gpt->delta, g + b->mix,
                    g + b->mix_bias, gpt->part);
    attend_backward(gpt, b, batch, places);
    linear_backward(rows, d, 3 * d, b->normal1, theta + b->qkv, gpt->wide, g + b->qkv,
                    g + b->qkv_bias, gpt->part);
    norm_backward(gpt, theta, b->norm1, rows, b->in, g);
}

/* What delta says of the two embeddings. That of the symbols has its share as the head's
 * matrix already. */
static void embed_backward(const struct gpt *gpt, size_t batch, size_t places,
                           const unsigned char *token, real *g)
{
    const size_t d = gpt->config.width;
    const real *x = gpt->delta;
    fill(gpt->config.context * d, 0, g + gpt->places);
    for (size_t s = 0; s < batch; s++)
        for (size_t t = 0; t < places; t++, x += d) {
            real *symbol = g + gpt->symbols + token[s * (places + 1) + t] * d;
            real *place = g + gpt->places + t * d;
            for (size_t i = 0; i < d; i++) {
                symbol[i] += x[i];
                place[i] += x[i];
            }
        }
}

/* The gradient, from that of the logits in `wide`. */
static void backward(struct gpt *gpt, const real *theta, size_t batch, size_t places,
                     const unsigned char *token, real *g)
{
    const size_t d = gpt->config.width, v = gpt->config.vocabulary;
    const size_t rows = batch * places;
    blas_product_tn(v, d, rows, gpt->wide, gpt->normal, g + gpt->symbols);
    blas_product(rows, d, v, gpt->wide, theta + gpt->symbols, gpt->part);
    fill(rows * d, 0, gpt->delta);
    norm_backward(gpt, theta, gpt->norm, rows, gpt->out, g);
    for (size_t i = gpt->config.blocks; i-- > 0;)
        block_backward(gpt, &gpt->block[i], theta, batch, places, g);
    embed_backward(gpt, batch, places, token, g);
}

real gpt_cost(struct gpt *gpt, const real *theta, size_t batch, size_t places,
              const unsigned char *token, real *g)
{
    const size_t v = gpt->config.vocabulary, rows = batch * places;
    if (!fits(gpt, batch, places, batch * (places + 1), token)) {
        fill(g ? gpt->n : 0, (real)NAN, g);
        return (real)NAN;
    }
    forward(gpt, theta, batch, places, token, places + 1);
    real sum = 0, *dz = g ? gpt->wide : NULL;
    for (size_t r = 0; r < rows; r++)
        sum += softmax_cross_entropy(v, gpt->logits + r * v, token[r + r / places + 1],
                                     dz ? dz + r * v : NULL);
    if (g) {
        blas_scale(rows * v, 1 / (real)rows, dz);
        backward(gpt, theta, batch, places, token, g);
    }
    return sum / (real)rows;
}

real gpt_score(struct gpt *gpt, const real *theta, size_t length,
               const unsigned char *token)
{
    const size_t places = gpt->config.context,
                 windows = length ? (length - 1) / places : 0;
    const size_t v = gpt->config.vocabulary;
    double sum = 0;
    for (size_t i = 0; i < length; i++)
        if (token[i] >= v)
            return (real)NAN;
    for (size_t w = 0; w < windows; w += gpt->config.batch) {
        const size_t left = windows - w;
        const size_t batch = left < gpt->config.batch ? left : gpt->config.batch;
        const unsigned char *text = token + w * places;
        forward(gpt, theta, batch, places, text, places);
        for (size_t r = 0; r < batch * places; r++)
            sum +=
                (double)softmax_cross_entropy(v, gpt->logits + r * v, text[r + 1], NULL);
    }
    return (real)(sum / (double)(windows * places));
}

/* Draws a symbol by its logits, or takes the first of the largest. */
static size_t pick(size_t count, const real *z, real temperature, struct rng *rng)
{
    size_t best = 0;
    double sum = 0;
    for (size_t i = 1; i < count; i++)
        best = z[i] > z[best] ? i : best;
    if (!(temperature > 0))
        return best;
    for (size_t i = 0; i < count; i++)
        sum += exp((double)((z[i] - z[best]) / temperature));
    double left = rng_uniform(rng) * sum;
    for (size_t i = 0; i + 1 < count; i++) {
        left -= exp((double)((z[i] - z[best]) / temperature));
        if (left < 0)
            return i;
    }
    return count - 1;
}

enum descent_status gpt_generate(struct gpt *gpt, const real *theta, real temperature,
                                 size_t given, size_t count, unsigned char *token,
                                 struct rng *rng)
{
    const size_t v = gpt->config.vocabulary, context = gpt->config.context;
    if (!(temperature >= 0 && isfinite(temperature)) || !fits(gpt, 1, 1, given, token) ||
        given == 0)
        return DESCENT_ERANGE;
    for (size_t i = given; i < given + count; i++) {
        const size_t places = i < context ? i : context;
        forward(gpt, theta, 1, places, token + i - places, places);
        const real *z = gpt->logits + (places - 1) * v;
        for (size_t k = 0; k < v; k++)
            if (!isfinite(z[k]))
                return DESCENT_ENAN;
        token[i] = (unsigned char)pick(v, z, temperature, rng);
    }
    return DESCENT_OK;
}
