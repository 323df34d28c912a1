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
 * stand for SOURCE and for FOLDER after --mistakes. The second does so too if it is told
 * to, and prints an array: that object, the same as judged with the record, and the names
 * of the cases that another seed does not change.
 *
 * Check runs without its fork mode here: no code of the student's is in this process, so
 * there is nothing to protect it from, and each trace is taken once for all its tests. */
#include "judge/judge.h"
#include "judge/compare.h"
#include "judge/record.h"
#include "judge/record_write.h"
#include "judge/source.h"
#include "judge/text.h"
#include "judge/trial.h"

#include <argp.h>
#include <check.h>
#include <jansson.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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
    struct trial trial;
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

/* A judge that cannot work says so and stops: that is our fault, never the student's. */
static _Noreturn void broken(const char *what, const char *why)
{
    fprintf(stderr, "judge: %s: %s\n", what, why);
    exit(2);
}

/* The reference's trace of a case. What its driver printed tells why there is none, such
 * as a case that does not exist. */
static void take_reference(struct trace *expected, const char *run, uint64_t seed)
{
    char words[VERDICT_MAX_WORDS];
    struct printed printed = {.lines = 0};
    if (!source_trace(expected, words, &printed, &judge.reference, run, seed, NULL))
        return;
    fprintf(stderr, "judge: the reference's case '%s': %s\n%s", run, words, printed.text);
    exit(2);
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
    taken->borrowed = true;
    taken->verdict = runs[judge.proving].verdict;
    taken->yours = runs[judge.proving].trace;
    snprintf(taken->words, sizeof taken->words, "%s", runs[judge.proving].words);
}

static void run_student(struct taken *taken)
{
    time_t start = now();
    taken->verdict =
        source_trace(&taken->yours, taken->words, trial_printed(&judge.trial),
                     &judge.student, taken->run, judge.seed, NULL);
    if (taken->verdict == VERDICT_UNSTARTED)
        broken("the student's program", taken->words);
    trial_count_run(&judge.trial, taken, (double)(now() - start));
}

static struct taken *take(const char *run)
{
    struct taken *taken = trial_find(&judge.trial, run);
    if (taken && judge.prove)
        take_mistake(taken);
    if (taken)
        return taken;
    taken = trial_add(&judge.trial, run);
    take_reference(&taken->expected, run, judge.seed);
    if (judge.prove)
        take_mistake(taken);
    else if (trial_may_run(&judge.trial, taken))
        run_student(taken);
    return taken;
}

START_TEST(run_test)
{
    trial_test(&judge.trial, (size_t)_i, take(judge_tests[_i].run));
}
END_TEST

static int test_count(void)
{
    judge.trial.tests = judge_tests;
    judge.trial.count = trial_count(judge_tests);
    if (judge.trial.count == 0)
        broken("its table", "no test, or too many");
    return (int)judge.trial.count;
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
            tests, report_test(&judge_tests[i], judge.trial.verdicts[i], results[i]));
    free(results);
    return tests;
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
static void report_diagnosis(json_t *object)
{
    static const char *const keys[] = {"diagnosis", "second"};
    struct mistakes mistakes = read_mistakes();
    struct finding finding = trial_diagnose(&judge.trial, &mistakes);
    for (size_t i = 0; i < finding.count; i++)
        report_mistake(object, finding.whole ? keys[i] : "near",
                       &mistakes.list[finding.list[i]]);
}

static json_t *report(SRunner *runner, int count)
{
    const struct trial *trial = &judge.trial;
    json_t *object = json_pack(
        "{s:s, s:o, s:n, s:n, s:n, s:s, s:I, s:s}", "status", trial_status(trial),
        "tests", report_tests(runner, count), "diagnosis", "second", "near", "output",
        trial->printed.text, "output_lines", (json_int_t)trial->printed.lines,
        "output_case", trial->printing ? trial->printing : "");
    if (trial_is_mistaken(trial))
        report_diagnosis(object);
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

static void record_case(FILE *text, const char *run, struct known *known)
{
    struct trace expected;
    take_reference(&expected, run, known->seed);
    if (!record_write_case(text, &expected, trial_tolerance(&judge.trial, run), known))
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
            record_case(text, judge_tests[j].run, known);
            plotted = plotted || strcmp(judge_tests[j].run, judge.plotted) == 0;
        }
        if (!plotted)
            record_case(text, judge.plotted, known);
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

/* Whether a trace is that of the reference with another seed, too. */
static bool is_the_same(const struct trace *expected, const char *run, uint64_t seed)
{
    const struct tolerance none = {0, 0};
    char words[VERDICT_MAX_WORDS];
    struct trace other;
    take_reference(&other, run, seed);
    bool same = compare_traces(words, &other, expected, none) == VERDICT_OK;
    trace_free(&other);
    return same;
}

/* Names the cases whose traces are the same with other seeds; with a few they may
 * be by chance. */
static json_t *unchanged_cases(void)
{
    enum { OTHERS = 10 };
    json_t *names = json_array();
    for (size_t i = 0; i < judge.trial.taken_count; i++) {
        const struct taken *taken = &judge.trial.taken[i];
        unsigned same = 0;
        while (same < OTHERS &&
               is_the_same(&taken->expected, taken->run, judge.seed + same + 1))
            same++;
        if (same == OTHERS)
            json_array_append_new(names, json_string(taken->run));
    }
    return names;
}

/* Once with the references and once with a record of them. */
static json_t *judge_mistakes_twice(int count)
{
    json_t *reports = judge_mistakes(count), *unchanged = unchanged_cases();
    write_record(&judge.proved, count);
    trial_forget(&judge.trial);
    judge.mistakes = judge.reference.path = judge.record;
    return json_pack("[o, o, o]", reports, judge_mistakes(count), unchanged);
}

static void free_all(void)
{
    trial_forget(&judge.trial);
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
        judge.trial.patience = (unsigned)strtoul(argument, NULL, 10);
        return 0;
    case 't':
        judge.student.seconds = judge.trial.most = strtod(argument, NULL);
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
    judge.trial.patience = 1;
    judge.trial.most = 20;
    judge.seeds = 1;
    argp_parse(&parser, argc, argv, 0, NULL, NULL);
    int count = test_count();
    if (judge.prove && !known_read(&judge.proved, judge.prove, judge.seed))
        broken("the known mistakes", "out of memory");
    if (judge.prove && judge.record)
        print(judge_mistakes_twice(count));
    else if (judge.prove)
        print(judge_mistakes(count));
    else if (judge.record)
        only_record(count);
    else
        print(judge_one(count));
    free_all();
    return 0;
}
