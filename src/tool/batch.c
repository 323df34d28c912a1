/* batch.c: a lane for each processor, a submission in each lane, its exercises one after
 * the other.
 *
 * So what a slow submission has used up is known before its next exercise begins, in
 * whatever order others end. Each step of a lane is a process of its own: it gathers the
 * submission's files, or grades one exercise, and leaves its result in a file.
 *
 * Invariant: a step that does not end well leaves no result, only words that say why. */
#include "tool/batch.h"
#include "judge/text.h"
#include "run/run.h"
#include "tool/bar.h"
#include "tool/files.h"
#include "tool/fingerprint.h"
#include "tool/gather.h"
#include "tool/results.h"

#include <dirent.h>
#include <errno.h>
#include <error.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { EXIT_INTERRUPTED = 130, MOST_FAULTS = 20 };

/* A submission at work. */
struct lane {
    const struct submission *submission; /* NULL: the lane is free */
    json_t *record;                      /* NULL until its files are gathered */
    size_t next;                         /* which exercise is at work, or comes next */
    double spent;                        /* seconds, on what does not pass */
    pid_t pid;
    FILE *words; /* what the process says */
};

struct work {
    const struct batch *batch;
    struct tally *tally;
    char **own; /* the hash of what the workbook has for each exercise */
    struct bar bar;
    size_t faults_in_a_row;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static const struct exercise *exercise_of(const struct work *work,
                                          const struct lane *lane)
{
    return work->batch->exercises[lane->next].exercise;
}

/* --- Steps, in processes of their own --------------------------------------------- */

/* A submission keeps its seed for as long as the same is handed in. What comes later
 * under its name gets another: feedback has shown the seed, and values that it makes. */
static void add_seed(json_t *record, const struct batch *batch, const char *path,
                     const char *files)
{
    json_t *before = results_load(path);
    char *hash = fingerprint_submission(batch->grading.workbook, files);
    json_object_set_new(record, "hash", json_string(hash));
    bool same =
        json_equal(json_object_get(before, "hash"), json_object_get(record, "hash"));
    json_int_t seed = same ? json_integer_value(json_object_get(before, "seed")) : 0;
    if (batch->grading.seed)
        seed = (json_int_t)batch->grading.seed;
    else if (seed == 0)
        seed = (json_int_t)fresh_seed(batch->grading.workbook);
    json_object_set_new(record, "seed", json_integer(seed));
    free(hash);
    json_decref(before);
}

/* What an exercise calls is linked with it, so its file matters, too. */
static void ask(bool *asked, const struct workbook *workbook, const struct exercise *e)
{
    asked[e - workbook->exercises] = true;
    for (size_t i = 0; i < e->needs_count; i++) {
        const struct exercise *need = workbook_find(workbook, e->needs[i]);
        if (need)
            ask(asked, workbook, need);
    }
}

static void gather_step(const struct batch *batch, const struct submission *submission)
{
    const struct workbook *workbook = batch->grading.workbook;
    bool *asked = calloc(workbook->count, sizeof *asked);
    if (!asked)
        error(EXIT_USAGE, 0, "out of memory");
    for (size_t i = 0; i < batch->count; i++)
        ask(asked, workbook, batch->exercises[i].exercise);
    char *path = results_path(batch->results, "submissions", submission->key, NULL);
    char *to = results_path(batch->results, "files", submission->key, NULL);
    struct gathering gathering = {.workbook = workbook,
                                  .folder = batch->roster->folder,
                                  .sandboxed = batch->grading.sandboxed,
                                  .asked = asked};
    json_t *record = gather(&gathering, submission, to);
    add_seed(record, batch, path, to);
    roster_record(record, submission);
    json_object_set_new(record, "counts", json_string(batch->counts));
    results_store(path, record);
    json_decref(record);
    free(asked);
    free(to);
    free(path);
}

/* Where the result goes. */
static char *unit_path(const struct batch *batch, const struct lane *lane,
                       const char *ending)
{
    const char *id = batch->exercises[lane->next].exercise->id;
    const char *key = lane->submission->key;
    return batch->pending
               ? text_format("%s/%s/%s%s", batch->pending, key, id, ending)
               : text_format("%s/units/%s/%s%s", batch->results, key, id, ending);
}

/* The result that stays while it is graded again; NULL if there is none. */
static json_t *load_old(const struct batch *batch, const struct lane *lane)
{
    const char *id = batch->exercises[lane->next].exercise->id;
    char *path = results_path(batch->results, "units", lane->submission->key, id);
    json_t *unit = results_load(path);
    free(path);
    return unit;
}

/* What is graded again gets the seed and the time of before, so that nothing but the
 * tests makes a difference. */
static void keep_conditions(struct grading *grading, const struct batch *batch,
                            const struct lane *lane)
{
    json_t *old = load_old(batch, lane);
    grading->seed = (uint64_t)json_integer_value(json_object_get(old, "seed"));
    grading->hurried = json_is_true(json_object_get(old, "hurried"));
    json_decref(old);
}

static struct grading unit_grading(const struct batch *batch, const struct lane *lane,
                                   const char *folder)
{
    struct grading grading = batch->grading;
    grading.folder = folder;
    grading.seed = (uint64_t)json_integer_value(json_object_get(lane->record, "seed"));
    grading.hurried = grading.budget > 0 && lane->spent > grading.budget;
    if (batch->pending)
        keep_conditions(&grading, batch, lane);
    return grading;
}

/* Returns whether it was not interrupted. */
static bool grade_step(const struct work *work, const struct lane *lane)
{
    const struct batch *batch = work->batch;
    char *folder = results_path(batch->results, "files", lane->submission->key, NULL);
    char *path = unit_path(batch, lane, "");
    char *plot = unit_path(batch, lane, ".svg");
    struct grading grading = unit_grading(batch, lane, folder);
    grading.plot = plot;
    unlink(plot);
    double start = now();
    json_t *result = grade_one(&grading, exercise_of(work, lane));
    if (result) {
        json_t *unit =
            json_pack("{s:I, s:b, s:f, s:o}", "seed", (json_int_t)grading.seed, "hurried",
                      grading.hurried, "seconds", now() - start, "result", result);
        results_store(path, unit);
        json_decref(unit);
    }
    free(plot);
    free(path);
    free(folder);
    return result;
}

static void start_step(const struct work *work, struct lane *lane)
{
    lane->words = tmpfile();
    if (!lane->words)
        error(EXIT_USAGE, errno, "cannot make a temporary file");
    pid_t parent = getpid();
    fflush(NULL);
    lane->pid = fork();
    if (lane->pid < 0)
        error(EXIT_USAGE, errno, "cannot make a process");
    if (lane->pid > 0)
        return;
    results_close();
    run_catch_interrupts();
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    dup2(fileno(lane->words), STDERR_FILENO);
    bool done = getppid() == parent;
    if (done && lane->record)
        done = grade_step(work, lane);
    else if (done)
        gather_step(work->batch, lane->submission);
    _exit(done && !run_interrupted() ? 0 : EXIT_INTERRUPTED);
}

/* --- What is there already -------------------------------------------------------- */

static bool passes(const json_t *unit)
{
    const json_t *result = json_object_get(unit, "result");
    const char *status = json_string_value(json_object_get(result, "status"));
    return status && strcmp(status, "pass") == 0;
}

/* Whether the unit's result is what grading it now would give. */
static bool is_current(const struct work *work, const struct lane *lane,
                       const json_t *unit)
{
    const struct batch *batch = work->batch;
    const struct exercise *e = exercise_of(work, lane);
    char *folder = results_path(batch->results, "files", lane->submission->key, NULL);
    struct grading grading = unit_grading(batch, lane, folder);
    const char *then =
        json_string_value(json_object_get(json_object_get(unit, "result"), "hash"));
    json_int_t seed = json_integer_value(json_object_get(unit, "seed"));
    bool hurried = json_is_true(json_object_get(unit, "hurried"));
    bool current = then && (!hurried || grading.hurried) &&
                   (!batch->grading.seed || (uint64_t)seed == batch->grading.seed);
    if (current) {
        char *hash =
            fingerprint(work->own[lane->next], grading.workbook, e, grading.folder);
        current = strcmp(hash, then) == 0;
        free(hash);
    }
    free(folder);
    return current;
}

/* Whether there is a result that its tests, or what it is made with, no longer give. */
static bool is_outdated(const struct work *work, const struct lane *lane)
{
    json_t *old = load_old(work->batch, lane);
    bool outdated = old && !is_current(work, lane, old);
    json_decref(old);
    return outdated;
}

/* Whether a file of this exercise was found that can be graded. */
static bool has_file(const struct work *work, const struct lane *lane)
{
    const json_t *file = json_object_get(json_object_get(lane->record, "files"),
                                         exercise_of(work, lane)->id);
    return file && !json_object_get(file, "problem") && !json_object_get(file, "unclear");
}

/* Counts what the unit has cost. */
static void count_spent(struct lane *lane, const json_t *unit)
{
    if (!passes(unit))
        lane->spent += json_real_value(json_object_get(unit, "seconds"));
}

/* Whether there is nothing to do for the exercise that comes next; what is no longer true
 * of it goes. */
static bool is_done(const struct work *work, struct lane *lane)
{
    char *path = unit_path(work->batch, lane, "");
    json_t *unit = results_load(path);
    bool done = true;
    bool wanted =
        has_file(work, lane) && (!work->batch->pending || is_outdated(work, lane));
    if (wanted) {
        done = is_current(work, lane, unit);
        if (done)
            count_spent(lane, unit);
    }
    if (unit && (!done || !wanted))
        unlink(path);
    if (done) {
        char *fault = unit_path(work->batch, lane, ".fault");
        unlink(fault);
        free(fault);
    }
    json_decref(unit);
    free(path);
    return done;
}

/* --- Lanes ------------------------------------------------------------------------ */

/* Goes on to the next exercise that is to be graded, if there is one. */
static void advance(struct work *work, struct lane *lane)
{
    for (; lane->next < work->batch->count; lane->next++) {
        if (!is_done(work, lane)) {
            start_step(work, lane);
            return;
        }
        bar_advance(&work->bar, false);
    }
    json_decref(lane->record);
    lane->submission = NULL;
}

/* What a process said before it gave up, in one line; to be freed. */
static char *read_words(FILE *file, int wait_status)
{
    char words[1000];
    rewind(file);
    size_t length = fread(words, 1, sizeof words - 1, file);
    words[length] = '\0';
    text_clean(words, length);
    words[strcspn(words, "\n")] = '\0';
    text_replace(words, "descent: ", "");
    if (*words)
        return strdup(words);
    return WIFSIGNALED(wait_status)
               ? text_format("a grading process was killed by the signal %d",
                             WTERMSIG(wait_status))
               : text_format("a grading process ended without a word");
}

/* Remembers why something is not graded. Where there is no record, nothing is. */
static void add_fault(struct work *work, struct lane *lane, int wait_status)
{
    char *words = read_words(lane->words, wait_status);
    size_t first = lane->next, last = lane->record ? first + 1 : work->batch->count;
    for (size_t i = first; i < last; i++) {
        lane->next = i;
        char *path = unit_path(work->batch, lane, ".fault");
        json_t *value = json_string(words);
        results_store(path, value);
        json_decref(value);
        free(path);
        bar_advance(&work->bar, false);
    }
    lane->next = last;
    work->tally->faults += last - first;
    work->faults_in_a_row++;
    if (!work->tally->fault)
        work->tally->fault = strdup(words);
    free(words);
}

static void end_unit(struct work *work, struct lane *lane)
{
    char *path = unit_path(work->batch, lane, "");
    json_t *unit = results_load(path);
    count_spent(lane, unit);
    json_decref(unit);
    free(path);
    work->faults_in_a_row = 0;
    work->tally->graded++;
    bar_advance(&work->bar, true);
    lane->next++;
}

static void end_gathering(const struct work *work, struct lane *lane)
{
    char *path =
        results_path(work->batch->results, "submissions", lane->submission->key, NULL);
    lane->record = results_load(path);
    if (!lane->record)
        error(EXIT_USAGE, errno, "cannot read %s", path);
    free(path);
}

/* A lane's process has ended. */
static void end_step(struct work *work, struct lane *lane, int wait_status)
{
    bool interrupted =
        WIFEXITED(wait_status) && WEXITSTATUS(wait_status) == EXIT_INTERRUPTED;
    bool done = WIFEXITED(wait_status) && WEXITSTATUS(wait_status) == 0;
    work->tally->interrupted |= interrupted;
    if (!done && !interrupted)
        add_fault(work, lane, wait_status);
    else if (done && lane->record)
        end_unit(work, lane);
    else if (done)
        end_gathering(work, lane);
    fclose(lane->words);
    lane->pid = 0;
    work->tally->stopped |= work->faults_in_a_row >= MOST_FAULTS;
}

/* What is no longer handed in, or no longer counts, has no record. */
static void remove_others(const struct batch *batch)
{
    char *folder = results_path(batch->results, "submissions", "", NULL);
    json_t *wanted = json_object();
    for (size_t i = 0; i < batch->roster->count; i++)
        if (batch->wanted[i])
            json_object_set_new(wanted, batch->roster->submissions[i].key, json_true());
    DIR *open = opendir(folder);
    for (struct dirent *entry; open && (entry = readdir(open));) {
        if (entry->d_name[0] == '.' || json_object_get(wanted, entry->d_name))
            continue;
        char *path = text_format("%s%s", folder, entry->d_name);
        unlink(path);
        free(path);
    }
    if (open)
        closedir(open);
    json_decref(wanted);
    free(folder);
}

/* What killed batches have left: parts of files. */
static void sweep(const struct batch *batch, const struct submission *submission)
{
    char *folder = batch->pending
                       ? text_format("%s/%s", batch->pending, submission->key)
                       : results_path(batch->results, "units", submission->key, NULL);
    folder_make(folder);
    file_remove_temporaries(folder);
    free(folder);
}

/* If there is nothing to do for it, the lane stays free. */
static void start_submission(struct work *work, struct lane *lane,
                             const struct submission *submission)
{
    *lane = (struct lane){.submission = submission};
    sweep(work->batch, submission);
    if (work->batch->pending) {
        end_gathering(work, lane);
        advance(work, lane);
    } else
        start_step(work, lane);
}

static struct lane *lane_of(struct lane *lanes, size_t count, pid_t pid)
{
    for (size_t i = 0; i < count; i++)
        if (lanes[i].submission && lanes[i].pid == pid)
            return &lanes[i];
    return NULL;
}

/* The next submission that is wanted, from the i-th on. */
static size_t next_wanted(const struct batch *batch, size_t i)
{
    while (i < batch->roster->count && !batch->wanted[i])
        i++;
    return i;
}

/* Fills the lanes until there is nothing left to do. */
static void run_lanes(struct work *work, struct lane *lanes, size_t count)
{
    const struct batch *batch = work->batch;
    size_t next = next_wanted(batch, 0), busy = 0;
    for (;;) {
        bool going = !work->tally->stopped && !run_interrupted();
        for (size_t i = 0; going && i < count && next < batch->roster->count; i++) {
            if (lanes[i].submission)
                continue;
            start_submission(work, &lanes[i], &batch->roster->submissions[next]);
            next = next_wanted(batch, next + 1);
            busy += lanes[i].submission != NULL;
        }
        if (busy == 0 && (!going || next == batch->roster->count))
            return;
        if (busy == 0)
            continue;
        int wait_status;
        pid_t pid = wait(&wait_status);
        struct lane *lane = lane_of(lanes, count, pid);
        if (!lane)
            continue;
        end_step(work, lane, wait_status);
        if (!work->tally->stopped && !work->tally->interrupted && !run_interrupted())
            advance(work, lane);
        else
            lane->submission = NULL;
        busy -= !lane->submission;
    }
}

void batch_run(struct tally *tally, const struct batch *batch)
{
    struct work work = {.batch = batch, .tally = tally};
    size_t count = batch->grading.jobs, submissions = 0;
    struct lane *lanes = calloc(count, sizeof *lanes);
    work.own = calloc(batch->count, sizeof *work.own);
    if (!lanes || !work.own)
        error(EXIT_USAGE, 0, "out of memory");
    for (size_t i = 0; i < batch->count; i++)
        work.own[i] =
            fingerprint_own(batch->grading.workbook, batch->exercises[i].exercise);
    for (size_t i = 0; i < batch->roster->count; i++)
        submissions += batch->wanted[i];
    char *prefix = text_format("%s/build/stage", batch->grading.workbook->root);
    folder_remove_stale(prefix);
    free(prefix);
    *tally = (struct tally){.units = submissions * batch->count};
    if (!batch->pending)
        remove_others(batch);
    bar_begin(&work.bar, tally->units);
    run_catch_interrupts();
    run_lanes(&work, lanes, count);
    bar_end(&work.bar);
    tally->interrupted |= run_interrupted();
    for (size_t i = 0; i < batch->count; i++)
        free(work.own[i]);
    free(work.own);
    free(lanes);
}
