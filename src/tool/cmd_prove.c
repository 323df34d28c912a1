/* cmd_prove.c: descent prove [ID...]
 *
 * Proves for each exercise that its tests tell right from wrong: the solution passes with all
 * points, the stub is "not started", every right version passes, and every wrong one fails
 * and is diagnosed as itself. Those versions define only what they do in another way; they
 * are linked with the solution for the rest. */
#include "judge/run.h"
#include "tool/files.h"
#include "tool/grade.h"
#include "tool/tool.h"

#include <error.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The tally, and what the claims are about. */
struct proof {
    struct grading grading;
    const struct exercise *exercise;
    unsigned passed, failed;
};

static const char *string(const json_t *object, const char *key)
{
    const char *value = json_string_value(json_object_get(object, key));
    return value ? value : "";
}

static void claim(struct proof *proof, const char *what, bool holds, const json_t *result)
{
    printf("%s %s %s\n", holds ? "ok" : "not ok", proof->exercise->id, what);
    fflush(stdout);
    if (holds) {
        proof->passed++;
        return;
    }
    proof->failed++;
    json_dumpf(result, stdout, JSON_INDENT(2));
    puts("");
}

/* Grades one version and looks at its status, and at its diagnosis if `name` is given. */
static void prove_version(struct proof *proof, const char *path, const char *what,
                          const char *status, const char *name)
{
    proof->grading.source = path;
    json_t *result = grade_one(&proof->grading, proof->exercise);
    if (!result)
        error(EXIT_USAGE, 0, "interrupted");
    bool as_said = strcmp(string(result, "status"), status) == 0;
    bool full =
        json_integer_value(json_object_get(result, "points")) == proof->exercise->points;
    json_t *diagnosis = json_object_get(result, "diagnosis");
    bool holds = as_said;
    if (strcmp(status, "pass") == 0)
        holds = as_said && full && !*string(result, "messages");
    if (name)
        holds = !report_passed(result) && !full &&
                strcmp(string(diagnosis, "name"), name) == 0;
    char *claimed = text_format("%s %s", what, strrchr(path, '/') + 1);
    claim(proof, claimed, holds, result);
    free(claimed);
    json_decref(result);
}

static void prove_folder(struct proof *proof, const char *folder)
{
    const struct exercise *e = proof->exercise;
    char *solution = workbook_reference(proof->grading.workbook, e);
    proof->grading.rest = solution;
    bool wrong = strcmp(folder, "wrong") == 0;
    char *pattern = text_format("%s/tests/%s/%s/%s-*.c", proof->grading.workbook->root,
                                e->chapter, folder, e->name);
    glob_t found = {0};
    glob(pattern, 0, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        const char *path = found.gl_pathv[i];
        const char *base = strrchr(path, '/') + 1;
        char *name = text_format("%.*s", (int)(strlen(base) - strlen(".c")), base);
        prove_version(proof, path, folder, wrong ? "fail" : "pass", wrong ? name : NULL);
        free(name);
    }
    proof->grading.rest = NULL;
    free(solution);
    size_t least = wrong ? 4 : 2;
    char *enough = text_format("has %zu %s versions, at least %zu are due",
                               (size_t)found.gl_pathc, folder, least);
    claim(proof, enough, found.gl_pathc >= least, NULL);
    free(enough);
    globfree(&found);
    free(pattern);
}

static void prove_stub(struct proof *proof)
{
    const struct workbook *workbook = proof->grading.workbook;
    char *stub = workbook_stub(workbook, proof->exercise);
    char *path = text_format("%s/build/stub-%s.c", workbook->root, proof->exercise->id);
    file_write(path, stub);
    prove_version(proof, path, "stub", "not-started", NULL);
    unlink(path);
    free(path);
    free(stub);
}

static void prove_exercise(struct proof *proof)
{
    char *solution = workbook_reference(proof->grading.workbook, proof->exercise);
    claim(proof, "has two hints or more", proof->exercise->hint_count >= 2, NULL);
    prove_version(proof, solution, "solution", "pass", NULL);
    prove_stub(proof);
    prove_folder(proof, "right");
    prove_folder(proof, "wrong");
    free(solution);
}

int cmd_prove(struct context *context, int argc, char **argv)
{
    int first;
    size_t count =
        parse_words(context, argc, argv, "[ID...]",
                    "Prove that the tests of exercises tell right from wrong.", &first);
    const struct workbook *workbook = &context->workbook;
    if (!workbook->has_solutions)
        error(EXIT_USAGE, 0, "this workbook has no solutions to prove anything with");
    const struct exercise **chosen = calloc(workbook->count, sizeof *chosen);
    if (!chosen)
        error(EXIT_USAGE, 0, "out of memory");
    size_t n = workbook_choose(chosen, workbook, argv + first, count);
    struct proof proof = {
        .grading = {.workbook = workbook, .seed = fresh_seed(workbook), .jobs = 1}};
    printf("# seed %llu\n", (unsigned long long)proof.grading.seed);
    run_catch_interrupts();
    for (size_t i = 0; i < n; i++) {
        proof.exercise = chosen[i];
        prove_exercise(&proof);
    }
    free(chosen);
    printf("%u passed, %u failed\n", proof.passed, proof.failed);
    return proof.failed ? 1 : 0;
}
