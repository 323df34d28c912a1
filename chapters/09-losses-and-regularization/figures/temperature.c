/* temperature.c: embeddings of digits without labels, by temperature. */
#include "pairs.h"

enum { TAUS = 4, SEEDS = 3, D = 16, VIEWS = 256 };
static const double taus[TAUS] = {0.05, 0.2, 0.5, 1};
static const char *const keys[TAUS] = {"005", "02", "05", "1"};

/* What an embedding is like: shares of right neighbors for test digits as they are and
 * moved; the mean cosine of two views of a digit, of digits of one class, and of all. */
enum { PLAIN, MOVED, VIEW, CLASS, ALL, MEASURES };
static const char *const names[MEASURES] = {"near", "moved", "view", "class", "all"};

/* Cosines of the embeddings of two views, pair by pair; and between digits. */
static void measure_cosines(const struct dataset *test, const real *v, const real *w,
                            double outcome[MEASURES])
{
    double count[2] = {0};
    for (size_t i = 0; i < test->rows; i++)
        for (size_t k = 0; k < test->rows; k++) {
            double cosine = 0;
            for (size_t j = 0; j < D; j++)
                cosine += (double)(v[i * D + j] * (k == i ? w : v)[k * D + j]);
            const bool same = test->label[i] == test->label[k];
            outcome[VIEW] += k == i ? cosine / (double)test->rows : 0;
            outcome[CLASS] += k != i && same ? cosine : 0;
            outcome[ALL] += k != i && !same ? cosine : 0;
            count[0] += k != i && same;
            count[1] += k != i && !same;
        }
    outcome[CLASS] /= count[0];
    outcome[ALL] /= count[1];
}

static void run_once(double tau, uint64_t seed, const struct dataset *data,
                     const struct dataset *test, const struct dataset *views,
                     double outcome[MEASURES])
{
    const struct pair_run run = {D, 64, 38400, tau, 0.003};
    struct pair_net net = pair_net_new(D, seed);
    pair_train(&net, &run, data, seed);
    real *u = pair_embed(&net, D, data), *v = pair_embed(&net, D, test);
    real *w = pair_embed(&net, D, views);
    memset(outcome, 0, MEASURES * sizeof *outcome);
    outcome[PLAIN] = nearest(D, data, u, test, v);
    outcome[MOVED] = nearest(D, data, u, views, w);
    measure_cosines(test, v, w, outcome);
    free(u);
    free(v);
    free(w);
    pair_net_free(&net);
}

void experiment(const char *directory, FILE *facts)
{
    struct dataset data, test;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    struct dataset views = moved(&test);
    FILE *file = figure_open(directory, "temperature.dat");
    fprintf(file, "# tau; means: neighbors, of moved, cosines of views, class, others\n");
    for (int k = 0; k < TAUS; k++) {
        double outcome[SEEDS][MEASURES], column[SEEDS];
        for (size_t s = 0; s < SEEDS; s++)
            run_once(taus[k], FIRST_SEED + s, &data, &test, &views, outcome[s]);
        fprintf(file, "%g", taus[k]);
        for (int m = 0; m < MEASURES; m++) {
            for (size_t s = 0; s < SEEDS; s++)
                column[s] = outcome[s][m];
            const struct spread spread = spread_of(SEEDS, column);
            if (m < VIEW)
                spread_facts(facts, names[m], keys[k], "%.1f", spread);
            else
                figure_fact_of(facts, names[m], keys[k], "%.2f", spread.mean);
            fprintf(file, " %.4g", spread.mean);
        }
        fprintf(file, "\n");
    }
    figure_close(file);
    const double plain = nearest(PIXELS, &data, data.x, &test, test.x);
    const double shifted = nearest(PIXELS, &data, data.x, &views, views.x);
    file = figure_open(directory, "pixels.dat");
    fprintf(file, "# tau, neighbors by pixels, of moved\n0.04 %.4g %.4g\n1.3 %.4g %.4g\n",
            plain, shifted, plain, shifted);
    figure_close(file);
    figure_fact(facts, "near-pixels", "%.1f", plain);
    figure_fact(facts, "moved-pixels", "%.1f", shifted);
    free(views.x);
    dataset_free(&data);
    dataset_free(&test);
}
