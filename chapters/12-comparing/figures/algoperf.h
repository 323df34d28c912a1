/* algoperf.h: AlgoPerf's competition of 2024 as algoperf.tsv has it, and its rules. */
#ifndef DESCENT_FIGURES_COMPARING_ALGOPERF_H
#define DESCENT_FIGURES_COMPARING_ALGOPERF_H

#include "lab/figure.h"
#include "lab/rng.h"
#include "optim/performance_profile.h"
#include "optim/real.h"

#include <math.h>
#include <string.h>

enum { SUBMISSIONS = 11, BASE = 8, ALL = 14, STUDIES = 5, RESAMPLES = 2000, TAUS = 301 };

/* In the order of the published scores. */
enum { SHAMPOO, FREE, GENERALIZED, BASELINE = 5, CASPR = 7 };
static const char *const submissions[SUBMISSIONS] = {"shampoo_submission",
                                                     "schedule_free_adamw",
                                                     "generalized_adam",
                                                     "cyclic_lr",
                                                     "nadamp",
                                                     "baseline",
                                                     "amos",
                                                     "caspr_adaptive",
                                                     "lawa_queue",
                                                     "lawa_ema",
                                                     "schedule_free_prodigy"};

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

/* The times of all studies; infinite where the target was not reached. */
struct competition {
    size_t studies[SUBMISSIONS][ALL];
    double study[SUBMISSIONS][ALL][STUDIES];
};

/* Takes a line of algoperf.tsv: a submission, a workload, and its times. The line is
 * taken apart. */
static inline void take_line(struct competition *c, char *line)
{
    size_t s = 0, w = 0;
    const char *name = strtok(line, "\t"), *workload = strtok(NULL, "\t");
    while (s < SUBMISSIONS && strcmp(submissions[s], name) != 0)
        s++;
    while (w < ALL && (!workload || strcmp(workloads[w], workload) != 0))
        w++;
    if (s == SUBMISSIONS || w == ALL)
        figure_fail("algoperf.tsv has an unknown name");
    for (char *t = strtok(NULL, "\t"); t && c->studies[s][w] < STUDIES;
         t = strtok(NULL, "\t"))
        c->study[s][w][c->studies[s][w]++] = strtod(t, NULL);
}

/* The median over all studies, or over as many that are drawn. They are few: each goes
 * to its place among those before it. */
static inline double median_study(size_t n, const double *study, struct rng *rng)
{
    double sorted[STUDIES] = {0};
    for (size_t i = 0; i < n; i++) {
        const double time = study[rng ? rng_below(rng, n) : i];
        size_t k = i;
        for (; k > 0 && sorted[k - 1] > time; k--)
            sorted[k] = sorted[k - 1];
        sorted[k] = time;
    }
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
}

/* What is more than four times as slow as the best is not reached. */
static inline void cut_slow(size_t w, real time[SUBMISSIONS][ALL])
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
static inline void measure(const struct competition *c, size_t without, struct rng *rng,
                           real ratio[SUBMISSIONS * BASE])
{
    real time[SUBMISSIONS][ALL];
    for (size_t s = 0; s < SUBMISSIONS; s++)
        for (size_t w = 0; w < ALL; w++)
            time[s][w] = s == without
                             ? (real)INFINITY
                             : (real)median_study(c->studies[s][w], c->study[s][w], rng);
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

#endif
