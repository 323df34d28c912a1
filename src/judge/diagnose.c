/* diagnose.c: which known mistake explains a student's deviations.
 *
 *     explained    e   share of the student's deviations that are the mistake's
 *     reproduced   r   share of the mistake's deviations that are the student's
 *
 * The mistake is named where both are large. Among the listed mistakes, each compared
 * with all the others, few reach 0.85 in both without being the same mistake; a student's
 * slip in a border case beside the mistake takes away less than that.
 *
 * A case counts as covered if the mistake explains NEAR of the student's deviations in
 * it. Half of the failing cases must be: where a program came to no end, nothing is
 * explained by a mistake that merely errs there. */
#include "judge/diagnose.h"

#include <stdlib.h>

static const double EXPLAINED = 0.875, REPRODUCED = 0.85, NEAR = 0.5;

static double share(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

/* A mistake beside the student's program, over all cases. */
struct match {
    struct likeness sum;
    size_t failing, covered; /* cases */
};

/* How far the student deviates in each case. */
static void weigh(double *weights, const struct evidence *evidence, size_t n)
{
    static const struct deviations none = {0};
    for (size_t i = 0; i < n; i++) {
        struct likeness sum = {0};
        deviations_compare(&sum, &none, evidence[i].yours, evidence[i].expected,
                           evidence[i].tolerance);
        weights[i] = sum.yours;
    }
}

/* The case that weighs most among those not yet taken. */
static size_t heaviest(const double *weights, const bool *taken, size_t n)
{
    size_t best = n;
    for (size_t i = 0; i < n; i++)
        if (!taken[i] && (best == n || weights[i] > weights[best]))
            best = i;
    return best;
}

/* Where the student deviates most comes first, and once too much is unexplained the rest
 * is not looked at: a mistake's traces may have to be made, which takes time. */
static struct match compare(const struct mistakes *mistakes, size_t mistake,
                            const struct evidence *evidence, const double *weights,
                            size_t n)
{
    struct match match = {0};
    struct likeness *sum = &match.sum;
    bool taken[n + 1];
    double total = 0;
    for (size_t i = 0; i < n; i++) {
        taken[i] = false;
        total += weights[i];
        match.failing += weights[i] > 0;
    }
    for (size_t i = 0; i < n && sum->yours - sum->explained <= (1 - NEAR) * total; i++) {
        const struct likeness before = *sum;
        size_t next = heaviest(weights, taken, n);
        taken[next] = true;
        mistakes->compare(sum, mistakes, mistake, &evidence[next]);
        double yours = sum->yours - before.yours;
        match.covered += yours > 0 && sum->explained - before.explained >= NEAR * yours;
    }
    return match;
}

static enum diagnosis judge(const struct match *match)
{
    const struct likeness *sum = &match->sum;
    double explained = share(sum->explained, sum->yours);
    if (share(sum->reproduced, sum->mistake) < REPRODUCED || explained < NEAR ||
        2 * match->covered < match->failing)
        return DIAGNOSIS_NONE;
    return explained < EXPLAINED ? DIAGNOSIS_NEAR : DIAGNOSIS_WHOLE;
}

enum diagnosis diagnose(size_t *found, const struct mistakes *mistakes,
                        const struct evidence *evidence, size_t n)
{
    enum diagnosis diagnosis = DIAGNOSIS_NONE;
    double best = 0, weights[n + 1];
    weigh(weights, evidence, n);
    for (size_t i = 0; i < mistakes->count; i++) {
        struct match match = compare(mistakes, i, evidence, weights, n);
        double likeness = share(match.sum.explained, match.sum.yours) *
                          share(match.sum.reproduced, match.sum.mistake);
        if (judge(&match) == DIAGNOSIS_NONE || likeness <= best)
            continue;
        diagnosis = judge(&match);
        best = likeness;
        *found = i;
    }
    return diagnosis;
}
