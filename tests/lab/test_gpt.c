/* test_gpt.c: the language model against PyTorch and difference quotients, that it does
 * not look ahead, what it refuses, and that it learns; and the corpus. */
#include "lab/corpus.h"
#include "lab/gpt.h"
#include "lab/matrix_methods.h"
#include "lab/methods.h"
#include "oracles/gpt.h"
#include "suite.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The book as it was: what was measured on it needs these bytes. */
#define BOOK_BYTES 255144
#define BOOK_SYMBOLS 91
#define BOOK_SUM 12894388306518701944UL

enum { V = 7, CONTEXT = 5, D = 6, HEADS = 2, BLOCKS = 2, BATCH = 3 };
enum { N = (V + CONTEXT) * D + BLOCKS * (13 * D + 12 * D * D) + 2 * D };

static const struct gpt_config small = {V, CONTEXT, D, HEADS, BLOCKS, BATCH};

/* The same fractions as in oracles/gpt.py. */
static void pattern(size_t count, size_t salt, real *x)
{
    for (size_t i = 0; i < count; i++)
        x[i] = ((real)((37 * i + 11 * salt + 5 * i * i) % 101) - 50) / 128;
}

static void tokens(size_t count, unsigned char *token)
{
    for (size_t i = 0; i < count; i++)
        token[i] = (unsigned char)((i * i * 7 + 3 * i + i / 4) % V);
}

static void check_oracle(size_t places, const double *cost, const double *gradient)
{
    const double tight = sizeof(real) == sizeof(double) ? 1e-10 : 2e-4;
    unsigned char token[BATCH * (CONTEXT + 1)];
    real theta[N], g[N];
    struct gpt gpt;
    ck_assert_int_eq(gpt_init(&gpt, small), DESCENT_OK);
    ck_assert_uint_eq(gpt.n, N);
    pattern(N, 1, theta);
    tokens(BATCH * (places + 1), token);
    for (int turn = 0; turn < 2; turn++) {
        ck_close(gpt_cost(&gpt, theta, BATCH, places, token, g), *cost, tight);
        for (size_t i = 0; i < N; i++)
            ck_close(g[i], gradient[i], tight);
    }
    ck_close(gpt_cost(&gpt, theta, BATCH, places, token, NULL), *cost, tight);
    gpt_free(&gpt);
}

START_TEST(as_pytorch)
{
    check_oracle(CONTEXT, whole_cost_expected, whole_gradient_expected);
    check_oracle(4, short_cost_expected, short_gradient_expected);
}
END_TEST

/* A difference quotient is off by h² |f'''| / 6, where |f'''| is below 6, and by what
 * rounding does to two costs near 2, at most two units in the last place each. Where a
 * unit of ReLU crosses 0 within h it is off by more; the draw has none within 2⁻¹². */
START_TEST(gradients_are_slopes)
{
    const real h = sizeof(real) == sizeof(double) ? (real)0x1p-16 : (real)0x1p-12;
    const double off = (double)(h * h) + 4 * EPSILON / (double)h;
    struct gpt_config config = {7, 5, 6, 3, 2, 2};
    struct gpt gpt;
    struct rng rng = rng_seed(3);
    unsigned char token[2 * 6] = {0, 3, 3, 6, 1, 2, 5, 5, 5, 0, 4, 6};
    ck_assert_int_eq(gpt_init(&gpt, config), DESCENT_OK);
    real *theta = malloc(2 * gpt.n * sizeof *theta), *g = theta + gpt.n;
    gpt_init_theta(&gpt, (real)0.3, theta, &rng);
    for (size_t i = 0; i < gpt.n; i++)
        theta[i] += (real)0.1 * (real)rng_normal(&rng);
    gpt_cost(&gpt, theta, 2, 5, token, g);
    for (size_t i = 0; i < gpt.n; i++) {
        const real old = theta[i];
        theta[i] = old + h;
        const real above = gpt_cost(&gpt, theta, 2, 5, token, NULL);
        theta[i] = old - h;
        const real below = gpt_cost(&gpt, theta, 2, 5, token, NULL);
        theta[i] = old;
        ck_close(g[i], (above - below) / (2 * h), off);
    }
    free(theta);
    gpt_free(&gpt);
}
END_TEST

/* Each place in turn gets another symbol: no logit before it changes, its own do. */
START_TEST(does_not_look_ahead)
{
    unsigned char token[BATCH * CONTEXT];
    real theta[N], before[CONTEXT * V];
    struct gpt gpt;
    ck_assert_int_eq(gpt_init(&gpt, small), DESCENT_OK);
    pattern(N, 2, theta);
    tokens(BATCH * CONTEXT, token);
    memcpy(before, gpt_forward(&gpt, theta, 1, CONTEXT, token), sizeof before);
    for (size_t t = 0; t < CONTEXT; t++) {
        token[t] = (unsigned char)((token[t] + 1) % V);
        const real *z = gpt_forward(&gpt, theta, 1, CONTEXT, token);
        for (size_t i = 0; i < t * V; i++)
            ck_close(z[i], before[i], 20 * EPSILON);
        ck_assert(memcmp(z + t * V, before + t * V, V * sizeof *z) != 0);
        token[t] = (unsigned char)((token[t] + V - 1) % V);
    }
    /* Sequences of a batch do not know of each other, nor of what was there before. */
    const real *all = gpt_forward(&gpt, theta, BATCH, CONTEXT, token);
    for (size_t i = 0; i < CONTEXT * V; i++)
        ck_close(all[i], before[i], 20 * EPSILON);
    gpt_free(&gpt);
}
END_TEST

START_TEST(refuses)
{
    const struct gpt_config bad[] = {
        {0, 6, 8, 2, 2, 3},     {257, 6, 8, 2, 2, 3},          {11, 0, 8, 2, 2, 3},
        {11, 6, 0, 2, 2, 3},    {11, 6, 8, 0, 2, 3},           {11, 6, 8, 3, 2, 3},
        {11, 6, 8, 16, 2, 3},   {11, 6, 8, 2, 0, 3},           {11, 6, 8, 2, 17, 3},
        {11, 6, 8, 2, 2, 0},    {11, 4097, 8, 2, 2, 3},        {11, 6, 4097, 1, 1, 3},
        {11, 6, 8, 2, 2, 4097}, {256, 4096, 4096, 2, 16, 4096}};
    unsigned char token[BATCH * (CONTEXT + 1)] = {0};
    real theta[N], g[N];
    struct gpt gpt;
    struct rng rng = rng_seed(1);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ck_assert_int_eq(gpt_init(&gpt, bad[i]), DESCENT_ERANGE);
        gpt_free(&gpt);
    }
    ck_assert_int_eq(gpt_init(&gpt, small), DESCENT_OK);
    pattern(N, 1, theta);
    const size_t sizes[4][2] = {{0, 3}, {BATCH + 1, 3}, {1, 0}, {1, CONTEXT + 1}};
    for (size_t i = 0; i < 4; i++) {
        ck_assert_ptr_null(gpt_forward(&gpt, theta, sizes[i][0], sizes[i][1], token));
        ck_assert(isnan(gpt_cost(&gpt, theta, sizes[i][0], sizes[i][1], token, NULL)));
    }
    token[3] = V;
    ck_assert_ptr_null(gpt_forward(&gpt, theta, 1, 4, token));
    ck_assert_ptr_nonnull(gpt_forward(&gpt, theta, 1, 3, token));
    ck_assert(isnan(gpt_cost(&gpt, theta, 1, 3, token, g)));
    for (size_t i = 0; i < N; i++)
        ck_assert(isnan(g[i]));
    ck_assert(!isnan(gpt_cost(&gpt, theta, 1, 2, token, g)));
    ck_assert(isnan(gpt_score(&gpt, theta, 20, token)));
    token[3] = 0;
    ck_assert(isnan(gpt_score(&gpt, theta, CONTEXT, token)));
    ck_assert_int_eq(gpt_generate(&gpt, theta, -1, 1, 1, token, &rng), DESCENT_ERANGE);
    ck_assert_int_eq(gpt_generate(&gpt, theta, (real)NAN, 1, 1, token, &rng), 2);
    ck_assert_int_eq(gpt_generate(&gpt, theta, 1, 0, 1, token, &rng), DESCENT_ERANGE);
    token[0] = V;
    ck_assert_int_eq(gpt_generate(&gpt, theta, 1, 1, 1, token, &rng), DESCENT_ERANGE);
    token[0] = 0;
    theta[0] = (real)NAN;
    ck_assert_int_eq(gpt_generate(&gpt, theta, 1, 1, 1, token, &rng), DESCENT_ENAN);
    gpt_free(&gpt);
    gpt_free(&gpt);
}
END_TEST

/* Windows of a text, scored as batches of them. */
START_TEST(score_is_the_mean_cost)
{
    enum { LENGTH = 5 * CONTEXT + 4 };
    unsigned char text[LENGTH];
    real theta[N];
    double sum = 0;
    struct gpt gpt;
    ck_assert_int_eq(gpt_init(&gpt, small), DESCENT_OK);
    pattern(N, 3, theta);
    tokens(LENGTH, text);
    for (size_t w = 0; w < 5; w++)
        sum += (double)gpt_cost(&gpt, theta, 1, CONTEXT, text + w * CONTEXT, NULL);
    ck_close(gpt_score(&gpt, theta, LENGTH, text), sum / 5, 50 * EPSILON);
    ck_close(gpt_score(&gpt, theta, 5 * CONTEXT + 1, text), sum / 5, 50 * EPSILON);
    gpt_free(&gpt);
}
END_TEST

START_TEST(tensors_are_theta)
{
    struct shaped_tensor tensor[GPT_MAX_TENSORS];
    enum muon_route route[GPT_MAX_TENSORS];
    struct gpt gpt;
    struct rng rng = rng_seed(5);
    real theta[N];
    ck_assert_int_eq(gpt_init(&gpt, small), DESCENT_OK);
    const size_t count = gpt_tensors(&gpt, tensor);
    ck_assert_uint_eq(count, 4 + 14 * BLOCKS);
    gpt_init_theta(&gpt, (real)0.5, theta, &rng);
    muon_groups_assign(count, tensor, route);
    size_t at = 0, by_muon = 0;
    for (size_t i = 0; i < count; i++) {
        const size_t numbers = tensor[i].rows * tensor[i].cols;
        double squares = 0;
        for (size_t k = 0; k < numbers; k++)
            squares += (double)(theta[at + k] * theta[at + k]);
        const double size = sqrt(squares / (double)numbers);
        const bool back =
            strcmp(tensor[i].name, "mix") == 0 || strcmp(tensor[i].name, "down") == 0;
        const double expected = strstr(tensor[i].name, "gain")    ? 1
                                : tensor[i].kind != TENSOR_WEIGHT ? 0
                                : back                            ? 0.25
                                                                  : 0.5;
        ck_close(size, expected, tensor[i].kind == TENSOR_WEIGHT ? 0.12 : 0);
        by_muon += route[i] == ROUTE_MUON;
        at += numbers;
    }
    ck_assert_uint_eq(at, N);
    ck_assert_uint_eq(by_muon, 6 * BLOCKS);
    gpt_free(&gpt);
}
END_TEST

/* A saying over and over: learned by heart, and said. */
static void learn(struct optimizer *optimizer, struct gpt *gpt, real *theta,
                  struct corpus *corpus)
{
    struct rng rng = rng_seed(9);
    unsigned char token[8 * 17];
    real *g = malloc(gpt->n * sizeof *g);
    for (size_t k = 0; k < 150; k++) {
        ck_assert_int_eq(corpus_draw(corpus, 8, 17, token, &rng), DESCENT_OK);
        gpt_cost(gpt, theta, 8, 16, token, g);
        optimizer->step(optimizer->state, theta, g);
    }
    free(g);
}

START_TEST(learns_a_saying)
{
    static const char saying[] = "step by step down ";
    unsigned char text[900], said[60];
    struct corpus corpus;
    struct gpt gpt;
    struct rng rng = rng_seed(4);
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (unsigned char)saying[i % (sizeof saying - 1)];
    ck_assert_int_eq(corpus_take(&corpus, sizeof text, text), DESCENT_OK);
    const struct gpt_config config = {corpus.symbols, 16, 16, 2, 1, 8};
    ck_assert_int_eq(gpt_init(&gpt, config), DESCENT_OK);
    real *theta = malloc(gpt.n * sizeof *theta);
    struct shaped_tensor tensor[GPT_MAX_TENSORS];
    const size_t tensors = gpt_tensors(&gpt, tensor);
    for (int turn = 0; turn < 2; turn++) {
        struct optimizer adam = {0};
        struct muon_groups muon = {0};
        gpt_init_theta(&gpt, (real)0.05, theta, &rng);
        ck_assert(fabs((double)gpt_score(&gpt, theta, 800, corpus.train) -
                       log((double)corpus.symbols)) < 0.2);
        ck_assert_int_eq(method_make(&adam, "adam", gpt.n), DESCENT_OK);
        *adam.lr = (real)0.01;
        struct muon_config muon_config = muon_defaults();
        struct adamw_config adamw = adamw_defaults();
        muon_config.lr = (real)0.02;
        adamw.lr = (real)0.01;
        ck_assert_int_eq(muon_groups_init(&muon, tensors, tensor, muon_config, adamw), 0);
        struct optimizer groups = muon_groups_optimizer(&muon);
        learn(turn ? &groups : &adam, &gpt, theta, &corpus);
        ck_assert((double)gpt_score(&gpt, theta, 800, corpus.train) < 0.2);
        memcpy(said, text, 18);
        ck_assert_int_eq(corpus_encode(&corpus, 18, said), DESCENT_OK);
        ck_assert_int_eq(gpt_generate(&gpt, theta, 0, 18, 42, said, &rng), DESCENT_OK);
        corpus_decode(&corpus, 60, said);
        ck_assert_mem_eq(said, text, 60);
        optimizer_drop(&adam);
        muon_groups_free(&muon);
    }
    free(theta);
    gpt_free(&gpt);
    corpus_free(&corpus);
}
END_TEST

/* Symbols come as often as the softmax says. */
START_TEST(samples_by_the_softmax)
{
    enum { DRAWS = 20000 };
    struct gpt gpt;
    struct rng rng = rng_seed(7);
    real theta[N], p[V];
    size_t count[V] = {0};
    double sum = 0;
    const real temperature = (real)0.7;
    ck_assert_int_eq(gpt_init(&gpt, small), DESCENT_OK);
    pattern(N, 4, theta);
    unsigned char token[2] = {3};
    const real *z = gpt_forward(&gpt, theta, 1, 1, token);
    for (size_t i = 0; i < V; i++)
        sum += (double)(p[i] = (real)exp((double)(z[i] / temperature)));
    for (size_t k = 0; k < DRAWS; k++) {
        ck_assert_int_eq(gpt_generate(&gpt, theta, temperature, 1, 1, token, &rng), 0);
        count[token[1]]++;
    }
    for (size_t i = 0; i < V; i++) {
        const double share = (double)p[i] / sum;
        ck_close((double)count[i] / DRAWS, share, 4 * sqrt(share / DRAWS));
    }
    gpt_free(&gpt);
}
END_TEST

/* The likeliest symbol after all that the context has room for. */
START_TEST(sees_the_last_symbols)
{
    enum { LENGTH = CONTEXT + 4 };
    unsigned char token[LENGTH + 1];
    real theta[N];
    struct gpt gpt;
    ck_assert_int_eq(gpt_init(&gpt, small), DESCENT_OK);
    pattern(N, 6, theta);
    for (size_t i = 1; i <= LENGTH; i++) {
        const size_t places = i < CONTEXT ? i : CONTEXT;
        tokens(LENGTH, token);
        ck_assert_int_eq(gpt_generate(&gpt, theta, 0, i, 1, token, NULL), DESCENT_OK);
        const unsigned char said = token[i];
        const real *z = gpt_forward(&gpt, theta, 1, places, token + i - places);
        for (size_t k = 0; k < V; k++)
            ck_assert(z[(places - 1) * V + k] <= z[(places - 1) * V + said]);
    }
    gpt_free(&gpt);
}
END_TEST

START_TEST(corpus_of_a_text)
{
    enum { PIECES = 23, LENGTH = PIECES * CORPUS_PIECE - 5 };
    unsigned char *text = malloc(LENGTH), word[4] = "zoo";
    struct corpus corpus;
    for (size_t i = 0; i < LENGTH; i++)
        text[i] = (unsigned char)(i / CORPUS_PIECE % 10 == 9 ? 'z' : "oca\n"[i % 4]);
    ck_assert_int_eq(corpus_take(&corpus, LENGTH, text), DESCENT_OK);
    ck_assert_uint_eq(corpus.symbols, 5);
    ck_assert_mem_eq(corpus.byte, "\nacoz", 5);
    ck_assert_uint_eq(corpus.valid_length, 2 * CORPUS_PIECE);
    ck_assert_uint_eq(corpus.train_length, LENGTH - 2 * CORPUS_PIECE);
    for (size_t i = 0; i < corpus.valid_length; i++)
        ck_assert_uint_eq(corpus.valid[i], 4);
    for (size_t i = 0; i < corpus.train_length; i++)
        ck_assert_uint_eq(corpus.train[i], 3 - i % 4);
    ck_assert_int_eq(corpus_encode(&corpus, 3, word), DESCENT_OK);
    ck_assert_mem_eq(word, "\4\3\3", 3);
    corpus_decode(&corpus, 3, word);
    ck_assert_mem_eq(word, "zoo", 3);
    word[2] = 'y';
    ck_assert_int_eq(corpus_encode(&corpus, 3, word), DESCENT_ERANGE);
    ck_assert_mem_eq(word, "zoy", 3);
    corpus_free(&corpus);
    corpus_free(&corpus);
    ck_assert_int_eq(corpus_take(&corpus, 0, text), DESCENT_ERANGE);
    ck_assert_int_eq(corpus_take(&corpus, CORPUS_MAX_BYTES + 1, text), DESCENT_ERANGE);
    ck_assert_int_eq(corpus_read(&corpus, "no/such/file"), DESCENT_EIO);
    free(text);
}
END_TEST

START_TEST(corpus_of_the_book)
{
    struct corpus corpus;
    unsigned char one[3 * 50], two[3 * 50];
    struct rng a = rng_seed(1), b = rng_seed(1);
    ck_assert_int_eq(corpus_read(&corpus, CORPUS_PATH), DESCENT_OK);
    ck_assert_uint_eq(corpus.train_length + corpus.valid_length, BOOK_BYTES);
    ck_assert_uint_eq(corpus.symbols, BOOK_SYMBOLS);
    unsigned long sum = 0;
    for (size_t i = 0; i < corpus.train_length; i++)
        sum = sum * 31 + corpus.train[i];
    ck_assert_uint_eq(sum, BOOK_SUM);
    ck_assert_int_eq(corpus_draw(&corpus, 3, 50, one, &a), DESCENT_OK);
    ck_assert_int_eq(corpus_draw(&corpus, 3, 50, two, &b), DESCENT_OK);
    ck_assert_mem_eq(one, two, sizeof one);
    ck_assert_int_eq(corpus_draw(&corpus, 3, 50, two, &b), DESCENT_OK);
    ck_assert(memcmp(one, two, sizeof one) != 0);
    ck_assert_int_eq(corpus_draw(&corpus, 1, 0, two, &b), DESCENT_ERANGE);
    ck_assert_int_eq(corpus_draw(&corpus, 1, corpus.train_length + 1, two, &b),
                     DESCENT_ERANGE);
    corpus_free(&corpus);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        as_pytorch,       gradients_are_slopes,   does_not_look_ahead,
        refuses,          score_is_the_mean_cost, tensors_are_theta,
        learns_a_saying,  samples_by_the_softmax, sees_the_last_symbols,
        corpus_of_a_text, corpus_of_the_book};
    return run_tests("gpt", sizeof tests / sizeof *tests, tests);
}
