/* language.c: the corpus, the model's size, and what may be expected of it. */
#include "lab/figure.h"
#include "lab/rng.h"
#include "optim/attention.h"
#include "recipes.h"

enum { PRIOR = 10, PLACES = 32, HEAD = 64, DRAWS = 200 };

/* How often a symbol occurs, and after which other. */
struct counts {
    double one[256], two[256][256];
};

static void count(const struct corpus *corpus, struct counts *counts)
{
    for (size_t i = 0; i < corpus->train_length; i++)
        counts->one[corpus->train[i]]++;
    for (size_t i = 1; i < corpus->train_length; i++)
        counts->two[corpus->train[i - 1]][corpus->train[i]]++;
}

/* The cost of the text to be scored if symbols are guessed by their frequency, and if by
 * their frequency after the one before, mixed with PRIOR counts of the former. */
static void frequency_facts(FILE *facts, const struct corpus *corpus)
{
    static struct counts counts;
    double one = 0, two = 0;
    const double symbols = (double)corpus->symbols, length = (double)corpus->train_length;
    count(corpus, &counts);
    for (size_t i = 1; i < corpus->valid_length; i++) {
        const size_t before = corpus->valid[i - 1], next = corpus->valid[i];
        const double share = (counts.one[next] + 1) / (length + symbols);
        one -= log(share) / (double)(corpus->valid_length - 1);
        two -= log((counts.two[before][next] + PRIOR * share) /
                   (counts.one[before] + PRIOR)) /
               (double)(corpus->valid_length - 1);
    }
    figure_fact(facts, "corpus-uniform", "%.2f", log(symbols));
    figure_fact(facts, "corpus-unigram", "%.2f", one);
    figure_fact(facts, "corpus-bigram", "%.2f", two);
}

static void corpus_facts(FILE *facts, const struct corpus *corpus)
{
    double times[256] = {0}, most = 0;
    size_t rare = 0;
    for (size_t i = 0; i < corpus->train_length; i++)
        times[corpus->train[i]]++;
    for (size_t x = 0; x < corpus->symbols; x++) {
        most = fmax(most, times[x]);
        rare += times[x] < (double)corpus->train_length / 1000 ? 1 : 0;
    }
    figure_fact(facts, "corpus-symbols", "%zu", corpus->symbols);
    figure_fact(facts, "corpus-train", "%zu", corpus->train_length);
    figure_fact(facts, "corpus-scored", "%zu", corpus->valid_length);
    figure_fact(facts, "corpus-most", "%.0f", 100 * most / (double)corpus->train_length);
    figure_fact(facts, "corpus-rare", "%zu", rare);
}

/* Random queries and keys: the largest weight of the last place, a mean over draws, with
 * scores that are divided by √d, or not. */
static double largest_weight(double factor)
{
    static real q[PLACES * HEAD], k[PLACES * HEAD], y[PLACES * HEAD];
    static real weight[PLACES * PLACES];
    struct rng rng = rng_seed(FIRST_SEED);
    double sum = 0;
    for (size_t n = 0; n < DRAWS; n++) {
        for (size_t i = 0; i < (size_t)PLACES * HEAD; i++) {
            q[i] = (real)(factor * rng_normal(&rng));
            k[i] = (real)rng_normal(&rng);
        }
        require(attention_forward((struct attention_shape){PLACES, HEAD, HEAD, HEAD}, q,
                                  k, k, weight, y));
        double largest = 0;
        for (size_t j = 0; j < PLACES; j++)
            largest = fmax(largest, (double)weight[(PLACES - 1) * PLACES + j]);
        sum += largest / DRAWS;
    }
    return sum;
}

void experiment(const char *directory, FILE *facts)
{
    struct task task = language(32);
    (void)directory;
    corpus_facts(facts, &task.corpus);
    frequency_facts(facts, &task.corpus);
    figure_fact(facts, "gpt-parameters", "%zu", task.n);
    figure_fact(facts, "gpt-symbols", "%zu", task.gpt.places);
    figure_fact(facts, "gpt-places", "%zu", task.gpt.block[0].norm1 - task.gpt.places);
    figure_fact(facts, "gpt-in-block", "%zu", task.gpt.norm - task.gpt.block[0].norm1);
    figure_fact(facts, "weight-scaled", "%.2f", largest_weight(1));
    figure_fact(facts, "weight-raw", "%.2f", largest_weight(sqrt(HEAD)));
    task_free(&task);
}
