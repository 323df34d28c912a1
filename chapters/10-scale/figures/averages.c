/* averages.c: Adam on the digits with averages that are rounded after each step, and what
 * is left of v, beside the average of the same gradients that is not rounded. */
#include "lab/sorting.h"
#include "optim/adam.h"
#include "optim/block_quant.h"
#include "shared.h"

enum { EPOCHS = 12, SEEDS = 5, BLOCK = 256 };
enum kept { EXACT, HALF, BYTES, EQUAL_STEPS };
enum { PLAIN_WAY, M_BF16, V_BF16, M_LINEAR, V_LINEAR, BOTH_BYTES, FASTER, WAYS };

static const struct {
    const char *name;
    enum kept m, v;
} way[WAYS] = {{"exact", EXACT, EXACT},          {"m-bf16", HALF, EXACT},
               {"v-bf16", EXACT, HALF},          {"m-linear", EQUAL_STEPS, BYTES},
               {"v-linear", BYTES, EQUAL_STEPS}, {"bytes", BYTES, BYTES},
               {"faster", EXACT, EXACT}};

/* The rate that small-states.c finds for AdamW. */
static const double usual_rate = 0.008;

struct rounding {
    struct adam adam;
    int way;
    real *exact; /* v without rounding */
};

static void round_all(enum kept kept, bool with_sign, size_t n, real *x)
{
    real map[QUANT_CODES], scale;
    uint8_t code[BLOCK];
    if (kept == HALF)
        for (size_t i = 0; i < n; i++)
            x[i] = rounded(BF16, x[i]);
    if (kept != BYTES && kept != EQUAL_STEPS)
        return;
    (kept == BYTES ? quant_map_dynamic : quant_map_linear)(map, with_sign);
    for (size_t first = 0; first < n; first += BLOCK) {
        const size_t count = n - first < BLOCK ? n - first : BLOCK;
        block_quantize(map, count, BLOCK, x + first, code, &scale);
        block_dequantize(map, count, BLOCK, code, &scale, x + first);
    }
}

static void step(void *state, real *theta, const real *g)
{
    struct rounding *r = state;
    const size_t n = r->adam.n;
    const real beta2 = r->adam.config.beta2;
    adam_step(&r->adam, theta, g);
    round_all(way[r->way].m, true, n, r->adam.m);
    round_all(way[r->way].v, false, n, r->adam.v);
    for (size_t i = 0; i < n; i++)
        r->exact[i] = beta2 * r->exact[i] + (1 - beta2) * g[i] * g[i];
}

/* What is left of v, as a share: in the median, and at a tenth from either end. */
struct left {
    double low, median, high;
};

static struct left left_of(const struct rounding *r)
{
    double *share = allocate(r->adam.n, sizeof *share);
    size_t count = 0;
    for (size_t i = 0; i < r->adam.n; i++)
        if (r->exact[i] > 0)
            share[count++] = (double)(r->adam.v[i] / r->exact[i]);
    sort_ascending(count, share);
    const struct left left = {share[count / 10], share[count / 2],
                              share[count - 1 - count / 10]};
    free(share);
    return left;
}

static struct left run(int which, double lr, uint64_t seed, const struct dataset *data,
                       struct train_epoch *record)
{
    struct student student;
    struct rounding r = {.way = which};
    struct adam_config config = adam_defaults();
    student_init(&student, seed);
    config.lr = (real)lr;
    require(adam_init(&r.adam, student.mlp.n, config));
    r.exact = allocate(student.mlp.n, sizeof *r.exact);
    const struct train_group group = {
        0, student.mlp.n, {.state = &r, .step = step, .rate = &r.adam.config.lr}};
    student_train(&student, EPOCHS, seed, data, NULL, 1, &group, record);
    const struct left left = left_of(&r);
    adam_free(&r.adam);
    free(r.exact);
    student_free(&student);
    return left;
}

/* All seeds. @return what is left of v, on average; NaN is left by a run that broke */
static struct left over_seeds(int which, double lr, const struct dataset *data,
                              FILE *facts)
{
    struct left mean_left = {0, 0, 0};
    double cost[SEEDS];
    int lost = 0;
    for (size_t s = 0; s < SEEDS; s++) {
        struct train_epoch record[EPOCHS + 1];
        const struct left left = run(which, lr, FIRST_SEED + s, data, record);
        mean_left.low += left.low / SEEDS;
        mean_left.median += left.median / SEEDS;
        mean_left.high += left.high / SEEDS;
        cost[s] = (double)record[EPOCHS].train.cost;
        lost += !(cost[s] < (double)record[0].train.cost);
    }
    if (which == V_LINEAR) {
        figure_fact(facts, "kept-lost", "%d", lost);
        return mean_left;
    }
    spread_facts(facts, "kept-cost", way[which].name, "%.4f", spread_of(SEEDS, cost));
    return mean_left;
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    double lr = usual_rate;
    (void)directory;
    load_digits(&data, &test);
    for (int which = 0; which < WAYS; which++) {
        const struct left left = over_seeds(which, lr, &data, facts);
        if (which == V_BF16 || which == BOTH_BYTES)
            figure_fact_of(facts, "kept-median", way[which].name, "%.2f", left.median);
        if (which == BOTH_BYTES) {
            figure_fact(facts, "kept-low", "%.2f", left.low);
            figure_fact(facts, "kept-high", "%.2f", left.high);
            /* For FASTER: steps as long as with so small a v. */
            lr = usual_rate / sqrt(left.median);
        }
    }
    figure_fact(facts, "kept-longer", "%.0f", 100 * (lr / usual_rate - 1));
    dataset_free(&data);
    dataset_free(&test);
}
