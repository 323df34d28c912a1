/* cmd_grade.c: descent grade [--json] [--exercises DIR] [--seed N] [ID...] */
#include "judge/text.h"
#include "run/run.h"
#include "tool/files.h"
#include "tool/options.h"
#include "tool/progress.h"
#include "tool/ready.h"
#include "tool/tool.h"
#include "tool/workers.h"

#include <dirent.h>
#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct arguments {
    struct context *context;
    struct common common;
    bool json, no_sandbox, verbose;
};

enum { KEY_NO_SANDBOX = KEY_OWN, KEY_SANDBOX };

static const struct argp_option options[] = {
    {"json", 'j', NULL, 0, "print the result as JSON", 0},
    {"exercises", 'e', "DIR", 0,
     "grade a folder laid out like exercises/, in a sandbox; absent files count as not "
     "started",
     0},
    {OPTION_SEED(", in a handout from 1 to 5 (default: a fresh one)")},
    {"verbose", 'v', NULL, 0, "show all that failed, and how, however long it is", 0},
    {OPTION_JOBS("exercises")},
    {OPTION_BUDGET("folder")},
    {"sandbox", KEY_SANDBOX, NULL, 0, "grade your own files in the sandbox too", 0},
    {"no-sandbox", KEY_NO_SANDBOX, NULL, 0,
     "do not use the sandbox: only for code that you trust", 0},
    {0}};

static error_t parse(int key, char *argument, struct argp_state *state)
{
    struct arguments *a = state->input;
    switch (key) {
    case 'j':
        a->json = true;
        return 0;
    case 'e':
        a->common.grading.folder = argument;
        a->common.grading.sandboxed = true;
        return 0;
    case 'v':
        a->verbose = true;
        return 0;
    case KEY_SANDBOX:
        a->common.grading.sandboxed = true;
        return 0;
    case KEY_NO_SANDBOX:
        a->no_sandbox = true;
        return 0;
    }
    return options_parse(key, argument, state, &a->common);
}

/* The standard error of a grading whose result is JSON. */
struct captured {
    pid_t owner; /* workers leave too */
    int file, stderr_before;
};

/* Shows what was said, and says it in JSON too if the grading could not be done. */
static void leave_json(int code, void *argument)
{
    struct captured *c = argument;
    char words[4096];
    if (getpid() != c->owner)
        return;
    ssize_t length = pread(c->file, words, sizeof words - 1, 0);
    words[length > 0 ? length : 0] = '\0';
    dup2(c->stderr_before, STDERR_FILENO);
    fputs(words, stderr);
    if (code != EXIT_USAGE)
        return;
    text_clean(words, strlen(words));
    words[strcspn(words, "\n")] = '\0';
    json_t *object = json_pack("{s:i, s:s}", "schema", 1, "error", words);
    json_dumpf(object, stdout, JSON_INDENT(2));
    puts("");
    fflush(stdout);
}

static void capture_errors(void)
{
    static struct captured captured;
    captured.owner = getpid();
    captured.stderr_before = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
    captured.file = memfd_create("errors", MFD_CLOEXEC);
    if (captured.stderr_before < 0 || captured.file < 0 ||
        dup2(captured.file, STDERR_FILENO) < 0)
        error(EXIT_USAGE, errno, "cannot keep what is said");
    on_exit(leave_json, &captured);
}

/* Whether one of the workbook's files is there, be it as a link. */
static bool has_submission(const struct workbook *workbook, const char *folder)
{
    bool found = false;
    for (size_t i = 0; i < workbook->count && !found; i++) {
        char *file = workbook_submission(workbook, &workbook->exercises[i], folder);
        found = file_exists(file);
        free(file);
    }
    return found;
}

/* A folder that is not there, or not laid out as it should be, is a mistake of the
 * caller's, not a class that did nothing. One that was handed in may be a link to the
 * solutions. */
static char *check_folder(const struct workbook *workbook, const char *folder)
{
    if (!folder)
        return NULL;
    char *path = realpath(folder, NULL), *name = text_format("%s", folder);
    text_clean(name, strlen(name));
    char *inside = text_format("%s/.", folder);
    if (!path || !file_exists(inside))
        error(EXIT_USAGE, path ? ENOTDIR : errno, "cannot open the folder %s", name);
    free(inside);
    if (file_is_linked(folder)) {
        text_clean(path, strlen(path));
        error(EXIT_USAGE, 0,
              "%s is a symbolic link or lies behind one, which somebody may have handed "
              "in; name the folder that it leads to: %s",
              name, path);
    }
    char *held = folder_hold(folder);
    if (!held)
        error(EXIT_USAGE, errno, "cannot open the folder %s", name);
    const struct exercise *first = &workbook->exercises[0];
    if (!has_submission(workbook, held))
        error(EXIT_USAGE, 0,
              "%s holds no exercise; files are expected in it as in exercises/, such as "
              "%s/%s.c",
              name, first->chapter, first->name);
    free(name);
    free(path);
    return held;
}

/* Whether an exercise is in this file. */
static bool is_claimed(const struct workbook *workbook, const char *path)
{
    bool claimed = false;
    for (size_t i = 0; i < workbook->count && !claimed; i++) {
        const struct exercise *e = &workbook->exercises[i];
        char *file = text_format("%s/%s.c", e->chapter, e->name);
        claimed = strcmp(file, path) == 0;
        free(file);
    }
    return claimed;
}

/* The files of one chapter that no exercise claims. */
static void add_unclaimed(json_t *list, const struct workbook *workbook,
                          const char *folder, const char *chapter)
{
    char *path = text_format("%s/%s", folder, chapter);
    DIR *open = opendir(path);
    for (struct dirent *entry; open && (entry = readdir(open));) {
        char *file = text_format("%s/%s", chapter, entry->d_name);
        size_t length = strlen(file);
        bool source = length > 2 && strcmp(file + length - 2, ".c") == 0;
        if (source && !is_claimed(workbook, file) && json_array_size(list) < 100) {
            text_clean(file, length);
            json_array_append_new(list, json_string(file));
        }
        free(file);
    }
    if (open)
        closedir(open);
    free(path);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(json_string_value(*(json_t *const *)a),
                  json_string_value(*(json_t *const *)b));
}

/* Sources in the chapters that no exercise claims, in the order of their names: renamed,
 * or saved twice. */
static json_t *unclaimed_files(const struct workbook *workbook, const char *folder)
{
    json_t *found = json_array(), *sorted = json_array(), *names[100];
    for (size_t i = 0; i < workbook->count; i++) {
        const char *chapter = workbook->exercises[i].chapter;
        if (i == 0 || strcmp(chapter, workbook->exercises[i - 1].chapter) != 0)
            add_unclaimed(found, workbook, folder, chapter);
    }
    size_t count = json_array_size(found);
    for (size_t i = 0; i < count; i++)
        names[i] = json_array_get(found, i);
    qsort(names, count, sizeof *names, compare_names);
    for (size_t i = 0; i < count; i++)
        json_array_append(sorted, names[i]);
    json_decref(found);
    return sorted;
}

static int grade(struct arguments *a)
{
    const struct workbook *workbook = &a->context->workbook;
    const struct exercise **chosen = calloc(workbook->count, sizeof *chosen);
    if (!chosen)
        error(EXIT_USAGE, 0, "out of memory");
    size_t count =
        workbook_choose(chosen, workbook, a->context->words, a->context->word_count);
    json_t *result = progress_grade(&a->common.grading, chosen, count);
    if (!result)
        error(EXIT_USAGE, 0, "interrupted");
    const char *root =
        a->common.grading.folder ? a->common.grading.folder : workbook->root;
    char *own = a->common.grading.folder ? NULL : text_format("%s/exercises", root);
    json_object_set_new(result, "unclaimed", unclaimed_files(workbook, own ? own : root));
    free(own);
    bool passed = true;
    size_t i;
    json_t *exercise;
    json_array_foreach(json_object_get(result, "exercises"), i, exercise) passed =
        passed && report_passed(exercise);
    struct style style = style_make(a->context->color);
    style.verbose = a->verbose;
    if (a->json && (json_dumpf(result, stdout, JSON_INDENT(2)) || puts("") == EOF))
        error(EXIT_USAGE, errno, "cannot write the result");
    if (!a->json) {
        const struct exercise *next = report_grading(&a->common.grading, result, &style);
        if (!a->common.grading.folder)
            report_next(next ? next : progress_next(workbook, chosen[count - 1]));
    }
    json_decref(result);
    free(chosen);
    return passed ? 0 : 1;
}

int cmd_grade(struct context *context, int argc, char **argv)
{
    static const struct argp own = {.options = options, .parser = parse};
    struct arguments a = {.context = context,
                          .common.grading = {.workbook = &context->workbook,
                                             .budget = 60,
                                             .jobs = workers_default()}};
    parse_arguments(
        context, argc, argv, "[ID...]",
        "Grade the exercises named, or all of them.\vAn ID is an exercise (1.2, or its "
        "file) or a chapter (1). Every failure ends with the command that repeats it.",
        &own, &a);
    if (a.json)
        capture_errors();
    ready_check_room(&a.common.grading);
    if (!a.common.grading.seed)
        a.common.grading.seed = fresh_seed(&context->workbook);
    if (!context->workbook.has_solutions && a.common.grading.seed > PUBLIC_SEEDS)
        error(EXIT_USAGE, 0, "a handout has the seeds 1 to %d", PUBLIC_SEEDS);
    if (context->workbook.has_solutions && a.common.grading.folder &&
        a.common.grading.seed <= PUBLIC_SEEDS)
        error(EXIT_USAGE, 0,
              "handouts have the answers to the seeds 1 to %d, so a submission may, too; "
              "take another seed",
              PUBLIC_SEEDS);
    if (a.no_sandbox)
        a.common.grading.sandboxed = false;
    char *folder = check_folder(&context->workbook, a.common.grading.folder);
    ready_check_sandbox(&a.common.grading, "--no-sandbox");
    a.common.grading.folder = folder;
    if (!folder)
        a.common.grading.budget = 0; /* it is one's own time */
    int code = grade(&a);
    free(folder);
    return code;
}
