/* pair.c: two known mistakes at once.
 *
 * Where only one of two mistakes deviates, a program with both does what that one does;
 * where both do, it may do something else altogether. So a mistake of a pair is known by
 * the deviations that it does not share with the other: they must be the student's, and
 * be more than a slip. What the two do not explain, they must at least both touch, or it
 * must be little.
 *
 * That a program came to no end shows no mistake of a pair: it has too many reasons. */
#include "judge/pair.h"

#include <stdlib.h>

/* Shares: of the student's deviations, what a pair explains, what it touches, and what
 * each of its mistakes explains by itself; of a mistake's own deviations, what must be
 * the student's; and of a case, what is touched in those that count. */
static const double EXPLAINED = 0.3, TOUCHED = 0.875, LEAST = 0.05, REPRODUCED = 0.85,
                    COVERED = 0.5;

/* Pairs that explain equally much. */
static const double EQUAL = 0.98;

/* A case in which the student deviates. */
static bool fails(const struct evidence *evidence)
{
    static const struct deviations none = {0};
    struct likeness sum = {0};
    deviations_compare(&sum, &none, evidence->yours, evidence->expected,
                       evidence->tolerance);
    return sum.yours > 0;
}

/* Where a mistake explains nothing alone, it is none of a pair either. */
static bool explains(const struct mistakes *mistakes, size_t i,
                     const struct evidence *evidence)
{
    struct likeness sum = {0};
    const struct deviations *deviations = mistakes->find(mistakes, i, evidence);
    if (deviations)
        deviations_compare(&sum, deviations, evidence->yours, evidence->expected,
                           evidence->tolerance);
    return sum.explained > 0;
}

/* Runs what may be part of a pair, which takes time: all in the cases that fail, and in
 * the others those that explain something. */
static void choose(bool *wanted, const struct mistakes *mistakes,
                   const struct evidence *evidence, size_t n)
{
    for (size_t i = 0; i < mistakes->count; i++)
        wanted[i] = false;
    for (size_t k = 0; k < n; k++) {
        if (!fails(&evidence[k]))
            continue;
        if (mistakes->prepare)
            mistakes->prepare(mistakes, evidence[k].run, NULL);
        for (size_t i = 0; i < mistakes->count; i++)
            wanted[i] = wanted[i] || explains(mistakes, i, &evidence[k]);
    }
    for (size_t k = 0; k < n && mistakes->prepare; k++)
        mistakes->prepare(mistakes, evidence[k].run, wanted);
}

static bool is_shown(const struct both *both, size_t i)
{
    return both->reproduced[i] >= REPRODUCED * both->own[i] &&
           both->reproduced[i] >= LEAST * both->yours;
}

static void compare(struct both *both, const struct mistakes *mistakes,
                    const size_t pair[2], const struct evidence *evidence)
{
    const struct deviations *const two[] = {mistakes->find(mistakes, pair[0], evidence),
                                            mistakes->find(mistakes, pair[1], evidence)};
    if (two[0] && two[1])
        deviations_compare_both(both, two, evidence->yours, evidence->expected,
                                evidence->tolerance);
}

/* Whether two mistakes may be the student's. */
static bool is_pair(struct both *both, const struct mistakes *mistakes,
                    const size_t pair[2], const struct evidence *evidence, size_t n)
{
    size_t failing = 0, covered = 0;
    *both = (struct both){0};
    for (size_t k = 0; k < n; k++) {
        const struct both before = *both;
        compare(both, mistakes, pair, &evidence[k]);
        double yours = both->yours - before.yours;
        double touched =
            both->explained + both->contested - before.explained - before.contested;
        failing += yours > 0;
        covered += yours > 0 && touched >= COVERED * yours;
    }
    return is_shown(both, 0) && is_shown(both, 1) && 2 * covered >= failing &&
           both->explained >= EXPLAINED * both->yours &&
           both->explained + both->contested >= TOUCHED * both->yours;
}

/* What is certain so far. */
struct certain {
    double explained; /* by the best pair */
    size_t count, list[2];
};

/* A better pair takes the place of those before it; one that is as good leaves of them
 * what it has, too. */
static void add_pair(struct certain *certain, size_t first, size_t second,
                     double explained)
{
    size_t kept = 0;
    if (explained < EQUAL * certain->explained)
        return;
    if (EQUAL * explained > certain->explained) {
        *certain = (struct certain){explained, 2, {first, second}};
        return;
    }
    for (size_t i = 0; i < certain->count; i++)
        if (certain->list[i] == first || certain->list[i] == second)
            certain->list[kept++] = certain->list[i];
    certain->count = kept;
}

size_t diagnose_pair(size_t found[2], const struct mistakes *mistakes,
                     const struct evidence *evidence, size_t n)
{
    struct certain certain = {0};
    bool wanted[mistakes->count + 1];
    choose(wanted, mistakes, evidence, n);
    for (size_t i = 0; i < mistakes->count; i++) {
        for (size_t j = i + 1; j < mistakes->count; j++) {
            struct both both;
            const size_t pair[] = {i, j};
            if (!wanted[i] || !wanted[j] || !is_pair(&both, mistakes, pair, evidence, n))
                continue;
            bool second = both.reproduced[1] > both.reproduced[0];
            add_pair(&certain, pair[second], pair[!second], both.explained);
        }
    }
    for (size_t i = 0; i < certain.count; i++)
        found[i] = certain.list[i];
    return certain.count;
}
