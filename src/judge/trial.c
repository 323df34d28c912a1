/* trial.c: the tests of one exercise on one program.
 *
 * Invariant: nothing here runs a program or opens a file, so that it is the same wherever
 * that is done. */
#include "judge/trial.h"
#include "judge/compare.h"
#include "judge/pair.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const double *judge_values(const struct trace *trace, const char *name, size_t count)
{
    const struct trace_array *array = trace_find(trace, name);
    if (!array || array->rows * array->cols != count)
        judge_fail("the record has no %zu values '%s'", count, name);
    return array->values;
}

void judge_close(const char *what, double value, double expected, double tolerance)
{
    if (!values_agree(value, expected, (struct tolerance){.rel = tolerance}))
        judge_fail("%s is %.9g, but must be %.9g", what, value, expected);
}

size_t trial_count(const struct judge_test *tests)
{
    size_t n = 0;
    while (tests[n].name)
        n++;
    return n <= JUDGE_MAX_TESTS ? n : 0;
}

struct taken *trial_find(struct trial *trial, const char *run)
{
    for (size_t i = 0; i < trial->taken_count; i++)
        if (strcmp(trial->taken[i].run, run) == 0)
            return &trial->taken[i];
    return NULL;
}

struct taken *trial_add(struct trial *trial, const char *run)
{
    struct taken *taken = &trial->taken[trial->taken_count++];
    *taken = (struct taken){.run = run};
    return taken;
}

static bool is_excess(enum verdict verdict)
{
    return verdict == VERDICT_TIMEOUT || verdict == VERDICT_OUT_OF_MEMORY ||
           verdict == VERDICT_RUNAWAY;
}

bool trial_may_run(const struct trial *trial, struct taken *taken)
{
    if (trial->patience > 0)
        return true;
    taken->verdict = trial->last_excess;
    snprintf(taken->words, sizeof taken->words,
             "not run, because the program went over a limit before");
    return false;
}

struct printed *trial_printed(struct trial *trial)
{
    return trial->printed.lines ? NULL : &trial->printed;
}

void trial_count_run(struct trial *trial, const struct taken *taken, double seconds)
{
    if (trial->printed.lines && !trial->printing)
        trial->printing = taken->run;
    trial->seconds += seconds;
    if (is_excess(taken->verdict)) {
        trial->patience--;
        trial->last_excess = taken->verdict;
    }
    if (trial->seconds > trial->most) {
        trial->patience = 0;
        trial->last_excess = VERDICT_TIMEOUT;
    }
}

static struct tolerance tolerance_of(const struct judge_test *test)
{
    return (struct tolerance){test->rel, test->abs};
}

static bool compares(const struct judge_test *test)
{
    return test->rel > 0 || test->abs > 0 || !test->property;
}

/* The inputs are the workbook's own. If they differ, the student's program has changed
 * them, and what a property says of such a trace is worth nothing. The last digits may
 * differ: those of log() and pow() do, between the machine of a recorded trace and this
 * one. */
static bool inputs_agree(const struct taken *taken)
{
    static const struct tolerance last_digits = {.rel = 1e-12};
    for (size_t i = 0; i < taken->expected.count; i++) {
        const struct trace_array *given = &taken->expected.arrays[i];
        const struct trace_array *seen = trace_find(&taken->yours, given->name);
        if (given->input && (!seen || !arrays_agree(seen, given, last_digits)))
            return false;
    }
    return true;
}

/* Where only a property is tested it has the first word, but made-up values that have it
 * are worth nothing. */
static void require_values(const struct judge_test *test, const struct taken *taken,
                           enum verdict *verdict)
{
    char words[VERDICT_MAX_WORDS];
    *verdict = compares(test) ? compare_traces(words, &taken->yours, &taken->expected,
                                               tolerance_of(test))
                              : compare_roughly(words, &taken->yours, &taken->expected);
    if (*verdict != VERDICT_OK)
        judge_fail("%s", words);
}

void trial_test(struct trial *trial, size_t number, const struct taken *taken)
{
    const struct judge_test *test = &trial->tests[number];
    enum verdict *verdict = &trial->verdicts[number];
    *verdict = taken->verdict;
    if (*verdict != VERDICT_OK)
        judge_fail("%s", taken->words);
    *verdict = VERDICT_BAD_TRACE;
    if (!inputs_agree(taken))
        judge_fail("the inputs of this test were changed by the code under test");
    if (compares(test))
        require_values(test, taken, verdict);
    *verdict = VERDICT_WRONG; /* unless the property returns */
    if (test->property)
        test->property(&taken->yours);
    *verdict = VERDICT_OK;
    if (!compares(test))
        require_values(test, taken, verdict);
}

static bool any(const struct trial *trial, enum verdict low, enum verdict high)
{
    for (size_t i = 0; i < trial->count; i++)
        if (trial->verdicts[i] >= low && trial->verdicts[i] <= high)
            return true;
    return false;
}

const char *trial_status(const struct trial *trial)
{
    if (!any(trial, VERDICT_NOT_STARTED, VERDICT_CRASH))
        return "pass";
    if (any(trial, VERDICT_OUT_OF_MEMORY, VERDICT_OUT_OF_MEMORY) ||
        any(trial, VERDICT_CRASH, VERDICT_CRASH))
        return "crash";
    if (any(trial, VERDICT_TIMEOUT, VERDICT_TIMEOUT))
        return "timeout";
    if (!any(trial, VERDICT_OK, VERDICT_OK) && !any(trial, VERDICT_WRONG, VERDICT_CRASH))
        return "not-started";
    return "fail";
}

struct tolerance trial_tolerance(const struct trial *trial, const char *run)
{
    for (size_t i = 0; i < trial->count; i++) {
        const struct judge_test *test = &trial->tests[i];
        if (strcmp(test->run, run) == 0 && compares(test) && isfinite(test->abs))
            return tolerance_of(test);
    }
    return (struct tolerance){.rel = 1e-9};
}

bool trial_is_mistaken(const struct trial *trial)
{
    const char *status = trial_status(trial);
    return strcmp(status, "pass") != 0 && strcmp(status, "not-started") != 0;
}

/* A case that met a todo says nothing of what was written. */
static size_t gather_evidence(struct evidence *evidence, const struct trial *trial)
{
    size_t gathered = 0;
    for (size_t i = 0; i < trial->taken_count; i++) {
        const struct taken *taken = &trial->taken[i];
        if (taken->verdict == VERDICT_NOT_STARTED)
            continue;
        bool whole = taken->verdict == VERDICT_OK || taken->verdict == VERDICT_LEAK;
        const struct trace *yours = whole ? &taken->yours : NULL;
        evidence[gathered++] = (struct evidence){taken->run, yours, &taken->expected,
                                                 trial_tolerance(trial, taken->run)};
    }
    return gathered;
}

struct finding trial_diagnose(const struct trial *trial, const struct mistakes *mistakes)
{
    struct evidence evidence[JUDGE_MAX_TESTS];
    struct finding one = {0}, pair = {0};
    size_t n = gather_evidence(evidence, trial);
    enum diagnosis diagnosis = diagnose(&one.list[0], mistakes, evidence, n);
    one.whole = diagnosis == DIAGNOSIS_WHOLE;
    one.count = diagnosis != DIAGNOSIS_NONE;
    if (one.whole)
        return one;
    pair.count = diagnose_pair(pair.list, mistakes, evidence, n);
    pair.whole = pair.count == 2;
    return pair.count ? pair : one;
}

void trial_forget(struct trial *trial)
{
    for (size_t i = 0; i < trial->taken_count; i++) {
        trace_free(&trial->taken[i].expected);
        if (!trial->taken[i].borrowed)
            trace_free(&trial->taken[i].yours);
    }
    trial->taken_count = 0;
}
