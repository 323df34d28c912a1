/* losses.c: binary cross-entropy and focal loss, and the losses of pairs and triples, as
 * curves. */
#include "optim/bce.h"
#include "optim/focal.h"
#include "optim/infonce.h"
#include "optim/metric.h"
#include "shared.h"

enum { GAMMAS = 4 };
static const double gammas[GAMMAS] = {0, 1, 2, 5};

/* Loss of a positive sample with the logit z, and its slope. */
static double focal_of(double z, double gamma, double *slope)
{
    const real pair[2] = {0, (real)z};
    real dz[2];
    double loss = (double)focal_loss(2, pair, 1, (real)gamma, NULL, dz);
    *slope = (double)dz[1];
    return loss;
}

static void write_focal(const char *directory)
{
    FILE *file = figure_open(directory, "focal.dat");
    fprintf(file, "# z p, then loss and slope for each gamma\n");
    for (int i = -120; i <= 120; i++) {
        const double z = i / 20.0;
        fprintf(file, "%g %.6g", z, 1 / (1 + exp(-z)));
        for (int k = 0; k < GAMMAS; k++) {
            double slope, loss = focal_of(z, gammas[k], &slope);
            fprintf(file, " %.6g %.6g", loss, slope);
        }
        fprintf(file, "\n");
    }
    figure_close(file);
}

static void focal_facts(FILE *facts)
{
    const double p[2] = {0.9, 0.1};
    const char *const name[2] = {"easy", "hard"};
    for (int i = 0; i < 2; i++) {
        double slope, plain_slope, z = log(p[i] / (1 - p[i]));
        const double plain = focal_of(z, 0, &plain_slope), focal = focal_of(z, 2, &slope);
        figure_fact_of(facts, "focal-weight", name[i], "%.2f", focal / plain);
        figure_fact_of(facts, "focal-slope", name[i], "%.3f", slope / plain_slope);
    }
    double steepest = 0, at = 0;
    for (int i = -4000; i <= 4000; i++) {
        double slope;
        focal_of(i / 1000.0, 2, &slope);
        if (slope < steepest) {
            steepest = slope;
            at = 1 / (1 + exp(-i / 1000.0));
        }
    }
    figure_fact(facts, "focal-steepest", "%.2f", -steepest);
    figure_fact(facts, "focal-steepest-p", "%.2f", at);
}

/* The smallest whole logit at which 1 / (1 + e^-z) is stored as 1, and slopes that p - 1
 * has lost. */
static void bce_facts(FILE *facts)
{
    int z = 0;
    while (1 / (1 + exp(-(double)z)) < 1)
        z++;
    figure_fact(facts, "logit-of-one", "%d", z);
    z = 0;
    while (1 / (1 + expf(-(float)z)) < 1)
        z++;
    figure_fact(facts, "logit-of-one-single", "%d", z);
    const real lost[2] = {40, 17}, yes[2] = {1, 1};
    real dz[2];
    bce_with_logits(2, lost, yes, 1, dz);
    figure_fact(facts, "slope-at-40", "%.1f", 2 * (double)dz[0] * 1e18);
    figure_fact(facts, "slope-at-17", "%.1f", 2 * (double)dz[1] * 1e8);
}

/* Both contrastive terms by distance, with the margin 1. */
static void write_pairs(const char *directory)
{
    FILE *file = figure_open(directory, "pairs.dat");
    fprintf(file, "# distance; together and apart, loss and slope\n");
    for (int i = 0; i <= 160; i++) {
        const real d = (real)(i / 100.0), zero = 0;
        real slope[4];
        const real together =
            contrastive_loss(1, &d, &zero, true, 1, &slope[0], &slope[1]);
        const real apart = contrastive_loss(1, &d, &zero, false, 1, &slope[2], &slope[3]);
        fprintf(file, "%g %.6g %.6g %.6g %.6g\n", (double)d, (double)together,
                (double)slope[0], (double)apart, (double)slope[2]);
    }
    figure_close(file);
}

/* Both triplet losses by the distance of the positive, with the negative at 1 and the
 * margin 1/2. */
static void write_triples(const char *directory)
{
    FILE *file = figure_open(directory, "triples.dat");
    fprintf(file, "# distance; plain and squared, loss and slope\n");
    for (int i = 0; i <= 160; i++) {
        const real anchor = 0, positive = (real)(i / 100.0), negative = -1;
        real slope[2][3], loss[2];
        for (int k = 0; k < 2; k++)
            loss[k] = triplet_loss(1, &anchor, &positive, &negative, (real)0.5,
                                   k == 0 ? TRIPLET_PLAIN : TRIPLET_SQUARED, &slope[k][0],
                                   &slope[k][1], &slope[k][2]);
        fprintf(file, "%g %.6g %.6g %.6g %.6g\n", (double)positive, (double)loss[0],
                (double)slope[0][1], (double)loss[1], (double)slope[1][1]);
    }
    figure_close(file);
}

/* Slope of InfoNCE with respect to a negative's similarity, where seven others lie at 0
 * and the positive at 0.5. */
static void write_infonce(const char *directory)
{
    const double tau[3] = {1, 0.3, 0.1};
    FILE *file = figure_open(directory, "infonce.dat");
    fprintf(file, "# similarity of the negative; its slope at each temperature\n");
    for (int i = -100; i <= 100; i++) {
        enum { N = 10 };
        real s[N * N] = {0}, ds[N * N];
        size_t positive[N];
        fprintf(file, "%g", i / 100.0);
        for (size_t k = 0; k < N; k++)
            positive[k] = k ^ 1;
        s[1] = (real)0.5;
        s[2] = (real)(i / 100.0);
        for (int k = 0; k < 3; k++) {
            infonce(N, s, positive, (real)tau[k], ds);
            fprintf(file, " %.6g", (double)ds[2] * N);
        }
        fprintf(file, "\n");
    }
    figure_close(file);
}

void experiment(const char *directory, FILE *facts)
{
    write_focal(directory);
    focal_facts(facts);
    bce_facts(facts);
    write_pairs(directory);
    write_triples(directory);
    write_infonce(directory);
}
