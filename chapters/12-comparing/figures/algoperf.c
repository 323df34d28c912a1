/* algoperf.c: the competition of AlgoPerf, scored again by exercise 12.2. */
#include "optim/performance_profile.h"
#include "shared.h"

enum { SUBMISSIONS = 11, BASE = 8, ALL = 14, STUDIES = 5, RESAMPLES = 2000, TAUS = 100 };

/* The columns: workloads, and variants of some of them. */
static const char *const workloads[ALL] = {"criteo1tb",
                                           "fastmri",
                                           "imagenet_resnet",
                                           "imagenet_vit",
                                           "librispeech_conformer",
                                           "librispeech_deepspeech",
                                           "ogbg",
                                           "wmt",
                                           "criteo1tb_embed_init",
                                           "fastmri_tanh",
                                           "imagenet_resnet_large_bn_init",
                                           "librispeech_conformer_layernorm",
                                           "ogbg_model_size",
                                           "wmt_glu_tanh"};
static const size_t varied[ALL - BASE] = {0, 1, 2, 4, 6, 7};

/* A submission: its name there and in the facts, and the score that was published. */
static const struct {
    const char *name, *fact;
    double published;
} submissions[SUBMISSIONS] = {{"shampoo_submission", "shampoo", 0.7784},
                              {"schedule_free_adamw", "free", 0.7077},
                              {"generalized_adam", "generalized", 0.6383},
                              {"cyclic_lr", "cyclic", 0.6301},
                              {"nadamp", "nadamp", 0.5909},
                              {"baseline", "baseline", 0.5707},
                              {"amos", "amos", 0.4918},
                              {"caspr_adaptive", "caspr", 0.4722},
                              {"lawa_queue", "queue", 0.3699},
                              {"lawa_ema", "ema", 0.3384},
                              {"schedule_free_prodigy", "prodigy", 0.0}};
enum { SHAMPOO, FREE, GENERALIZED, BASELINE = 5, CASPR = 7 };

static double study[SUBMISSIONS][ALL][STUDIES];
static size_t studies[SUBMISSIONS][ALL];

static void take_line(char *line)
{
    size_t s = 0, w = 0;
    const char *name = strtok(line, "\t"), *workload = strtok(NULL, "\t");
    while (s < SUBMISSIONS && strcmp(submissions[s].name, name) != 0)
        s++;
    while (w < ALL && (!workload || strcmp(workloads[w], workload) != 0))
        w++;
    if (s == SUBMISSIONS || w == ALL)
        figure_fail("algoperf.tsv has an unknown name");
    for (char *t = strtok(NULL, "\t"); t && studies[s][w] < STUDIES;
         t = strtok(NULL, "\t"))
        study[s][w][studies[s][w]++] = strtod(t, NULL);
}

static void read_times(void)
{
    char line[256];
    FILE *file = fopen("chapters/12-comparing/figures/algoperf.tsv", "r");
    if (!file)
        figure_fail("chapters/12-comparing/figures/algoperf.tsv cannot be read");
    while (fgets(line, sizeof line, file))
        if (*line != '#')
            take_line(line);
    fclose(file);
}

/* The median over all studies, or over as many that are drawn. */
static double median(size_t s, size_t w, struct rng *rng)
{
    double sorted[STUDIES] = {0};
    const size_t n = studies[s][w];
    for (size_t i = 0; i < n; i++)
        sorted[i] = study[s][w][rng ? rng_below(rng, n) : i];
    sort_ascending(n, sorted);
    return median_of_sorted(n, sorted);
}

/* What is more than four times as slow as the best is not reached. */
static void cut_slow(size_t w, real time[SUBMISSIONS][ALL])
{
    real best = (real)INFINITY;
    for (size_t s = 0; s < SUBMISSIONS; s++)
        best = fmin(best, time[s][w]);
    for (size_t s = 0; s < SUBMISSIONS; s++)
        if (time[s][w] > 4 * best)
            time[s][w] = (real)INFINITY;
}

/* The competition's rule: a workload counts if its variant, too, is reached in time, and
 * the other way around. `without` does not take part. */
static void measure(size_t without, struct rng *rng, real ratio[SUBMISSIONS * BASE])
{
    real time[SUBMISSIONS][ALL];
    for (size_t s = 0; s < SUBMISSIONS; s++)
        for (size_t w = 0; w < ALL; w++)
            time[s][w] = s == without ? (real)INFINITY : (real)median(s, w, rng);
    for (size_t s = 0; s < SUBMISSIONS; s++)
        for (size_t v = 0; v < ALL - BASE; v++)
            if (isinf(time[s][varied[v]]))
                time[s][BASE + v] = (real)INFINITY;
    for (size_t w = 0; w < ALL; w++)
        cut_slow(w, time);
    for (size_t s = 0; s < SUBMISSIONS; s++)
        for (size_t v = 0; v < ALL - BASE; v++)
            if (isinf(time[s][BASE + v]))
                time[s][varied[v]] = (real)INFINITY;
    for (size_t s = 0; s < SUBMISSIONS; s++)
        memcpy(ratio + s * BASE, time[s], BASE * sizeof *ratio);
    require(performance_ratios(SUBMISSIONS, BASE, ratio, ratio));
}

/* The competition's own way to the area: trapezoids between 100 points. */
static double by_trapezoids(const real *ratio)
{
    double area = 0;
    for (size_t k = 0; k + 1 < TAUS; k++) {
        const double left = 1 + 3.0 * (double)k / (TAUS - 1);
        const double right = 1 + 3.0 * (double)(k + 1) / (TAUS - 1);
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
        measure(SUBMISSIONS, &rng, resampled);
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
        fprintf(file, "%zu %.4f %.4f %.4f\n", s + 1, score, drawn[s][RESAMPLES / 20],
                drawn[s][RESAMPLES - 1 - RESAMPLES / 20]);
        if (s == SHAMPOO || s == FREE || s == GENERALIZED || s == BASELINE)
            figure_fact_of(facts, "algoperf", submissions[s].fact, "%.3f", score);
        if (s == SHAMPOO || s == FREE) {
            figure_fact_of(facts, "algoperf-low", submissions[s].fact, "%.2f",
                           drawn[s][RESAMPLES / 20]);
            figure_fact_of(facts, "algoperf-high", submissions[s].fact, "%.2f",
                           drawn[s][RESAMPLES - 1 - RESAMPLES / 20]);
        }
        farthest = fmax(farthest, fabs(score - submissions[s].published));
        trapezoids = fmax(
            trapezoids, fabs(by_trapezoids(ratio + s * BASE) - submissions[s].published));
    }
    figure_close(file);
    figure_fact(facts, "algoperf-farthest", "%.4f", farthest);
    figure_fact(facts, "algoperf-trapezoids", "%.5f", trapezoids);
}

void experiment(const char *directory, FILE *facts)
{
    real ratio[SUBMISSIONS * BASE], without[SUBMISSIONS * BASE];
    read_times();
    measure(SUBMISSIONS, NULL, ratio);
    write_scores(directory, ratio, facts);
    FILE *file = figure_open(directory, "algoperf_profiles.dat");
    fprintf(file, "# tau, then the profiles in the order of the published scores\n");
    for (size_t k = 0; k <= 300; k++) {
        fprintf(file, "%.2f", 1 + 0.01 * (double)k);
        for (size_t s = 0; s < SUBMISSIONS; s++)
            fprintf(file, " %.4g",
                    (double)performance_profile(BASE, ratio + s * BASE,
                                                (real)(1 + 0.01 * (double)k)));
        fputc('\n', file);
    }
    figure_close(file);
    measure(CASPR, NULL, without);
    figure_fact(facts, "algoperf-without-shampoo", "%.3f", score_of(without, SHAMPOO, 4));
    figure_fact(facts, "algoperf-without-free", "%.3f", score_of(without, FREE, 4));
    figure_fact(facts, "algoperf-caspr-place-2", "%d", place(ratio, CASPR, 2));
    figure_fact(facts, "algoperf-caspr-place-4", "%d", place(ratio, CASPR, 4));
    figure_fact(facts, "algoperf-free-place-11", "%d", place(ratio, FREE, 1.1));
    figure_fact(facts, "algoperf-shampoo-place-11", "%d", place(ratio, SHAMPOO, 1.1));
}
