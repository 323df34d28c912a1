/* cmd_prove.c: descent prove [--seed N] [ID...]
 *
 * Proves for each exercise that its tests tell right from wrong: the solution passes with
 * all points, the stub is "not started", every right version passes, every mistake fails
 * and is diagnosed as itself, with a record too, and every case depends on the seed.
 * Right versions define only what they do in another way; they are linked with the
 * solution for the rest. */
#include "run/run.h"
#include "tool/files.h"
#include "tool/grade.h"
#include "tool/judging.h"
#include "tool/options.h"
#include "tool/plain.h"
#include "tool/tool.h"

#include <error.h>
#include <glob.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The tally, and what the claims are about. */
struct proof {
    struct grading grading;
    const struct exercise *exercise;
    char *record; /* of its references and mistakes, with the seed of the proof */
    unsigned passed, failed;
};

static const char *string(const json_t *object, const char *key)
{
    const char *value = json_string_value(json_object_get(object, key));
    return value ? value : "";
}

/* Prints one line and counts; `why` says what is wrong, NULL if nothing is. */
static void claim(struct proof *proof, const char *what, const char *why)
{
    if (why)
        printf("not ok %s %s: %s\n", proof->exercise->id, what, why);
    else
        printf("ok %s %s\n", proof->exercise->id, what);
    fflush(stdout);
    proof->failed += why != NULL;
    proof->passed += why == NULL;
}

/* The compiler's first error or warning in one line, its first line if there is
 * neither. */
static char *first_message(const char *messages)
{
    static const char *const marks[] = {"error:", "undefined reference", "warning:"};
    const char *found = NULL;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const char *at = strstr(messages, marks[i]);
        found = at && (!found || at < found) ? at : found;
    }
    while (found && found > messages && found[-1] != '\n')
        found--;
    found = found ? found : messages;
    return text_format("%.*s", (int)strcspn(found, "\n"), found);
}

/* What stands in the way of a version that ought to be in order: why there is nothing to
 * compile, the first test that failed, or what the compiler says; to be freed. */
static char *first_failure(const json_t *result)
{
    const char *status = string(result, "status"), *problem = string(result, "problem");
    size_t i;
    json_t *test;
    json_array_foreach(json_object_get(result, "tests"), i, test)
    {
        if (strcmp(string(test, "status"), "pass") != 0)
            return text_format("%s, '%s': %s", status, string(test, "name"),
                               string(test, "message"));
    }
    char *message = first_message(*problem ? problem : string(result, "messages"));
    char *failure = text_format(
        "%s, %s", report_passed(result) ? "it compiles with warnings" : status, message);
    free(message);
    return failure;
}

/* What is due of a version. */
enum due { DUE_PASS, DUE_NOT_STARTED, DUE_MISTAKE };

/* A right version has all points and no warning. */
static char *why_not_right(const json_t *result, int points)
{
    json_int_t earned = json_integer_value(json_object_get(result, "points"));
    if (!report_passed(result) || *string(result, "messages"))
        return first_failure(result);
    if (earned == points)
        return NULL;
    return text_format("its tests are worth %d points, @points says %d", (int)earned,
                       points);
}

/* A stub compiles without warnings, and every test meets its todo(). */
static char *why_not_stub(const json_t *result)
{
    const char *messages = string(result, "messages");
    if (report_passed(result) && !*messages)
        return text_format("it passes; are there marks BEGIN SOLUTION and END SOLUTION?");
    if (strcmp(string(result, "status"), "not-started") != 0)
        return first_failure(result);
    if (!*messages)
        return NULL;
    char *message = first_message(messages);
    char *why = text_format("it compiles with warnings, %s", message);
    free(message);
    return why;
}

/* A mistake fails and is diagnosed as itself. */
static char *why_not_mistake(const json_t *result, const char *name)
{
    const char *named = string(json_object_get(result, "diagnosis"), "name");
    if (report_passed(result))
        return text_format("it passes");
    const char *second = string(json_object_get(result, "second"), "name");
    if (*second)
        return text_format("it is diagnosed as %s and %s", named, second);
    if (strcmp(named, name) == 0)
        return NULL;
    if (*named)
        return text_format("it is diagnosed as %s", named);
    char *failure = first_failure(result);
    char *why = text_format("no mistake is recognized: %s", failure);
    free(failure);
    return why;
}

static void claim_version(struct proof *proof, const json_t *result, const char *path,
                          const char *what, enum due due)
{
    const char *base = strrchr(path, '/') + 1;
    char *name = text_format("%.*s", (int)(strlen(base) - strlen(".c")), base);
    char *claimed = text_format("%s %s", what, base), *why;
    if (due == DUE_PASS)
        why = why_not_right(result, proof->exercise->points);
    else if (due == DUE_MISTAKE)
        why = why_not_mistake(result, name);
    else
        why = why_not_stub(result);
    claim(proof, claimed, why);
    free(why);
    free(claimed);
    free(name);
}

static void prove_version(struct proof *proof, const char *path, const char *what,
                          enum due due)
{
    proof->grading.source = path;
    json_t *result = grade_one(&proof->grading, proof->exercise);
    if (!result)
        error(EXIT_USAGE, 0, "interrupted");
    claim_version(proof, result, path, what, due);
    json_decref(result);
}

/* Whether a version NAME-WHAT.c of this chapter belongs to one of its exercises. */
static bool has_owner(const struct proof *proof, const char *path)
{
    const struct workbook *workbook = proof->grading.workbook;
    const char *base = strrchr(path, '/') + 1;
    size_t length = strcspn(base, "-");
    for (size_t i = 0; i < workbook->count; i++) {
        const struct exercise *e = &workbook->exercises[i];
        if (strcmp(e->chapter, proof->exercise->chapter) == 0 &&
            strlen(e->name) == length && strncmp(base, e->name, length) == 0)
            return true;
    }
    return false;
}

/* A version whose name has a slip of the pen would be proved by nobody. */
static void prove_owners(struct proof *proof, const char *folder)
{
    char *pattern = text_format("%s/tests/%s/%s/*.c", proof->grading.workbook->root,
                                proof->exercise->chapter, folder);
    glob_t found = {0};
    glob(pattern, 0, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++)
        if (!has_owner(proof, found.gl_pathv[i]))
            claim(proof, strrchr(found.gl_pathv[i], '/') + 1,
                  "its name begins with that of no exercise of the chapter");
    globfree(&found);
    free(pattern);
}

static void claim_count(struct proof *proof, size_t count, const char *what, size_t due)
{
    char *claimed = text_format("has %zu %s", count, what);
    char *why = count < due ? text_format("at least %zu are due", due) : NULL;
    claim(proof, claimed, why);
    free(why);
    free(claimed);
}

static void prove_rights(struct proof *proof)
{
    const struct exercise *e = proof->exercise;
    char *solution = workbook_reference(proof->grading.workbook, e);
    proof->grading.rest = solution;
    char *pattern = text_format("%s/tests/%s/right/%s-*.c", proof->grading.workbook->root,
                                e->chapter, e->name);
    glob_t found = {0};
    glob(pattern, 0, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++)
        prove_version(proof, found.gl_pathv[i], "right", DUE_PASS);
    proof->grading.rest = NULL;
    free(solution);
    claim_count(proof, found.gl_pathc, "right versions", 2);
    globfree(&found);
    free(pattern);
    prove_owners(proof, "right");
}

/* What the judge says of each mistake, by name; the same with a record in place of the
 * references; and the cases that no seed changes. */
static json_t *judge_mistakes(const struct proof *proof)
{
    const struct workbook *workbook = proof->grading.workbook;
    char *reference = workbook_traces(workbook, proof->exercise, "reference");
    char *mistakes = workbook_traces(workbook, proof->exercise, "mistakes");
    char *seed = text_format("%" PRIu64, proof->grading.seed);
    const char *const options[] = {"--prove",    mistakes, "--reference", reference,
                                   "--mistakes", mistakes, "--record",    proof->record,
                                   "--seed",     seed,     NULL};
    char *output = judge_run(workbook, proof->exercise, options);
    json_t *judged = output ? json_loads(output, 0, NULL) : NULL;
    if (!judged)
        error(EXIT_USAGE, 0, "interrupted");
    free(output);
    free(seed);
    free(mistakes);
    free(reference);
    return judged;
}

/* In a handout a record stands for the references and the mistakes. */
static void prove_record(struct proof *proof, json_t *reports, const json_t *recorded)
{
    const char *name;
    json_t *report;
    char *why = NULL;
    json_object_foreach(reports, name, report)
    {
        if (!why && !json_equal(report, json_object_get(recorded, name)))
            why = text_format("with it %s is judged otherwise", name);
    }
    claim(proof, "record", why);
    free(why);
}

/* What was recorded with one seed must be wrong with another. */
static void prove_cases(struct proof *proof, const json_t *unchanged)
{
    const char *first = json_string_value(json_array_get(unchanged, 0));
    char *why = first ? text_format("%s is the same with each seed: draw some of its "
                                    "inputs from rng, and record what comes of them",
                                    first)
                      : NULL;
    claim(proof, "cases", why);
    free(why);
}

/* A few go the whole way of a student's file; the others are judged as the build has made
 * them, all in one program. */
static void prove_mistakes(struct proof *proof, const json_t *judged)
{
    enum { WHOLE_WAY = 2 };
    const struct exercise *e = proof->exercise;
    json_t *reports = json_array_get(judged, 0), *report;
    size_t count = json_object_size(reports), i = 0;
    const char *name;
    json_object_foreach(reports, name, report)
    {
        char *source =
            text_format("%s/build/mistakes/%s/%s/%s.c", proof->grading.workbook->root,
                        e->chapter, e->name, name);
        if (i++ % (count / WHOLE_WAY + 1) == 0)
            prove_version(proof, source, "mistake", DUE_MISTAKE);
        else
            claim_version(proof, report, source, "mistake", DUE_MISTAKE);
        free(source);
    }
    claim_count(proof, count, "mistakes", 4);
    prove_record(proof, reports, json_array_get(judged, 1));
    prove_cases(proof, json_array_get(judged, 2));
}

static void prove_stub(struct proof *proof)
{
    const struct workbook *workbook = proof->grading.workbook;
    char *stub = workbook_stub(workbook, proof->exercise);
    char *path = text_format("%s/build/stub-%s.c", workbook->root, proof->exercise->id);
    file_write(path, stub);
    prove_version(proof, path, "stub", DUE_NOT_STARTED);
    unlink(path);
    free(path);
    free(stub);
}

static void prove_plot(struct proof *proof)
{
    if (!proof->exercise->plot)
        return;
    char *problem = plot_problem(proof->grading.workbook, proof->exercise);
    claim(proof, "plot", problem);
    free(problem);
}

/* TeX that plain_text() has left, because it does not stand between dollars. */
static bool has_tex(const char *text, size_t length)
{
    return memchr(text, '\\', length) || memchr(text, '$', length);
}

/* What a student reads in a terminal and at the head of the stub. */
static void prove_words(struct proof *proof)
{
    const struct exercise *e = proof->exercise;
    const char *why = e->hint_count < 2 ? "at least 2 are due" : NULL;
    for (size_t i = 0; i < e->hint_count && !why; i++) {
        char *hint = plain_text(e->hints[i]);
        if (!hint[strspn(hint, " ")])
            why = "one is empty";
        else if (has_tex(hint, strlen(hint)))
            why = "one has TeX outside of $…$";
        free(hint);
    }
    claim(proof, "has hints", why);
    char *stub = workbook_stub(proof->grading.workbook, e);
    size_t head = (size_t)(strstr(stub, "*/") - stub);
    claim(proof, "statement", has_tex(stub, head) ? "it has TeX outside of $…$" : NULL);
    free(stub);
    claim(proof, "number",
          strtol(e->id, NULL, 10) == strtol(e->chapter, NULL, 10)
              ? NULL
              : "its chapter is not that of its folder");
}

/* The solution is compared with the references themselves; after it their record is at
 * hand, which costs less. */
static void prove_exercise(struct proof *proof)
{
    const struct workbook *workbook = proof->grading.workbook;
    char *solution = workbook_reference(workbook, proof->exercise);
    proof->record =
        text_format("%s/build/proof-%s.record", workbook->root, proof->exercise->id);
    prove_words(proof);
    prove_version(proof, solution, "solution", DUE_PASS);
    json_t *judged = judge_mistakes(proof);
    proof->grading.record = proof->record;
    prove_stub(proof);
    prove_plot(proof);
    prove_rights(proof);
    prove_mistakes(proof, judged);
    proof->grading.record = NULL;
    unlink(proof->record);
    json_decref(judged);
    free(proof->record);
    free(solution);
}

static const struct argp_option options[] = {
    {"seed", 's', "N", 0, "seed of the tests' inputs (default: a fresh one)", 0}, {0}};

static error_t parse(int key, char *argument, struct argp_state *state)
{
    if (key != 's')
        return ARGP_ERR_UNKNOWN;
    *(uint64_t *)state->input = parse_seed(state, argument);
    return 0;
}

static void prove(struct proof *proof, const struct context *context)
{
    const struct workbook *workbook = proof->grading.workbook;
    const struct exercise **chosen = calloc(workbook->count, sizeof *chosen);
    if (!chosen)
        error(EXIT_USAGE, 0, "out of memory");
    size_t n = workbook_choose(chosen, workbook, context->words, context->word_count);
    printf("# seed %" PRIu64 "\n", proof->grading.seed);
    run_catch_interrupts();
    for (size_t i = 0; i < n; i++) {
        proof->exercise = chosen[i];
        prove_exercise(proof);
    }
    free(chosen);
    printf("%u passed, %u failed\n", proof->passed, proof->failed);
}

int cmd_prove(struct context *context, int argc, char **argv)
{
    static const struct argp own = {.options = options, .parser = parse};
    uint64_t seed = 0;
    parse_arguments(context, argc, argv, "[ID...]",
                    "Prove that the tests of exercises tell right from wrong.", &own,
                    &seed);
    const struct workbook *workbook = &context->workbook;
    if (!workbook->has_solutions)
        error(EXIT_USAGE, 0, "this workbook has no solutions to prove anything with");
    struct proof proof = {.grading = {.workbook = workbook,
                                      .seed = seed ? seed : fresh_seed(workbook),
                                      .jobs = 1}};
    prove(&proof, context);
    return proof.failed ? 1 : 0;
}
