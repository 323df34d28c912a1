/* pairs.c: the losses of pairs and triples by distance, and the slope of InfoNCE by the
 * similarity of a negative. */
#include "../../chapters/09-losses-and-regularization/figures/shared.h"
#include "live.h"
#include "optim/infonce.h"
#include "optim/metric.h"

enum { POINTS = 161, SIMILAR = 201, TAUS = 3 };
enum { MARGIN, TRIPLET_MARGIN, TAU };

struct live_setting live_settings[] = {{"margin", 1},  {"triplet", 0.5}, {"tau_a", 1},
                                       {"tau_b", 0.3}, {"tau_c", 0.1},   {NULL, 0}};

static double d[POINTS], pair[4][POINTS], triple[4][POINTS], s[SIMILAR],
    push[TAUS][SIMILAR];

const struct live_result live_results[] = {
    LIVE_ARRAY("d", d, "pairs.dat 0 1"),
    LIVE_ARRAY("together", pair[0], "pairs.dat 0 2"),
    LIVE_ARRAY("together.slope", pair[1], "pairs.dat 0 3"),
    LIVE_ARRAY("apart", pair[2], "pairs.dat 0 4"),
    LIVE_ARRAY("apart.slope", pair[3], "pairs.dat 0 5"),
    LIVE_ARRAY("plain", triple[0], "triples.dat 0 2"),
    LIVE_ARRAY("plain.slope", triple[1], "triples.dat 0 3"),
    LIVE_ARRAY("squared", triple[2], "triples.dat 0 4"),
    LIVE_ARRAY("squared.slope", triple[3], "triples.dat 0 5"),
    LIVE_ARRAY("s", s, "infonce.dat 0 1"),
    LIVE_ARRAY("push.a", push[0], "infonce.dat 0 2"),
    LIVE_ARRAY("push.b", push[1], "infonce.dat 0 3"),
    LIVE_ARRAY("push.c", push[2], "infonce.dat 0 4"),
    {NULL, 0, NULL, NULL},
};

static void run_distances(void)
{
    const real margin = (real)live_settings[MARGIN].value;
    const real wide = (real)live_settings[TRIPLET_MARGIN].value;
    for (int i = 0; i < POINTS; i++) {
        const real at = (real)(i / 100.0), zero = 0, negative = -1;
        real slope[3];
        d[i] = (double)at;
        for (int k = 0; k < 2; k++) {
            pair[2 * k][i] = (double)contrastive_loss(1, &at, &zero, k == 0, margin,
                                                      &slope[0], &slope[1]);
            pair[2 * k + 1][i] = (double)slope[0];
            triple[2 * k][i] = (double)triplet_loss(
                1, &zero, &at, &negative, wide, k == 0 ? TRIPLET_PLAIN : TRIPLET_SQUARED,
                &slope[0], &slope[1], &slope[2]);
            triple[2 * k + 1][i] = (double)slope[1];
        }
    }
}

/* Eight negatives, of which seven are at 0, and the positive at ½. */
static void run_similarities(void)
{
    enum { N = 10 };
    real similarity[N * N] = {0}, slope[N * N];
    size_t positive[N];
    for (size_t k = 0; k < N; k++)
        positive[k] = k ^ 1;
    similarity[1] = (real)0.5;
    for (int i = 0; i < SIMILAR; i++) {
        s[i] = (i - 100) / 100.0;
        similarity[2] = (real)s[i];
        for (int k = 0; k < TAUS; k++) {
            infonce(N, similarity, positive, (real)live_settings[TAU + k].value, slope);
            push[k][i] = (double)slope[2] * N;
        }
    }
}

void live_run(void)
{
    run_distances();
    run_similarities();
}
