/* judge.c: the judge of all exercises, in the browser.
 *
 * A page runs the programs, each in a worker of its own, and asks here which case is to
 * be run, what came of it, and what the tests say. So the calls come in this order:
 *
 *     practice_begin; for each test: practice_runs, [practice_ran,] practice_test;
 *     practice_status, practice_diagnose; practice_plots, [practice_ran;] practice_end
 *
 * The references are records (see judge/record.h). Strings and buffers that a call
 * returns stay until the next practice_begin(). */
#include "judge/judge.h"
#include "judge/record.h"
#include "judge/text.h"
#include "judge/trial.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/** The tests of each exercise, by name, and at the end one without; see the Makefile. */
struct practice_exercise {
    const char *name;
    const struct judge_test *tests;
};
extern const struct practice_exercise practice_exercises[];

/* The page throws an exception in it, which leaves the test. */
#ifdef __wasm__
__attribute__((import_module("page"), import_name("leave_test")))
#endif
_Noreturn void
practice_leave_test(void);

enum { SECONDS = 5 };

static struct {
    struct judge_test tests[JUDGE_MAX_TESTS]; /* those of the trial */
    size_t beyond;                            /* how many are not */
    struct trial trial;
    struct record record;
    char words[VERDICT_MAX_WORDS];
    struct finding finding;
} judge;

_Noreturn void judge_fail(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    vsnprintf(judge.words, sizeof judge.words, format, values);
    va_end(values);
    text_clean(judge.words, strlen(judge.words)); /* its last character may be cut */
    practice_leave_test();
}

static const struct judge_test *find_tests(const char *name)
{
    for (const struct practice_exercise *e = practice_exercises; e->name; e++)
        if (strcmp(e->name, name) == 0)
            return e->tests;
    return NULL;
}

/* The tests that can be asked here: their cases must not need a size_t of 64 bits. */
static size_t choose_tests(const struct judge_test *tests)
{
    static const char beyond[] = "beyond-32-bits";
    size_t count = 0, all = trial_count(tests);
    for (size_t i = 0; i < all; i++)
        if (sizeof(size_t) >= 8 || strncmp(tests[i].run, beyond, strlen(beyond)) != 0)
            judge.tests[count++] = tests[i];
    judge.beyond = all - count;
    return count;
}

void practice_end(void)
{
    for (size_t i = 0; i < judge.trial.taken_count; i++)
        judge.trial.taken[i].expected.count = 0; /* it is the record's */
    trial_forget(&judge.trial);
    record_free(&judge.record);
}

/** @return what is wrong; empty if nothing is */
const char *practice_begin(const char *name, const char *record, size_t length,
                           unsigned seed)
{
    static char error[RECORD_MAX_ERROR];
    practice_end();
    const struct judge_test *tests = find_tests(name);
    if (!tests)
        return "there is no such exercise";
    judge.trial = (struct trial){
        .tests = judge.tests, .count = choose_tests(tests), .patience = 1, .most = 20};
    return record_parse(&judge.record, record, length, seed, error) ? "" : error;
}

size_t practice_tests(void)
{
    return judge.trial.count;
}

/** @return how many tests of the exercise cannot be asked here */
size_t practice_beyond(void)
{
    return judge.beyond;
}

const char *practice_case(size_t test)
{
    return judge.trial.tests[test].run;
}

const char *practice_test_name(size_t test)
{
    return judge.trial.tests[test].name;
}

int practice_points(size_t test)
{
    return judge.trial.tests[test].points;
}

/** @return how long a program may run in one case: nobody here can tell computing from
 *          waiting, and a page shares the processor with others */
double practice_seconds(void)
{
    return SECONDS;
}

/* A new case, with what the reference returned; NULL if the record has none. */
static struct taken *take(const char *run)
{
    struct record_case *found = record_find(&judge.record, run);
    if (!found)
        return NULL;
    struct taken *taken = trial_add(&judge.trial, run);
    taken->expected = found->expected;
    return taken;
}

/** @return 1 if the program has to run the test's case now, 0 if not, -1 if the record
 *          has no such case */
int practice_runs(size_t test)
{
    const char *run = practice_case(test);
    if (trial_find(&judge.trial, run))
        return 0;
    struct taken *taken = take(run);
    if (!taken)
        return -1;
    return trial_may_run(&judge.trial, taken);
}

/** @return 1 if the program has to run the case of the plot now: no test has it */
int practice_plots(const char *run)
{
    const struct record_case *found = record_find(&judge.record, run);
    if (!found || trial_find(&judge.trial, run) ||
        judge.trial.taken_count == JUDGE_MAX_TESTS)
        return 0;
    return trial_may_run(&judge.trial, take(found->expected.run));
}

/** What became of a run. Both texts have a zero behind their end; they become ours.
 *  @param name    the case
 *  @param ending  see enum ending
 *  @param code    of the exit, or the signal */
void practice_ran(const char *name, int ending, int code, char *output,
                  size_t output_length, char *trace, size_t trace_length, double seconds)
{
    struct taken *taken = trial_find(&judge.trial, name);
    struct run run = {.ending = (enum ending)ending,
                      .code = code,
                      .output = {output, output_length, 0},
                      .trace = {trace, trace_length, 0}};
    struct limits limits = answer_limits;
    limits.cpu_seconds = SECONDS;
    limits.wall_seconds = SECONDS;
    taken->verdict = answer_of_run(&taken->yours, taken->words,
                                   trial_printed(&judge.trial), &run, &limits);
    trial_count_run(&judge.trial, taken, seconds);
    free(output);
    free(trace);
}

/** Runs a test; practice_leave_test() is called if it fails. */
void practice_test(size_t test)
{
    judge.words[0] = '\0';
    trial_test(&judge.trial, test, trial_find(&judge.trial, practice_case(test)));
}

const char *practice_verdict(size_t test)
{
    return verdict_name(judge.trial.verdicts[test]);
}

/** @return why the last test failed, or empty */
const char *practice_words(void)
{
    return judge.words;
}

const char *practice_status(void)
{
    return trial_status(&judge.trial);
}

const char *practice_output(void)
{
    return judge.trial.printed.text;
}

size_t practice_output_lines(void)
{
    return judge.trial.printed.lines;
}

const char *practice_output_case(void)
{
    return judge.trial.printing ? judge.trial.printing : "";
}

/** @return how many known mistakes explain what is wrong */
size_t practice_diagnose(void)
{
    struct mistakes mistakes = record_mistakes(&judge.record);
    judge.finding = (struct finding){0};
    if (trial_is_mistaken(&judge.trial))
        judge.finding = trial_diagnose(&judge.trial, &mistakes);
    return judge.finding.count;
}

/** @return 1 if they explain all of it, 0 if one is near */
int practice_explains(void)
{
    return judge.finding.whole;
}

const char *practice_mistake_name(size_t i)
{
    return judge.record.mistakes[judge.finding.list[i]].name;
}

const char *practice_mistake_says(size_t i)
{
    return judge.record.mistakes[judge.finding.list[i]].says;
}

/* The column of a trace that a plot shows. */
static const struct trace_array *column(const char *run, const char *name, bool yours)
{
    const struct taken *taken = trial_find(&judge.trial, run);
    const struct record_case *expected = record_find(&judge.record, run);
    const struct trace *trace = yours      ? (taken ? &taken->yours : NULL)
                                : expected ? &expected->expected
                                           : NULL;
    const struct trace_array *array = trace ? trace_find(trace, name) : NULL;
    return array && array->cols == 1 ? array : NULL;
}

/** @return the numbers of a column that the reference or, if `yours` is not 0, the
 *          program recorded in a case; practice_rows() of them */
const double *practice_column(const char *run, const char *name, int yours)
{
    const struct trace_array *array = column(run, name, yours);
    return array ? array->values : NULL;
}

size_t practice_rows(const char *run, const char *name, int yours)
{
    const struct trace_array *array = column(run, name, yours);
    return array ? array->rows : 0;
}
