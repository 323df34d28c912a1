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
 * explained by a mistake that merely errs there.
 *
 * Programs come to no end for many reasons. So what a mistake returns elsewhere must be
 * reproduced by itself, too. */
#include "judge/diagnose.h"

#include <stdlib.h>

static const double EXPLAINED = 0.875, REPRODUCED = 0.85, NEAR = 0.5;

static double share(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

/* A mistake beside the student's program, over the cases that were looked at. */
struct match {
    struct likeness sum;
    size_t covered; /* cases */
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

/* All cases: how far the student deviates in them, and in how many. */
struct failure {
    double total;
    size_t failing;
};

/* Whether the student's numbers are the mistake's, those of both programs that came to an
 * end. */
static bool is_reproduced(const struct likeness *sum)
{
    return sum->reproduced >= REPRODUCED * sum->mistake &&
           sum->reproduced - sum->failures >= REPRODUCED * (sum->mistake - sum->failures);
}

static enum diagnosis judge(const struct match *match, const struct failure *failure)
{
    const struct likeness *sum = &match->sum;
    double explained = share(sum->explained, sum->yours);
    if (!is_reproduced(sum) || explained < NEAR || 2 * match->covered < failure->failing)
        return DIAGNOSIS_NONE;
    return explained < EXPLAINED ? DIAGNOSIS_NEAR : DIAGNOSIS_WHOLE;
}

/* Whether the cases that are left can make it a diagnosis. In those that do not fail a
 * mistake's own deviations can only be missing. */
static bool is_possible(const struct match *match, const struct failure *failure,
                        bool fails)
{
    double unexplained = match->sum.yours - match->sum.explained;
    return fails ? unexplained <= (1 - NEAR) * failure->total
                 : judge(match, failure) != DIAGNOSIS_NONE;
}

static void compare(struct match *match, const struct mistakes *mistakes, size_t mistake,
                    const struct evidence *evidence)
{
    struct likeness *sum = &match->sum;
    const struct likeness before = *sum;
    const struct deviations *deviations = mistakes->find(mistakes, mistake, evidence);
    if (deviations)
        deviations_compare(sum, deviations, evidence->yours, evidence->expected,
                           evidence->tolerance);
    double yours = sum->yours - before.yours;
    match->covered += yours > 0 && sum->explained - before.explained >= NEAR * yours;
}

/* Where the student deviates most comes first, and a mistake that can be no diagnosis is
 * not looked at any more: its traces may have to be made, which takes time. */
static void match_all(struct match *matches, bool *possible, struct failure *failure,
                      const struct mistakes *mistakes, const struct evidence *evidence,
                      size_t n)
{
    double weights[n + 1];
    bool taken[n + 1];
    weigh(weights, evidence, n);
    for (size_t i = 0; i < n; i++) {
        taken[i] = false;
        failure->total += weights[i];
        failure->failing += weights[i] > 0;
    }
    for (size_t k = 0; k < n; k++) {
        size_t next = heaviest(weights, taken, n);
        taken[next] = true;
        for (size_t i = 0; i < mistakes->count; i++)
            possible[i] =
                possible[i] && is_possible(&matches[i], failure, weights[next] > 0);
        if (mistakes->prepare)
            mistakes->prepare(mistakes, evidence[next].run, possible);
        for (size_t i = 0; i < mistakes->count; i++)
            if (possible[i])
                compare(&matches[i], mistakes, i, &evidence[next]);
    }
}

enum diagnosis diagnose(size_t *found, const struct mistakes *mistakes,
                        const struct evidence *evidence, size_t n)
{
    enum diagnosis diagnosis = DIAGNOSIS_NONE;
    struct match matches[mistakes->count + 1];
    bool possible[mistakes->count + 1];
    struct failure failure = {0};
    for (size_t i = 0; i < mistakes->count; i++) {
        matches[i] = (struct match){0};
        possible[i] = true;
    }
    match_all(matches, possible, &failure, mistakes, evidence, n);
    double best = 0;
    for (size_t i = 0; i < mistakes->count; i++) {
        const struct likeness *sum = &matches[i].sum;
        double likeness =
            share(sum->explained, sum->yours) * share(sum->reproduced, sum->mistake);
        if (!possible[i] || judge(&matches[i], &failure) == DIAGNOSIS_NONE ||
            likeness <= best)
            continue;
        diagnosis = judge(&matches[i], &failure);
        best = likeness;
        *found = i;
    }
    return diagnosis;
}
