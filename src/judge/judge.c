/* judge.c: main program of every judge.
 *
 *     check_NAME --student DRIVER --reference SOURCE [--mistakes FOLDER] --seed N
 *                [--sandbox ROOT] [--patience N] [--seconds N]
 *     check_NAME --prove FOLDER --reference SOURCE [--mistakes FOLDER] --seed N
 *                [--record FILE]
 *     check_NAME --record FILE --reference DRIVER --mistakes FOLDER --seed N [--seeds N]
 *                [--plotted CASE]
 *
 * runs the tests as a Check suite and prints one JSON object: status, points, tests,
 * diagnosis, and what the student's driver printed. The exit code is 0 when it could
 * judge, whatever it found. The second form judges each known mistake of a folder and
 * prints an object by name. The third writes a record (see record.h), which may then
 * stand for SOURCE and for FOLDER after --mistakes; the second does so too if it is told
 * to, and prints in a second line what it says with the record.
 *
 * Check runs without its fork mode here: no code of the student's is in this process, so
 * there is nothing to protect it from, and each trace is taken once for all its tests. */
#include "judge/judge.h"
#include "judge/compare.h"
#include "judge/pair.h"
#include "judge/record.h"
#include "judge/source.h"
#include "judge/text.h"

#include <argp.h>
#include <check.h>
#include <jansson.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Both traces of one case. */
struct taken {
    const char *run;
    enum verdict verdict; /* of the student's run */
    char words[VERDICT_MAX_WORDS];
    struct trace yours, expected;
};

/* Check's test functions take no argument but an index, so what they share stands
 * here. */
static struct {
    struct source student, reference;
    const char *mistakes;
    struct known known;         /* the mistakes, if they are drivers */
    struct record known_record; /* and if they are a record */
    bool record_is_read;
    const char *prove;
    struct known proved; /* the mistakes that are judged */
    size_t proving;      /* which of them */
    uint64_t seed;
    const char *record, *plotted; /* to write, and a case to write beside the tests' */
    unsigned seeds;               /* in it */
    struct taken taken[JUDGE_MAX_TESTS];
    size_t taken_count;
    unsigned patience; /* runs that may still go over a limit before we run no more */
    time_t seconds;    /* that the student's runs took together, */
    time_t most;       /* and may take */
    enum verdict last_excess;
    enum verdict verdicts[JUDGE_MAX_TESTS];
    struct printed printed; /* in the first case that prints something */
    const char *printing;   /* that case */
} judge;

_Noreturn void judge_fail(const char *format, ...)
{
    char words[VERDICT_MAX_WORDS];
    va_list values;
    va_start(values, format);
    vsnprintf(words, sizeof words, format, values);
    va_end(values);
    text_clean(words, strlen(words)); /* its last character may be cut */
    ck_abort_msg("%s", words);
    abort(); /* not reached: ck_abort_msg() leaves the test */
}

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

/* A judge that cannot work says so and stops: that is our fault, never the student's. */
static _Noreturn void broken(const char *what, const char *why)
{
    fprintf(stderr, "judge: %s: %s\n", what, why);
    exit(2);
}

static bool is_excess(enum verdict verdict)
{
    return verdict == VERDICT_TIMEOUT || verdict == VERDICT_OUT_OF_MEMORY ||
           verdict == VERDICT_RUNAWAY;
}

static time_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec;
}

/* What a known mistake did in place of a student's program; the trace remains its own. */
static void take_mistake(struct taken *taken)
{
    const struct known_run *runs =
        known_runs(taken->words, &judge.proved, taken->run, NULL);
    if (!runs)
        broken("the known mistakes", taken->words);
    taken->verdict = runs[judge.proving].verdict;
    taken->yours = runs[judge.proving].trace;
    snprintf(taken->words, sizeof taken->words, "%s", runs[judge.proving].words);
}

/* Runs the student's program, and loses patience with one that is slow in each case. */
static void run_student(struct taken *taken)
{
    time_t start = now();
    taken->verdict = source_trace(&taken->yours, taken->words,
                                  judge.printed.lines ? NULL : &judge.printed,
                                  &judge.student, taken->run, judge.seed, NULL);
    if (taken->verdict == VERDICT_UNSTARTED)
        broken("the student's program", taken->words);
    if (judge.printed.lines && !judge.printing)
        judge.printing = taken->run;
    judge.seconds += now() - start;
    if (is_excess(taken->verdict)) {
        judge.patience--;
        judge.last_excess = taken->verdict;
    }
    if (judge.seconds > judge.most) {
        judge.patience = 0;
        judge.last_excess = VERDICT_TIMEOUT;
    }
}

static struct taken *find_taken(const char *run)
{
    for (size_t i = 0; i < judge.taken_count; i++)
        if (strcmp(judge.taken[i].run, run) == 0)
            return &judge.taken[i];
    return NULL;
}

static struct taken *take(const char *run)
{
    struct taken *taken = find_taken(run);
    if (taken && judge.prove)
        take_mistake(taken);
    if (taken)
        return taken;
    taken = &judge.taken[judge.taken_count++];
    char words[VERDICT_MAX_WORDS];
    taken->run = run;
    if (source_trace(&taken->expected, words, NULL, &judge.reference, run, judge.seed,
                     NULL))
        broken("the reference", words);
    if (judge.prove) {
        take_mistake(taken);
        return taken;
    }
    if (judge.patience == 0) {
        taken->verdict = judge.last_excess;
        snprintf(taken->words, sizeof taken->words,
                 "not run, because the program went over a limit before");
        return taken;
    }
    run_student(taken);
    return taken;
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

START_TEST(run_test)
{
    const struct judge_test *test = &judge_tests[_i];
    enum verdict *verdict = &judge.verdicts[_i];
    struct taken *taken = take(test->run);
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
END_TEST

static int test_count(void)
{
    int n = 0;
    while (judge_tests[n].name)
        n++;
    if (n == 0 || n > JUDGE_MAX_TESTS)
        broken("its table", "no test, or too many");
    return n;
}

/* All the tests, one Check test case each, so that each result carries the test's
 * name. */
static SRunner *make_runner(int count)
{
    Suite *suite = suite_create("exercise");
    for (int i = 0; i < count; i++) {
        TCase *tcase = tcase_create(judge_tests[i].name);
        tcase_add_loop_test(tcase, run_test, i, i + 1);
        suite_add_tcase(suite, tcase);
    }
    SRunner *runner = srunner_create(suite);
    srunner_set_fork_status(runner, CK_NOFORK);
    return runner;
}

static json_t *report_test(const struct judge_test *test, enum verdict verdict,
                           TestResult *result)
{
    bool passed = tr_rtype(result) == CK_PASS;
    if (passed != (verdict == VERDICT_OK) || strcmp(tr_tcname(result), test->name) != 0)
        broken(test->name, "its result and its verdict disagree");
    return json_pack("{s:s, s:s, s:s, s:s, s:i, s:i, s:s}", "name", test->name, "case",
                     test->run, "status", passed ? "pass" : "fail", "verdict",
                     verdict_name(verdict), "points", passed ? test->points : 0,
                     "max_points", test->points, "message", passed ? "" : tr_msg(result));
}

static json_t *report_tests(SRunner *runner, int count)
{
    if (srunner_ntests_run(runner) != count)
        broken("the suite", "not every test was run");
    TestResult **results = srunner_results(runner);
    json_t *tests = json_array();
    for (int i = 0; i < count; i++)
        json_array_append_new(
            tests, report_test(&judge_tests[i], judge.verdicts[i], results[i]));
    free(results);
    return tests;
}

static bool any(int count, enum verdict low, enum verdict high)
{
    for (int i = 0; i < count; i++)
        if (judge.verdicts[i] >= low && judge.verdicts[i] <= high)
            return true;
    return false;
}

static const char *overall_status(int count)
{
    if (!any(count, VERDICT_NOT_STARTED, VERDICT_CRASH))
        return "pass";
    if (any(count, VERDICT_OUT_OF_MEMORY, VERDICT_OUT_OF_MEMORY) ||
        any(count, VERDICT_CRASH, VERDICT_CRASH))
        return "crash";
    if (any(count, VERDICT_TIMEOUT, VERDICT_TIMEOUT))
        return "timeout";
    if (!any(count, VERDICT_OK, VERDICT_OK) && !any(count, VERDICT_WRONG, VERDICT_CRASH))
        return "not-started";
    return "fail";
}

/* What counts as the same in a case: the tolerance of its first test that compares. */
static struct tolerance case_tolerance(const char *run, int count)
{
    for (int i = 0; i < count; i++)
        if (strcmp(judge_tests[i].run, run) == 0 && compares(&judge_tests[i]) &&
            isfinite(judge_tests[i].abs))
            return tolerance_of(&judge_tests[i]);
    return (struct tolerance){.rel = 1e-9};
}

/* A case that met a todo says nothing of what was written. */
static size_t gather_evidence(struct evidence *evidence, int count)
{
    size_t gathered = 0;
    for (size_t i = 0; i < judge.taken_count; i++) {
        const struct taken *taken = &judge.taken[i];
        if (taken->verdict == VERDICT_NOT_STARTED)
            continue;
        bool whole = taken->verdict == VERDICT_OK || taken->verdict == VERDICT_LEAK;
        const struct trace *yours = whole ? &taken->yours : NULL;
        evidence[gathered++] = (struct evidence){taken->run, yours, &taken->expected,
                                                 case_tolerance(taken->run, count)};
    }
    return gathered;
}

/* The known mistakes: a record's, or those of a folder. */
static struct mistakes read_mistakes(void)
{
    char error[RECORD_MAX_ERROR];
    bool is_record = judge.mistakes && source_is_record(judge.mistakes);
    if (is_record && !judge.record_is_read &&
        !record_read(&judge.known_record, judge.mistakes, judge.seed, error))
        broken(judge.mistakes, error);
    judge.record_is_read = is_record;
    if (is_record)
        return record_mistakes(&judge.known_record);
    if (judge.prove && judge.mistakes && strcmp(judge.prove, judge.mistakes) == 0)
        return known_mistakes(&judge.proved);
    if (judge.mistakes && !judge.known.list &&
        !known_read(&judge.known, judge.mistakes, judge.seed))
        broken("the known mistakes", "out of memory");
    return known_mistakes(&judge.known);
}

static void report_mistake(json_t *object, const char *key, const struct mistake *mistake)
{
    json_object_set_new(
        object, key,
        json_pack("{s:s, s:s}", "name", mistake->name, "says", mistake->says));
}

/* Which known mistake explains what is wrong, as "diagnosis", or two of them, then the
 * other as "second"; or which explains only part of it, as "near". */
static void report_diagnosis(json_t *object, int count)
{
    struct evidence evidence[JUDGE_MAX_TESTS];
    size_t n = gather_evidence(evidence, count), found = 0, pair[2];
    struct mistakes mistakes = read_mistakes();
    enum diagnosis diagnosis = diagnose(&found, &mistakes, evidence, n);
    if (diagnosis == DIAGNOSIS_WHOLE) {
        report_mistake(object, "diagnosis", &mistakes.list[found]);
        return;
    }
    size_t certain = diagnose_pair(pair, &mistakes, evidence, n);
    if (certain == 2) {
        report_mistake(object, "diagnosis", &mistakes.list[pair[0]]);
        report_mistake(object, "second", &mistakes.list[pair[1]]);
    } else if (certain == 1 || diagnosis == DIAGNOSIS_NEAR) {
        report_mistake(object, "near", &mistakes.list[certain == 1 ? pair[0] : found]);
    }
}

static json_t *report(SRunner *runner, int count)
{
    const char *status = overall_status(count);
    bool mistaken = strcmp(status, "pass") != 0 && strcmp(status, "not-started") != 0;
    json_t *object =
        json_pack("{s:s, s:o, s:n, s:n, s:n, s:s, s:I, s:s}", "status", status, "tests",
                  report_tests(runner, count), "diagnosis", "second", "near", "output",
                  judge.printed.text, "output_lines", (json_int_t)judge.printed.lines,
                  "output_case", judge.printing ? judge.printing : "");
    if (mistaken)
        report_diagnosis(object, count);
    return object;
}

/* Runs the tests. @return the report */
static json_t *judge_one(int count)
{
    SRunner *runner = make_runner(count);
    srunner_run_all(runner, CK_SILENT);
    json_t *object = report(runner, count);
    srunner_free(runner);
    return object;
}

/* Judges each known mistake. @return the reports by name */
static json_t *judge_mistakes(int count)
{
    json_t *object = json_object();
    for (judge.proving = 0; judge.proving < judge.proved.count; judge.proving++)
        json_object_set_new(object, judge.proved.list[judge.proving].name,
                            judge_one(count));
    return object;
}

static void print(json_t *object)
{
    if (!object || json_dumpf(object, stdout, JSON_COMPACT) || puts("") < 0 ||
        fflush(stdout))
        broken("the report", "cannot be written");
    json_decref(object);
}

/* Whether an earlier test uses the case of this one. */
static bool seen_before(int test)
{
    for (int i = 0; i < test; i++)
        if (strcmp(judge_tests[i].run, judge_tests[test].run) == 0)
            return true;
    return false;
}

static void record_case(FILE *text, const char *run, struct known *known, int count)
{
    char words[VERDICT_MAX_WORDS];
    struct trace expected;
    if (source_trace(&expected, words, NULL, &judge.reference, run, known->seed, NULL))
        broken("the reference", words);
    if (!record_write_case(text, &expected, case_tolerance(run, count), known))
        broken("the record", "out of memory");
    trace_free(&expected);
}

/* The cases of all tests and the one of the plot, with the seeds judge.seed and those
 * after it. */
static void record_cases(FILE *text, struct known *known, int count)
{
    for (unsigned i = 0; i < judge.seeds; i++) {
        known->seed = judge.seed + i;
        bool plotted = !judge.plotted;
        for (int j = 0; j < count; j++) {
            if (seen_before(j))
                continue;
            record_case(text, judge_tests[j].run, known, count);
            plotted = plotted || strcmp(judge_tests[j].run, judge.plotted) == 0;
        }
        if (!plotted)
            record_case(text, judge.plotted, known, count);
    }
    known->seed = judge.seed;
}

static void write_record(struct known *known, int count)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *text = open_memstream(&bytes, &length);
    if (!text)
        broken("the record", "out of memory");
    record_write_mistakes(text, known);
    record_cases(text, known, count);
    if (fclose(text) || !record_write_file(judge.record, bytes, length))
        broken(judge.record, "cannot be written");
    free(bytes);
}

/* Writes a record in place of judging. */
static void only_record(int count)
{
    if (!known_read(&judge.known, judge.mistakes ? judge.mistakes : "", judge.seed))
        broken("the record", "out of memory");
    write_record(&judge.known, count);
}

static void forget_taken(void)
{
    for (size_t i = 0; i < judge.taken_count; i++) {
        trace_free(&judge.taken[i].expected);
        if (!judge.prove)
            trace_free(&judge.taken[i].yours);
    }
    judge.taken_count = 0;
}

/* Once with the references and once with a record of them. */
static void judge_mistakes_twice(int count)
{
    print(judge_mistakes(count));
    write_record(&judge.proved, count);
    forget_taken();
    judge.mistakes = judge.reference.path = judge.record;
    print(judge_mistakes(count));
}

static void free_all(void)
{
    forget_taken();
    record_free(&judge.known_record);
    known_free(&judge.known);
    known_free(&judge.proved);
    source_close(&judge.student);
    source_close(&judge.reference);
}

static error_t parse(int key, char *argument, struct argp_state *state)
{
    switch (key) {
    case 's':
        judge.student.path = argument;
        return 0;
    case 'r':
        judge.reference.path = argument;
        return 0;
    case 'm':
        judge.mistakes = argument;
        return 0;
    case 'v':
        judge.prove = argument;
        return 0;
    case 'n':
        judge.seed = strtoull(argument, NULL, 10);
        return 0;
    case 'p':
        judge.patience = (unsigned)strtoul(argument, NULL, 10);
        return 0;
    case 't':
        judge.most = (time_t)strtoul(argument, NULL, 10);
        judge.student.seconds = (double)judge.most;
        return 0;
    case 'x':
        judge.student.sandbox = argument;
        return 0;
    case 'o':
        judge.record = argument;
        return 0;
    case 'k':
        judge.seeds = (unsigned)strtoul(argument, NULL, 10);
        return 0;
    case 'c':
        judge.plotted = argument;
        return 0;
    case ARGP_KEY_END:
        if (!judge.reference.path ||
            (judge.student.path != NULL) == (judge.prove != NULL || judge.record != NULL))
            argp_error(state,
                       "--reference and --student, --prove or --record are needed");
        return 0;
    }
    return ARGP_ERR_UNKNOWN;
}

static const struct argp_option options[] = {
    {"student", 's', "DRIVER", 0, "the driver to judge", 0},
    {"reference", 'r', "SOURCE", 0, "the reference's driver, or a record", 0},
    {"prove", 'v', "FOLDER", 0, "judge each of these mistakes", 0},
    {"mistakes", 'm', "FOLDER", 0, "the mistakes' driver and NAME.says, or a record", 0},
    {"seed", 'n', "N", 0, "seed of the inputs", 0},
    {"patience", 'p', "N", 0,
     "stop after this many runs that went over a limit (default: 1)", 0},
    {"seconds", 't', "N", 0,
     "that all runs together may take (default: 20; those of a solution take less than "
     "one)",
     0},
    {"record", 'o', "FILE", 0, "write reference and mistakes there", 0},
    {"seeds", 'k', "N", 0, "of a record: from --seed on (default: 1)", 0},
    {"plotted", 'c', "CASE", 0, "record this case, too", 0},
    {"sandbox", 'x', "ROOT", 0,
     "run the student's driver in a sandbox that hides the workbook in ROOT", 0},
    {0}};

int main(int argc, char **argv)
{
    static const struct argp parser = {
        options, parse, NULL, "Judges one exercise; prints JSON.", NULL, NULL, NULL};
    static const char *const check_settings[] = {"CK_RUN_SUITE", "CK_RUN_CASE",
                                                 "CK_INCLUDE_TAGS", "CK_EXCLUDE_TAGS"};
    for (size_t i = 0; i < sizeof check_settings / sizeof *check_settings; i++)
        unsetenv(check_settings[i]);
    judge.reference.trusted = true;
    judge.patience = 1;
    judge.most = 20;
    judge.seeds = 1;
    argp_parse(&parser, argc, argv, 0, NULL, NULL);
    int count = test_count();
    if (judge.prove && !known_read(&judge.proved, judge.prove, judge.seed))
        broken("the known mistakes", "out of memory");
    if (judge.prove && judge.record)
        judge_mistakes_twice(count);
    else if (judge.prove)
        print(judge_mistakes(count));
    else if (judge.record)
        only_record(count);
    else
        print(judge_one(count));
    free_all();
    return 0;
}
