/* cmd_similar.c: descent similar [--assignment FILE] [--results DIR] DIR [ID...] */
#include "judge/text.h"
#include "tool/course.h"
#include "tool/enroll.h"
#include "tool/files.h"
#include "tool/gather.h"
#include "tool/options.h"
#include "tool/ready.h"
#include "tool/results.h"
#include "tool/sim.h"
#include "tool/similar.h"
#include "tool/similar_page.h"
#include "tool/tool.h"

#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEFAULT_PERCENT = 80, MOST_PAGES = 200, MOST_IN_ROW = 6 };

/* Who has handed in one of those that are compared. */
struct party {
    const struct submission *submission;
    char *name; /* of all whose it is */
    char *folder;
};

struct arguments {
    struct common common;
    struct course course;
    unsigned long percent;
    struct party *parties;
    size_t count;
};

enum { KEY_PERCENT = KEY_OWN };

static const struct argp_option options[] = {
    {OPTION_ASSIGNMENT},
    {OPTION_RESULTS},
    {"percent", KEY_PERCENT, "N", 0,
     "what a pair must have in common to be shown (default: the assignment's "
     "similar_percent, or 80)",
     0},
    {OPTION_UNSAFE},
    {0}};

static error_t parse(int key, char *argument, struct argp_state *state)
{
    struct arguments *a = state->input;
    if (key != KEY_PERCENT)
        return options_parse(key, argument, state, &a->common);
    a->percent = parse_number(state, argument, "the percentage", 100);
    return 0;
}

/* --- Who is compared --------------------------------------------------------------- */

/* A group has a submission for each of its members, of the same folder. */
static bool same_entries(const struct submission *a, const struct submission *b)
{
    return a->count == 1 && b->count == 1 && strcmp(a->entries[0], b->entries[0]) == 0;
}

static void add_member(struct party *party, const struct submission *submission)
{
    char *longer = text_format("%s, %s", party->name, submission->student);
    text_clean_line(longer);
    free(party->name);
    party->name = longer;
}

/* Gathers the last submission of each student. */
static void gather_all(struct arguments *a, const struct workbook *workbook,
                       const char *stage)
{
    const struct roster *roster = &a->course.roster;
    struct gathering gathering = {.workbook = workbook,
                                  .folder = roster->folder,
                                  .sandboxed = a->common.grading.sandboxed,
                                  .passing = true};
    a->parties = calloc(roster->count, sizeof *a->parties);
    if (!a->parties)
        error(EXIT_USAGE, 0, "out of memory");
    for (size_t i = 0; i < roster->count; i++) {
        const struct submission *submission = &roster->submissions[i];
        size_t same = 0;
        if (!a->course.wanted[i])
            continue;
        while (same < a->count && !same_entries(submission, a->parties[same].submission))
            same++;
        if (same < a->count) {
            add_member(&a->parties[same], submission);
            continue;
        }
        struct party *party = &a->parties[a->count++];
        party->submission = submission;
        party->name = strdup(submission->student);
        text_clean_line(party->name);
        party->folder = text_format("%s/%s", stage, submission->key);
        json_decref(gather(&gathering, submission, party->folder));
    }
}

/* --- Pairs, over all exercises ----------------------------------------------------- */

static double number(const json_t *object, const char *key)
{
    return json_number_value(json_object_get(object, key));
}

static const char *string(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

/* The entry of a pair; a new one if there is none. */
static json_t *find_pair(json_t *pairs, json_int_t a, json_int_t b)
{
    size_t i;
    json_t *pair;
    json_array_foreach(pairs, i, pair)
    {
        if (json_integer_value(json_object_get(pair, "a")) == a &&
            json_integer_value(json_object_get(pair, "b")) == b)
            return pair;
    }
    pair = json_pack("{s:I, s:I, s:i, s:[]}", "a", a, "b", b, "tokens", 0, "exercises");
    json_array_append_new(pairs, pair);
    return pair;
}

/* Moves an exercise's pairs to those of all. */
static void add_pairs(json_t *pairs, json_t *exercise)
{
    size_t i;
    json_t *found;
    json_array_foreach(json_object_get(exercise, "pairs"), i, found)
    {
        json_t *pair = find_pair(pairs, json_integer_value(json_object_get(found, "a")),
                                 json_integer_value(json_object_get(found, "b")));
        double tokens = number(pair, "tokens") + number(found, "tokens");
        json_object_set_new(pair, "tokens", json_integer((json_int_t)tokens));
        json_object_del(found, "a");
        json_object_del(found, "b");
        json_object_set(found, "id", json_object_get(exercise, "id"));
        json_object_set(found, "median", json_object_get(exercise, "median"));
        json_array_append(json_object_get(pair, "exercises"), found);
    }
    json_object_set_new(
        exercise, "pairs",
        json_integer((json_int_t)json_array_size(json_object_get(exercise, "pairs"))));
}

/* Those with the most in common first. */
static int compare_pairs(const void *a, const void *b)
{
    const json_t *x = *(json_t *const *)a, *y = *(json_t *const *)b;
    double by_tokens = number(y, "tokens") - number(x, "tokens");
    double by_a = number(x, "a") - number(y, "a"), by_b = number(x, "b") - number(y, "b");
    double by = by_tokens != 0 ? by_tokens : by_a != 0 ? by_a : by_b;
    return (by > 0) - (by < 0);
}

static json_t *sort_pairs(json_t *pairs)
{
    size_t count = json_array_size(pairs);
    json_t **list = calloc(count + 1, sizeof *list), *sorted = json_array();
    if (!list)
        error(EXIT_USAGE, 0, "out of memory");
    for (size_t i = 0; i < count; i++)
        list[i] = json_array_get(pairs, i);
    qsort(list, count, sizeof *list, compare_pairs);
    for (size_t i = 0; i < count; i++)
        json_array_append(sorted, list[i]);
    free(list);
    json_decref(pairs);
    return sorted;
}

/* --- What is written --------------------------------------------------------------- */

static json_t *describe_party(const struct party *party)
{
    return json_pack("{s:s, s:s, s:s}", "student", party->name, "id",
                     party->submission->id, "submission", party->submission->key);
}

static const struct party *party_of(const struct arguments *a, const json_t *object,
                                    const char *key)
{
    return &a->parties[json_integer_value(json_object_get(object, key))];
}

/* A page for a pair, and names in place of numbers. */
static void write_pair(const struct arguments *a, const struct workbook *workbook,
                       json_t *pair, size_t i)
{
    const struct party *one = party_of(a, pair, "a"), *other = party_of(a, pair, "b");
    struct similar_pair page = {workbook,
                                {one->name, other->name},
                                {one->folder, other->folder},
                                json_object_get(pair, "exercises")};
    if (i < MOST_PAGES) {
        char *path = text_format("%s/similar/%zu", a->common.results, i + 1);
        char *name = text_format("similar/%zu.html", i + 1);
        similar_page_write(&page, path);
        json_object_set_new(pair, "page", json_string(name));
        free(name);
        free(path);
    }
    json_object_set_new(pair, "a", describe_party(one));
    json_object_set_new(pair, "b", describe_party(other));
}

static void name_left_out(const struct arguments *a, json_t *exercise)
{
    size_t i;
    json_t *left;
    json_array_foreach(json_object_get(exercise, "left_out"), i, left)
    {
        const struct party *party = party_of(a, left, "submission");
        json_object_set_new(left, "submission", json_string(party->submission->key));
    }
}

static void print_exercise(const json_t *exercise)
{
    size_t i;
    json_t *left;
    const char *id = string(exercise, "id"), *problem = string(exercise, "problem");
    bool usual = json_is_number(json_object_get(exercise, "median"));
    if (problem)
        printf("%-8s %s\n", id, problem);
    else if (usual)
        printf("%-8s %8.0f %6.0f %% %6.0f %% %6.0f\n", id, number(exercise, "compared"),
               number(exercise, "median"), number(exercise, "alike"),
               number(exercise, "pairs"));
    else
        printf("%-8s %8.0f        -        - %6.0f\n", id, number(exercise, "compared"),
               number(exercise, "pairs"));
    json_array_foreach(json_object_get(exercise, "left_out"), i, left)
    {
        printf("         without %s, which %s\n", string(left, "submission"),
               string(left, "why"));
    }
    if (number(exercise, "unmeasured") > 0)
        printf(
            "         %.0f more pairs have long runs in common and were not measured\n",
            number(exercise, "unmeasured"));
}

static void print_pair(const json_t *pair)
{
    size_t i;
    json_t *one;
    const char *page = string(pair, "page");
    const json_t *exercises = json_object_get(pair, "exercises");
    printf("%s | %s: %.0f tokens in", string(json_object_get(pair, "a"), "student"),
           string(json_object_get(pair, "b"), "student"), number(pair, "tokens"));
    json_array_foreach(exercises, i, one)
    {
        if (i == MOST_IN_ROW) {
            printf(", and %zu more", json_array_size(exercises) - i);
            break;
        }
        printf("%s %s (%.0f %%)", i ? "," : "", string(one, "id"),
               number(one, "percent"));
    }
    printf("%s%s\n", page ? "; " : "", page ? page : "");
}

/* A path as seen from the working folder, if it lies there. */
static const char *from_here(const char *path)
{
    char *here = realpath(".", NULL);
    size_t length = here ? strlen(here) : 0;
    bool inside = here && strncmp(path, here, length) == 0 && path[length] == '/';
    free(here);
    return inside ? path + length + 1 : path;
}

static void print_all(const struct arguments *a, const json_t *exercises,
                      const json_t *pairs)
{
    size_t i;
    json_t *one;
    printf("exercise compared   median    alike  pairs\n");
    json_array_foreach(exercises, i, one)
    {
        print_exercise(one);
    }
    printf("\n");
    json_array_foreach(pairs, i, one)
    {
        print_pair(one);
    }
    printf("%zu %s far more in common than is usual; %s/similar.json\n",
           json_array_size(pairs),
           json_array_size(pairs) == 1 ? "pair has" : "pairs have",
           from_here(a->common.results));
}

/* Compares exercise after exercise. Returns how many could not be compared. */
static size_t compare_all(const struct arguments *a, const struct comparison *comparison,
                          json_t *exercises, json_t *pairs)
{
    const struct assignment *assignment = &a->course.assignment;
    size_t problems = 0;
    for (size_t i = 0; i < assignment->count; i++) {
        json_t *one = similar_exercise(comparison, assignment->exercises[i].exercise);
        add_pairs(pairs, one);
        name_left_out(a, one);
        problems += json_is_string(json_object_get(one, "problem"));
        json_array_append_new(exercises, one);
    }
    return problems;
}

/* Returns the exit code: 2 if an exercise could not be compared. */
static int compare_class(const struct arguments *a, const struct workbook *workbook,
                         const char *stage)
{
    const char **folders = calloc(a->count + 1, sizeof *folders);
    json_t *exercises = json_array(), *pairs = json_array(), *pair;
    if (!folders)
        error(EXIT_USAGE, 0, "out of memory");
    for (size_t i = 0; i < a->count; i++)
        folders[i] = a->parties[i].folder;
    struct comparison comparison = {workbook, folders,
                                    a->count, (double)a->percent,
                                    stage,    a->common.grading.sandboxed};
    size_t i, problems = compare_all(a, &comparison, exercises, pairs);
    pairs = sort_pairs(pairs);
    json_array_foreach(pairs, i, pair)
    {
        write_pair(a, workbook, pair, i);
    }
    print_all(a, exercises, pairs);
    json_t *result =
        json_pack("{s:i, s:s, s:o, s:o}", "schema", 1, "name", a->course.assignment.name,
                  "exercises", exercises, "pairs", pairs);
    char *path = text_format("%s/similar.json", a->common.results);
    results_store(path, result);
    json_decref(result);
    free(path);
    free(folders);
    return problems > 0 ? EXIT_USAGE : 0;
}

/* The pages of an earlier comparison go. */
static void clear(const char *results)
{
    char *folder = text_format("%s/similar", results);
    folder_remove(folder);
    folder_make(folder);
    free(folder);
}

static void close_class(struct arguments *a)
{
    for (size_t i = 0; i < a->count; i++) {
        free(a->parties[i].name);
        free(a->parties[i].folder);
    }
    free(a->parties);
    course_free(&a->course);
    free(a->common.results);
}

int cmd_similar(struct context *context, int argc, char **argv)
{
    static const struct argp own = {.options = options, .parser = parse};
    struct arguments a = {
        .common.grading = {.workbook = &context->workbook, .sandboxed = true}};
    parse_arguments(context, argc, argv, "DIR [ID...]",
                    "Show which submissions of a class have far more in common than is "
                    "usual there, beyond what is in the stubs. DIR is as for 'descent "
                    "batch'. It says that code is alike, not why.",
                    &own, &a);
    enroll_assign(&a.course, context, a.common.assignment);
    if (!a.percent)
        a.percent = (unsigned long)a.course.assignment.similar_percent;
    if (!a.percent)
        a.percent = DEFAULT_PERCENT;
    sim_check();
    ready_check_sandbox(&a.common.grading, "--unsafe-no-sandbox");
    enroll_students(&a.course, context);
    course_choose(&a.course, 0, 1);
    if (!a.common.results)
        a.common.results = text_format("%s.results", a.course.roster.folder);
    enroll_results(&a.course, a.common.results);
    clear(a.common.results);
    char *prefix = text_format("%s/build/stage", context->workbook.root);
    char *stage = folder_make_own(prefix);
    gather_all(&a, &context->workbook, stage);
    int code = compare_class(&a, &context->workbook, stage);
    folder_remove_own(stage);
    free(prefix);
    close_class(&a);
    return code;
}
