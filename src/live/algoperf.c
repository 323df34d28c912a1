/* algoperf.c: AlgoPerf's competition with another τ_max, without one of the methods, or
 * without one of the workloads. */
#include "../../chapters/12-comparing/figures/algoperf.h"
#include "algoperf.inc" /* LINES of algoperf.tsv */
#include "lab/sorting.h"
#include "live.h"

enum { TAU_MAX, WITHOUT, APART, DRAWN };

/* Which method and which workload take no part: the numbers behind the last are none. */
struct live_setting live_settings[] = {{"tau", 4},
                                       {"without", SUBMISSIONS},
                                       {"apart", BASE},
                                       {"drawn", RESAMPLES},
                                       {NULL, 0}};

static double tau[TAUS], profile[4][TAUS];
static double printed[SUBMISSIONS], score[SUBMISSIONS], low[SUBMISSIONS],
    high[SUBMISSIONS], turned[1];

const struct live_result live_results[] = {
    LIVE_ARRAY("tau", tau, "algoperf_profiles.dat 0 1"),
    LIVE_ARRAY("shampoo", profile[0], "algoperf_profiles.dat 0 2"),
    LIVE_ARRAY("free", profile[1], "algoperf_profiles.dat 0 3"),
    LIVE_ARRAY("caspr", profile[2], "algoperf_profiles.dat 0 9"),
    LIVE_ARRAY("baseline", profile[3], "algoperf_profiles.dat 0 7"),
    LIVE_ARRAY("printed", printed, "algoperf.dat 0 2"),
    LIVE_ARRAY("score", score, "algoperf.dat 0 2"),
    LIVE_ARRAY("low", low, "algoperf.dat 0 3"),
    LIVE_ARRAY("high", high, "algoperf.dat 0 4"),
    LIVE_ARRAY("turned", turned, NULL), /* resamples in which the first two change */
    {NULL, 0, NULL, NULL},
};

static struct competition competition;

static void read_times(void)
{
    static const char *const lines[] = {LINES};
    memset(&competition, 0, sizeof competition);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char line[256];
        strcpy(line, lines[i]);
        take_line(&competition, line);
    }
}

/* What a score depends on. */
struct rules {
    double tau_max;
    size_t without, apart;
};

/* The ratios of each method on the workloads that count; their number. */
static size_t take_ratios(struct rules rules, struct rng *rng,
                          real ratio[SUBMISSIONS * BASE])
{
    size_t kept = 0;
    measure(&competition, rules.without, rng, ratio);
    for (size_t i = 0; i < SUBMISSIONS * BASE; i++)
        if (i % BASE != rules.apart)
            ratio[kept++] = ratio[i];
    return kept / SUBMISSIONS;
}

static void take_scores(struct rules rules, struct rng *rng, double scores[SUBMISSIONS])
{
    real ratio[SUBMISSIONS * BASE];
    const size_t count = take_ratios(rules, rng, ratio);
    for (size_t s = 0; s < SUBMISSIONS; s++)
        scores[s] =
            (double)performance_score(count, ratio + s * count, (real)rules.tau_max);
}

static void take_profiles(struct rules rules)
{
    static const size_t shown[] = {SHAMPOO, FREE, CASPR, BASELINE};
    real ratio[SUBMISSIONS * BASE];
    const size_t count = take_ratios(rules, NULL, ratio);
    for (size_t k = 0; k < TAUS; k++) {
        tau[k] = 1 + 0.01 * (double)k;
        for (size_t i = 0; i < 4; i++)
            profile[i][k] = (double)performance_profile(count, ratio + shown[i] * count,
                                                        (real)tau[k]);
    }
}

/* The best of the scores but one; the first of equals. */
static size_t best_but(size_t one)
{
    size_t best = one == 0;
    for (size_t s = 0; s < SUBMISSIONS; s++)
        if (s != one && score[s] > score[best])
            best = s;
    return best;
}

static void resample(struct rules rules, size_t resamples)
{
    static double drawn[SUBMISSIONS][RESAMPLES];
    const size_t first = best_but(SUBMISSIONS), second = best_but(first);
    struct rng rng = rng_seed(FIRST_SEED);
    *turned = 0;
    for (size_t r = 0; r < resamples; r++) {
        double scores[SUBMISSIONS];
        take_scores(rules, &rng, scores);
        for (size_t s = 0; s < SUBMISSIONS; s++)
            drawn[s][r] = scores[s];
        *turned += scores[second] > scores[first];
    }
    *turned /= (double)resamples;
    for (size_t s = 0; s < SUBMISSIONS; s++) {
        sort_ascending(resamples, drawn[s]);
        low[s] = drawn[s][resamples / 20];
        high[s] = drawn[s][resamples - 1 - resamples / 20];
    }
}

void live_run(void)
{
    const struct rules usual = {4, SUBMISSIONS, BASE},
                       rules = {live_settings[TAU_MAX].value,
                                (size_t)live_settings[WITHOUT].value,
                                (size_t)live_settings[APART].value};
    read_times();
    take_profiles(rules);
    take_scores(usual, NULL, printed);
    take_scores(rules, NULL, score);
    resample(rules, (size_t)live_settings[DRAWN].value);
    if (rules.without < SUBMISSIONS)
        score[rules.without] = low[rules.without] = high[rules.without] = NAN;
}
