/* algoperf.c: the competition of AlgoPerf, scored again by exercise 12.2. */
#include "algoperf.h"
#include "lab/sorting.h"
#include "shared.h"

enum { TRAPEZOIDS = 99 };

/* The submissions' names in the facts, and the scores that were published. */
static const struct {
    const char *fact;
    double published;
} published[SUBMISSIONS] = {
    {"shampoo", 0.7784}, {"free", 0.7077},   {"generalized", 0.6383},
    {"cyclic", 0.6301},  {"nadamp", 0.5909}, {"baseline", 0.5707},
    {"amos", 0.4918},    {"caspr", 0.4722},  {"queue", 0.3699},
    {"ema", 0.3384},     {"prodigy", 0.0}};

static struct competition competition;

static void read_times(void)
{
    char line[256];
    FILE *file = fopen("chapters/12-comparing/figures/algoperf.tsv", "r");
    if (!file)
        figure_fail("chapters/12-comparing/figures/algoperf.tsv cannot be read");
    while (fgets(line, sizeof line, file))
        if (*line != '#')
            take_line(&competition, line);
    fclose(file);
}

/* The competition's own way to the area: trapezoids between 100 points. */
static double by_trapezoids(const real *ratio)
{
    double area = 0;
    for (size_t k = 0; k < TRAPEZOIDS; k++) {
        const double left = 1 + 3.0 * (double)k / TRAPEZOIDS;
        const double right = 1 + 3.0 * (double)(k + 1) / TRAPEZOIDS;
        area += (right - left) / 2 *
                (double)(performance_profile(BASE, ratio, (real)left) +
                         performance_profile(BASE, ratio, (real)right));
    }
    return area / 3;
}

static double score_of(const real *ratio, size_t s, double tau_max)
{
    return (double)performance_score(BASE, ratio + s * BASE, (real)tau_max);
}

/* The place of a submission, from 1. */
static int place(const real *ratio, size_t of, double tau_max)
{
    int place = 1;
    for (size_t s = 0; s < SUBMISSIONS; s++)
        place += score_of(ratio, s, tau_max) > score_of(ratio, of, tau_max);
    return place;
}

static void write_scores(const char *directory, const real *ratio, FILE *facts)
{
    static double drawn[SUBMISSIONS][RESAMPLES];
    real resampled[SUBMISSIONS * BASE];
    struct rng rng = rng_seed(FIRST_SEED);
    size_t turned = 0;
    for (size_t r = 0; r < RESAMPLES; r++) {
        measure(&competition, SUBMISSIONS, &rng, resampled);
        for (size_t s = 0; s < SUBMISSIONS; s++)
            drawn[s][r] = score_of(resampled, s, 4);
        turned += drawn[FREE][r] > drawn[SHAMPOO][r];
    }
    figure_fact(facts, "algoperf-turned", "%.0f", 100.0 * (double)turned / RESAMPLES);
    FILE *file = figure_open(directory, "algoperf.dat");
    fprintf(file, "# place, score, 5 %% and 95 %% of resamples\n");
    double farthest = 0, trapezoids = 0;
    for (size_t s = 0; s < SUBMISSIONS; s++) {
        const double score = score_of(ratio, s, 4);
        sort_ascending(RESAMPLES, drawn[s]);
        fprintf(file, "%zu %.6f %.6f %.6f\n", s + 1, score, drawn[s][RESAMPLES / 20],
                drawn[s][RESAMPLES - 1 - RESAMPLES / 20]);
        if (s == SHAMPOO || s == FREE || s == GENERALIZED || s == BASELINE)
            figure_fact_of(facts, "algoperf", published[s].fact, "%.3f", score);
        if (s == SHAMPOO || s == FREE) {
            figure_fact_of(facts, "algoperf-low", published[s].fact, "%.2f",
                           drawn[s][RESAMPLES / 20]);
            figure_fact_of(facts, "algoperf-high", published[s].fact, "%.2f",
                           drawn[s][RESAMPLES - 1 - RESAMPLES / 20]);
        }
        farthest = fmax(farthest, fabs(score - published[s].published));
        trapezoids = fmax(trapezoids,
                          fabs(by_trapezoids(ratio + s * BASE) - published[s].published));
    }
    figure_close(file);
    figure_fact(facts, "algoperf-farthest", "%.4f", farthest);
    figure_fact(facts, "algoperf-trapezoids", "%.5f", trapezoids);
}

void experiment(const char *directory, FILE *facts)
{
    real ratio[SUBMISSIONS * BASE], without[SUBMISSIONS * BASE];
    read_times();
    measure(&competition, SUBMISSIONS, NULL, ratio);
    write_scores(directory, ratio, facts);
    FILE *file = figure_open(directory, "algoperf_profiles.dat");
    fprintf(file, "# tau, then the profiles in the order of the published scores\n");
    for (size_t k = 0; k < TAUS; k++) {
        fprintf(file, "%.2f", 1 + 0.01 * (double)k);
        for (size_t s = 0; s < SUBMISSIONS; s++)
            fprintf(file, " %.4g",
                    (double)performance_profile(BASE, ratio + s * BASE,
                                                (real)(1 + 0.01 * (double)k)));
        fputc('\n', file);
    }
    figure_close(file);
    measure(&competition, CASPR, NULL, without);
    figure_fact(facts, "algoperf-without-shampoo", "%.3f", score_of(without, SHAMPOO, 4));
    figure_fact(facts, "algoperf-without-free", "%.3f", score_of(without, FREE, 4));
    figure_fact(facts, "algoperf-caspr-place-2", "%d", place(ratio, CASPR, 2));
    figure_fact(facts, "algoperf-caspr-place-4", "%d", place(ratio, CASPR, 4));
    figure_fact(facts, "algoperf-free-place-11", "%d", place(ratio, FREE, 1.1));
    figure_fact(facts, "algoperf-shampoo-place-11", "%d", place(ratio, SHAMPOO, 1.1));
}
