/* texts.h: Adam and the heavy ball on a text, as it is, and with symbols that are equally
 * common. */
#ifndef DESCENT_FIGURES_COMPARING_TEXTS_H
#define DESCENT_FIGURES_COMPARING_TEXTS_H

#include "lab/corpus.h"
#include "lab/figure.h"
#include "lab/gpt.h"
#include "lab/methods.h"
#include "lab/recipe.h"
#include "optim/cross_entropy.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

enum { BALL, ADAM, METHODS };
enum { PLAIN, MERGED, FLAT, TEXTS };
enum { POINTS = 11, TEXT_EVERY = 20, PARTS = 4 };
enum { CONTEXT = 32, WIDTH = 32, SCORED_WINDOWS = 24, SLOTS = 128, SCORED = 640 };

static const char *const methods_of[METHODS] = {"heavy_ball", "adam"};

/* Costs at first, and every so many steps: of all, and of each quarter of the samples,
 * from the commonest classes to the rarest. */
struct curve {
    double part[POINTS][1 + PARTS];
};

/* How often each symbol occurs. */
static inline void count(size_t length, const unsigned char *token, double times[256])
{
    memset(times, 0, 256 * sizeof *times);
    for (size_t i = 0; i < length; i++)
        times[token[i]]++;
}

/* A code: symbol x becomes one of slots[x] symbols from first[x] on. */
struct code {
    size_t first[256], slots[256], symbols;
    double floor; /* mean of ln slots: what nobody can predict */
};

/* Symbols with a share below 1/SLOTS become one; with FLAT each gets as many slots as its
 * share wants. */
static inline struct code make_code(int workload, const struct corpus *corpus)
{
    struct code code = {.symbols = 0};
    double times[256], rare = 0;
    const double unit = (double)corpus->train_length / SLOTS;
    count(corpus->train_length, corpus->train, times);
    for (size_t x = 0; x < corpus->symbols; x++)
        rare += times[x] < unit ? times[x] : 0;
    const size_t shared = workload == FLAT ? (size_t)round(rare / unit) : 1;
    code.symbols = shared;
    code.floor = rare / unit / SLOTS * log((double)shared);
    for (size_t x = 0; x < corpus->symbols; x++) {
        code.slots[x] = shared;
        if (times[x] < unit)
            continue;
        code.slots[x] = workload == FLAT ? (size_t)round(times[x] / unit) : 1;
        code.first[x] = code.symbols;
        code.symbols += code.slots[x];
        code.floor += times[x] / unit / SLOTS * log((double)code.slots[x]);
    }
    return code;
}

static inline void encode(const struct code *code, size_t length, unsigned char *token,
                          struct rng *rng)
{
    for (size_t i = 0; i < length; i++)
        token[i] = (unsigned char)(code->first[token[i]] +
                                   rng_below(rng, code->slots[token[i]]));
}

/* The text of a workload; returns what cannot be predicted. */
static inline double read_text(int workload, struct corpus *corpus, struct rng *rng)
{
    require(corpus_read(corpus, CORPUS_PATH));
    corpus_thin(corpus, SCORED);
    if (workload == PLAIN)
        return 0;
    struct code code = make_code(workload, corpus);
    encode(&code, corpus->train_length, corpus->train, rng);
    encode(&code, corpus->valid_length, corpus->valid, rng);
    corpus->symbols = code.symbols;
    return code.floor;
}

/* Deals the classes out into quarters of the samples, the commonest first. */
static inline void make_quarters(size_t classes, const double *times, size_t *quarter)
{
    double total = 0, before = 0;
    bool done[256] = {false};
    for (size_t k = 0; k < classes; k++)
        total += times[k];
    for (size_t k = 0; k < classes; k++) {
        size_t most = 0;
        while (done[most])
            most++;
        for (size_t j = most; j < classes; j++)
            most = !done[j] && times[j] > times[most] ? j : most;
        done[most] = true;
        quarter[most] = (size_t)(PARTS * (before + times[most] / 2) / total);
        before += times[most];
    }
}

/* Adds a row's cost to the sums; `rows` counts them. */
static inline void add_cost(size_t classes, const real *logits, size_t label,
                            const size_t *quarter, double *sum, double *rows)
{
    const double cost = (double)softmax_cross_entropy(classes, logits, label, NULL);
    const size_t part = 1 + quarter[label];
    sum[0] += cost;
    sum[part] += cost;
    rows[0]++;
    rows[part]++;
}

static inline void score_text(struct gpt *gpt, const real *theta,
                              const struct corpus *corpus, const size_t *quarter,
                              double *part)
{
    double rows[1 + PARTS] = {0};
    memset(part, 0, (1 + PARTS) * sizeof *part);
    const size_t windows = (corpus->valid_length - 1) / CONTEXT, v = corpus->symbols;
    for (size_t w = 0; w + SCORED_WINDOWS <= windows; w += SCORED_WINDOWS) {
        const unsigned char *text = corpus->valid + w * CONTEXT;
        const real *logits = gpt_forward(gpt, theta, SCORED_WINDOWS, CONTEXT, text);
        for (size_t t = 0; t < SCORED_WINDOWS * CONTEXT; t++)
            add_cost(v, logits + t * v, text[t + 1], quarter, part, rows);
    }
    for (size_t p = 0; p <= PARTS; p++)
        part[p] /= rows[p];
}

/* One training on a text with so many windows in a batch; what cannot be predicted is
 * taken off. */
static inline void run_text(int workload, int method, double lr, size_t windows,
                            uint64_t seed, struct curve *curve)
{
    struct rng rng = rng_seed(seed);
    struct corpus corpus;
    struct gpt gpt;
    struct optimizer optimizer;
    double times[256];
    size_t quarter[256];
    const double floor = read_text(workload, &corpus, &rng);
    const struct gpt_config config = {corpus.symbols,
                                      CONTEXT,
                                      WIDTH,
                                      2,
                                      1,
                                      windows < SCORED_WINDOWS ? SCORED_WINDOWS
                                                               : windows};
    require(gpt_init(&gpt, config));
    require(method_make(&optimizer, methods_of[method], gpt.n));
    *optimizer.lr = (real)lr;
    real *theta = allocate(2 * gpt.n, sizeof *theta), *g = theta + gpt.n;
    unsigned char *token = allocate(windows * (CONTEXT + 1), 1);
    gpt_init_theta(&gpt, (real)0.1, theta, &rng);
    count(corpus.train_length, corpus.train, times);
    make_quarters(corpus.symbols, times, quarter);
    for (size_t t = 0; t <= TEXT_EVERY * (POINTS - 1); t++) {
        double *part = curve->part[t / TEXT_EVERY];
        if (t % TEXT_EVERY == 0)
            score_text(&gpt, theta, &corpus, quarter, part);
        if (t % TEXT_EVERY == 0)
            part[0] -= floor;
        require(corpus_draw(&corpus, windows, CONTEXT + 1, token, &rng));
        gpt_cost(&gpt, theta, windows, CONTEXT, token, g);
        optimizer.step(optimizer.state, theta, g);
    }
    optimizer_drop(&optimizer);
    free(token);
    free(theta);
    gpt_free(&gpt);
    corpus_free(&corpus);
}

#endif
