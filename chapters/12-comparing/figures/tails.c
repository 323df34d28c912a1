/* tails.c: Adam and the heavy ball on texts and digits, with rare classes and without. */
#include "lab/corpus.h"
#include "lab/dataset.h"
#include "lab/figure.h"
#include "lab/gpt.h"
#include "lab/methods.h"
#include "lab/mlp.h"
#include "lab/recipe.h"
#include "optim/cross_entropy.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

enum { BALL, ADAM, METHODS };
enum { PLAIN, MERGED, FLAT, EVEN, BARCODED, WORKLOADS, TEXTS = EVEN };
enum { POINTS = 11, TEXT_EVERY = 20, DIGITS_EVERY = 6, PARTS = 4, SEEDS = 3 };
enum {
    CONTEXT = 32,
    WIDTH = 32,
    WINDOWS = 24,
    SCORED_WINDOWS = 24,
    SLOTS = 128,
    SCORED = 640,
    MLP_BATCH = 128,
    HIDDEN = 64
};

static const char *const methods_of[METHODS] = {"heavy_ball", "adam"};
static const char *const keys[WORKLOADS] = {"plain", "merged", "flat", "even",
                                            "barcoded"};

/* Those of 0.1, 0.2, 0.4, 0.8 and of 0.005, 0.01 … 0.08 with the lowest cost in the end,
 * with seed 101. */
static const double rates[WORKLOADS][METHODS] = {
    {0.4, 0.01}, {0.4, 0.01}, {0.4, 0.01}, {0.2, 0.04}, {0.2, 0.02}};

/* Costs at first, and every so many steps: of all, and of each quarter of the samples,
 * from the commonest classes to the rarest. */
struct curve {
    double part[POINTS][1 + PARTS];
};

/* How often each symbol occurs. */
static void count(size_t length, const unsigned char *token, double times[256])
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
static struct code make_code(int workload, const struct corpus *corpus)
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

static void encode(const struct code *code, size_t length, unsigned char *token,
                   struct rng *rng)
{
    for (size_t i = 0; i < length; i++)
        token[i] = (unsigned char)(code->first[token[i]] +
                                   rng_below(rng, code->slots[token[i]]));
}

/* The text of a workload; returns what cannot be predicted. */
static double read_text(int workload, struct corpus *corpus, struct rng *rng)
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
static void make_quarters(size_t classes, const double *times, size_t *quarter)
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
static void add_cost(size_t classes, const real *logits, size_t label,
                     const size_t *quarter, double *sum, double *rows)
{
    const double cost = (double)softmax_cross_entropy(classes, logits, label, NULL);
    const size_t part = 1 + quarter[label];
    sum[0] += cost;
    sum[part] += cost;
    rows[0]++;
    rows[part]++;
}

static void score_text(struct gpt *gpt, const real *theta, const struct corpus *corpus,
                       const size_t *quarter, double *part)
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

/* One training on a text; what cannot be predicted is taken off. */
static void run_text(int workload, int method, double lr, uint64_t seed,
                     struct curve *curve)
{
    struct rng rng = rng_seed(seed);
    struct corpus corpus;
    struct gpt gpt;
    struct optimizer optimizer;
    double times[256];
    size_t quarter[256];
    const double floor = read_text(workload, &corpus, &rng);
    const struct gpt_config config = {corpus.symbols, CONTEXT, WIDTH, 2, 1, WINDOWS};
    require(gpt_init(&gpt, config));
    require(method_make(&optimizer, methods_of[method], gpt.n));
    *optimizer.lr = (real)lr;
    real *theta = allocate(2 * gpt.n, sizeof *theta), *g = theta + gpt.n;
    unsigned char *token = allocate(WINDOWS * (CONTEXT + 1), 1);
    gpt_init_theta(&gpt, (real)0.1, theta, &rng);
    count(corpus.train_length, corpus.train, times);
    make_quarters(corpus.symbols, times, quarter);
    for (size_t t = 0; t <= TEXT_EVERY * (POINTS - 1); t++) {
        double *part = curve->part[t / TEXT_EVERY];
        if (t % TEXT_EVERY == 0)
            score_text(&gpt, theta, &corpus, quarter, part);
        if (t % TEXT_EVERY == 0)
            part[0] -= floor;
        require(corpus_draw(&corpus, WINDOWS, CONTEXT + 1, token, &rng));
        gpt_cost(&gpt, theta, WINDOWS, CONTEXT, token, g);
        optimizer.step(optimizer.state, theta, g);
    }
    optimizer_drop(&optimizer);
    free(token);
    free(theta);
    gpt_free(&gpt);
    corpus_free(&corpus);
}

/* Half of the digits keep their classes. The samples of the others become classes of
 * their own, COPIES in each, told apart by a number that is written in the first row of
 * pixels. */
static void write_barcodes(struct dataset *data)
{
    enum { COPIES = 5, BITS = 8 };
    size_t rare = 0;
    for (size_t i = 0; i < data->rows; i++) {
        if (data->label[i] < 5)
            continue;
        const size_t code = 1 + rare++ / COPIES;
        data->label[i] = 4 + code;
        for (size_t b = 0; b < BITS; b++)
            data->x[i * data->features + b] = code >> b & 1 ? 2 : -2;
    }
    data->classes = 5 + (rare + COPIES - 1) / COPIES;
}

static void score_digits(struct mlp *mlp, const real *theta, const struct dataset *data,
                         const size_t *quarter, double *part)
{
    double rows[1 + PARTS] = {0};
    memset(part, 0, (1 + PARTS) * sizeof *part);
    for (size_t i = 0; i < data->rows; i++)
        add_cost(data->classes, mlp_forward(mlp, theta, 1, data->x + i * data->features),
                 data->label[i], quarter, part, rows);
    for (size_t p = 0; p <= PARTS; p++)
        part[p] /= rows[p];
}

static void draw_batch(const struct dataset *data, real *x, size_t *label,
                       struct rng *rng)
{
    size_t row[MLP_BATCH];
    for (size_t i = 0; i < MLP_BATCH; i++)
        row[i] = rng_below(rng, data->rows);
    dataset_gather(data, MLP_BATCH, row, x, label);
}

/* One training on the digits; the cost is that of all training samples. */
static void run_digits(int workload, int method, double lr, uint64_t seed,
                       struct curve *curve)
{
    struct rng rng = rng_seed(seed);
    struct dataset data, test;
    struct mlp mlp;
    struct optimizer optimizer;
    double times[256] = {0};
    size_t quarter[256], label[MLP_BATCH];
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    if (workload == BARCODED)
        write_barcodes(&data);
    const size_t width[3] = {data.features, HIDDEN, data.classes};
    require(mlp_init(&mlp, 2, width, MLP_BATCH));
    require(method_make(&optimizer, methods_of[method], mlp.n));
    *optimizer.lr = (real)lr;
    real *theta = allocate(2 * mlp.n, sizeof *theta), *g = theta + mlp.n;
    real *x = allocate(MLP_BATCH * data.features, sizeof *x);
    mlp_init_he(&mlp, theta, &rng);
    for (size_t i = 0; i < data.rows; i++)
        times[data.label[i]]++;
    make_quarters(data.classes, times, quarter);
    for (size_t t = 0; t <= DIGITS_EVERY * (POINTS - 1); t++) {
        if (t % DIGITS_EVERY == 0)
            score_digits(&mlp, theta, &data, quarter, curve->part[t / DIGITS_EVERY]);
        draw_batch(&data, x, label, &rng);
        mlp_cost(&mlp, theta, MLP_BATCH, x, label, g);
        optimizer.step(optimizer.state, theta, g);
    }
    optimizer_drop(&optimizer);
    free(x);
    free(theta);
    mlp_free(&mlp);
    dataset_free(&data);
    dataset_free(&test);
}

static void run(int workload, int method, double lr, uint64_t seed, struct curve *curve)
{
    (workload < TEXTS ? run_text : run_digits)(workload, method, lr, seed, curve);
}

static void write_curves(const char *directory,
                         struct curve curve[WORKLOADS][METHODS][SEEDS])
{
    FILE *file = figure_open(directory, "tails.dat");
    fprintf(file, "# step on texts, on digits, then for each workload the heavy ball's "
                  "and Adam's mean cost\n");
    for (size_t i = 0; i < POINTS; i++) {
        fprintf(file, "%zu %zu", i * TEXT_EVERY, i * DIGITS_EVERY);
        for (int w = 0; w < WORKLOADS; w++)
            for (int m = 0; m < METHODS; m++) {
                double sum = 0;
                for (int s = 0; s < SEEDS; s++)
                    sum += curve[w][m][s].part[i][0] / SEEDS;
                fprintf(file, " %.4g", sum);
            }
        fprintf(file, "\n");
    }
    figure_close(file);
}

/* Of one part in the end: the costs of both methods, and seed by seed how much more the
 * heavy ball's is. */
static void part_facts(FILE *facts, const char *what, int workload, int part,
                       struct curve curve[METHODS][SEEDS])
{
    double cost[METHODS][SEEDS], more[SEEDS];
    const char *key = keys[workload], *format = workload < TEXTS ? "%.2f" : "%.3f";
    char name[32];
    for (int s = 0; s < SEEDS; s++) {
        for (int m = 0; m < METHODS; m++)
            cost[m][s] = curve[m][s].part[POINTS - 1][part];
        more[s] = cost[BALL][s] - cost[ADAM][s];
    }
    for (int m = 0; m < METHODS; m++) {
        snprintf(name, sizeof name, "tails-%s-%s", what, m == BALL ? "ball" : "adam");
        spread_facts(facts, name, key, format, spread_of(SEEDS, cost[m]));
    }
    snprintf(name, sizeof name, "tails-%s-more", what);
    spread_facts(facts, name, key, format, spread_of(SEEDS, more));
}

void experiment(const char *directory, FILE *facts)
{
    static struct curve curve[WORKLOADS][METHODS][SEEDS];
    for (int w = 0; w < WORKLOADS; w++) {
        for (int m = 0; m < METHODS; m++)
            for (uint64_t s = 0; s < SEEDS; s++)
                run(w, m, rates[w][m], FIRST_SEED + s, &curve[w][m][s]);
        part_facts(facts, "all", w, 0, curve[w]);
    }
    part_facts(facts, "common", PLAIN, 1, curve[PLAIN]);
    part_facts(facts, "rare", PLAIN, PARTS, curve[PLAIN]);
    part_facts(facts, "common", BARCODED, 1, curve[BARCODED]);
    part_facts(facts, "rare", BARCODED, PARTS, curve[BARCODED]);
    write_curves(directory, curve);
}
