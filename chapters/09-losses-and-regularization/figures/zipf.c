/* zipf.c: cross-entropy, focal loss and weighted classes on labels of Zipf's law. */
#include "lab/zipf.h"
#include "lab/layers.h"
#include "optim/focal.h"
#include "optim/layers_backward.h"
#include "shared.h"

enum { CLASSES = 32, FEATURES = 16, TRAIN = 1000, TEST = 1000, STEPS = 100, SEEDS = 10 };
enum { N = CLASSES * (FEATURES + 1) };
enum { RATES = 4, RECIPES = 4, PARTS = 3 };
static const double rates[RATES] = {0.01, 0.03, 0.1, 0.3};

struct recipe {
    const char *key;
    double gamma;
    bool balanced;
};
static const struct recipe recipes[RECIPES] = {
    {"plain", 0, false}, {"focal", 2, false}, {"weighted", 0, true}, {"both", 2, true}};

struct split {
    struct dataset train, test;
    real alpha[CLASSES];
};

/* Samples that overlap. */
static struct split draw_split(uint64_t seed)
{
    struct zipf_config config = {TRAIN + TEST, FEATURES, CLASSES, 1, (real)1.2, 0};
    struct rng rng = rng_seed(seed);
    struct dataset all;
    struct split split;
    size_t count[CLASSES] = {0};
    require(zipf_dataset(&all, &config, &rng));
    require(dataset_split(&all, TRAIN, seed, &split.train, &split.test));
    dataset_free(&all);
    for (size_t i = 0; i < TRAIN; i++)
        count[split.train.label[i]]++;
    balanced_weights(CLASSES, count, split.alpha);
    return split;
}

/* The gradient of the mean loss over the training samples. */
static void gradient(const struct split *split, const struct recipe *recipe,
                     const real *theta, real *g)
{
    static real z[TRAIN][CLASSES], dz[TRAIN][CLASSES];
    const real *alpha = recipe->balanced ? split->alpha : NULL;
    linear_forward(TRAIN, FEATURES, CLASSES, split->train.x, theta,
                   theta + CLASSES * FEATURES, z[0]);
    for (size_t i = 0; i < TRAIN; i++) {
        focal_loss(CLASSES, z[i], split->train.label[i], (real)recipe->gamma, alpha,
                   dz[i]);
        for (size_t k = 0; k < CLASSES; k++)
            dz[i][k] /= TRAIN;
    }
    linear_backward(TRAIN, FEATURES, CLASSES, split->train.x, theta, dz[0], g,
                    g + CLASSES * FEATURES, NULL);
}

/* Shares of right answers: of all test samples, the mean over the classes that there are,
 * and that over the rarer half of the classes. */
static void score(const struct split *split, const real *theta, double part[PARTS])
{
    static real z[TEST][CLASSES];
    double right[CLASSES] = {0}, count[CLASSES] = {0}, present[2] = {0};
    linear_forward(TEST, FEATURES, CLASSES, split->test.x, theta,
                   theta + CLASSES * FEATURES, z[0]);
    memset(part, 0, PARTS * sizeof *part);
    for (size_t i = 0; i < TEST; i++) {
        size_t best = 0, label = split->test.label[i];
        for (size_t k = 1; k < CLASSES; k++)
            best = z[i][k] > z[i][best] ? k : best;
        right[label] += best == label;
        count[label]++;
        part[0] += (best == label) * 100.0 / TEST;
    }
    for (size_t k = 0; k < CLASSES; k++) {
        present[0] += count[k] > 0;
        present[1] += count[k] > 0 && k >= CLASSES / 2;
    }
    for (size_t k = 0; k < CLASSES; k++) {
        const double share = count[k] > 0 ? 100 * right[k] / count[k] : 0;
        part[1] += share / present[0];
        part[2] += k >= CLASSES / 2 ? share / present[1] : 0;
    }
}

static void run_once(const struct recipe *recipe, double lr, uint64_t seed,
                     double part[PARTS])
{
    struct split split = draw_split(seed);
    struct optimizer optimizer = make("adam", N, lr);
    real theta[N] = {0}, g[N];
    for (size_t t = 0; t < STEPS; t++) {
        gradient(&split, recipe, theta, g);
        optimizer.step(optimizer.state, theta, g);
    }
    score(&split, theta, part);
    optimizer_drop(&optimizer);
    dataset_free(&split.train);
    dataset_free(&split.test);
}

/* The rate with the best mean over classes on two other seeds. */
static double choose_rate(const struct recipe *recipe)
{
    double best = -1, chosen = 0;
    for (size_t i = 0; i < RATES; i++) {
        double one[PARTS], two[PARTS];
        run_once(recipe, rates[i], 901, one);
        run_once(recipe, rates[i], 902, two);
        if (one[1] + two[1] > best) {
            best = one[1] + two[1];
            chosen = rates[i];
        }
    }
    return chosen;
}

/* Mean and deviation over the seeds of one part, or of what it exceeds another one by. */
static struct spread part_spread(double part[SEEDS][PARTS], double less[SEEDS][PARTS],
                                 size_t p)
{
    double column[SEEDS];
    for (size_t s = 0; s < SEEDS; s++)
        column[s] = part[s][p] - (less ? less[s][p] : 0);
    return spread_of(SEEDS, column);
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    static const char *const what[PARTS] = {"zipf-all", "zipf-mean", "zipf-rare"};
    static double part[RECIPES][SEEDS][PARTS];
    for (size_t r = 0; r < RECIPES; r++) {
        const double lr = choose_rate(&recipes[r]);
        for (size_t s = 0; s < SEEDS; s++)
            run_once(&recipes[r], lr, FIRST_SEED + s, part[r][s]);
        figure_fact_of(facts, "zipf-lr", recipes[r].key, "%g", lr);
        for (size_t p = 0; p < PARTS; p++)
            spread_facts(facts, what[p], recipes[r].key, "%.1f",
                         part_spread(part[r], NULL, p));
    }
    /* On the same data, seed by seed. */
    spread_facts(facts, "zipf-lost", "focal", "%.1f", part_spread(part[0], part[1], 0));
    spread_facts(facts, "zipf-lost", "weighted", "%.1f",
                 part_spread(part[0], part[2], 0));
    spread_facts(facts, "zipf-found", "weighted", "%.1f",
                 part_spread(part[2], part[0], 2));
    spread_facts(facts, "zipf-lost", "both", "%.1f", part_spread(part[2], part[3], 2));
}
