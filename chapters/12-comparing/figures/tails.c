/* tails.c: Adam and the heavy ball on texts and digits, with rare classes and without. */
#include "lab/dataset.h"
#include "lab/mlp.h"
#include "texts.h"

enum { EVEN = TEXTS, BARCODED, WORKLOADS };
enum { SEEDS = 3, WINDOWS = 24, DIGITS_EVERY = 6, MLP_BATCH = 128, HIDDEN = 64 };

static const char *const keys[WORKLOADS] = {"plain", "merged", "flat", "even",
                                            "barcoded"};

/* Those of 0.1, 0.2, 0.4, 0.8 and of 0.0025, 0.005 … 0.08 with the lowest cost in the
 * end, with seed 101. */
static const double rates[WORKLOADS][METHODS] = {
    {0.2, 0.005}, {0.4, 0.01}, {0.4, 0.005}, {0.2, 0.04}, {0.2, 0.02}};

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

static void run(int workload, int method, uint64_t seed, struct curve *curve)
{
    const double lr = rates[workload][method];
    if (workload < TEXTS)
        run_text(workload, method, lr, WINDOWS, seed, curve);
    else
        run_digits(workload, method, lr, seed, curve);
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
                run(w, m, FIRST_SEED + s, &curve[w][m][s]);
        part_facts(facts, "all", w, 0, curve[w]);
    }
    part_facts(facts, "common", PLAIN, 1, curve[PLAIN]);
    part_facts(facts, "rare", PLAIN, PARTS, curve[PLAIN]);
    part_facts(facts, "common", BARCODED, 1, curve[BARCODED]);
    part_facts(facts, "rare", BARCODED, PARTS, curve[BARCODED]);
    write_curves(directory, curve);
}
