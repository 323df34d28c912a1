/* workers.c: grades several exercises at once, each in a process of its own.
 *
 * Invariant: a worker that is killed, or that cannot write its result, ends the whole
 * grading; it is never taken for a result. */
#include "tool/workers.h"
#include "run/run.h"
#include "tool/files.h"

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

enum { EXIT_INTERRUPTED = 130 };

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* A worker grades one exercise and leaves the result in a file. */
struct worker {
    pid_t pid;
    FILE *result;
    double start;
};

static void start_worker(struct worker *worker, const struct grading *grading,
                         const struct exercise *exercise)
{
    worker->result = tmpfile();
    if (!worker->result)
        error(EXIT_USAGE, errno, "cannot make a temporary file");
    worker->start = now();
    pid_t parent = getpid();
    fflush(NULL);
    worker->pid = fork();
    if (worker->pid < 0)
        error(EXIT_USAGE, errno, "cannot make a process");
    if (worker->pid > 0)
        return;
    run_catch_interrupts();
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    json_t *result = getppid() == parent ? grade_one(grading, exercise) : NULL;
    if (!result)
        _exit(EXIT_INTERRUPTED);
    bool written = json_dumpf(result, worker->result, 0) == 0 && !fflush(worker->result);
    _exit(written ? 0 : EXIT_USAGE);
}

/* NULL if it was interrupted. */
static json_t *read_result(struct worker *worker, int wait_status)
{
    if (WIFEXITED(wait_status) && WEXITSTATUS(wait_status) == EXIT_INTERRUPTED) {
        fclose(worker->result);
        return NULL;
    }
    if (WIFSIGNALED(wait_status))
        error(EXIT_USAGE, 0, "a grading process was killed by the signal %d",
              WTERMSIG(wait_status));
    if (!WIFEXITED(wait_status) || WEXITSTATUS(wait_status) != 0)
        exit(EXIT_USAGE); /* the worker has said why */
    rewind(worker->result);
    json_t *result = json_loadf(worker->result, 0, NULL);
    fclose(worker->result);
    if (!result)
        error(EXIT_USAGE, 0, "a grading process left no result");
    return result;
}

static bool passes(const json_t *result)
{
    const char *status = json_string_value(json_object_get(result, "status"));
    return status && strcmp(status, "pass") == 0;
}

/* A submission that is slow in every exercise must not hold up all the others. What
 * passes costs it nothing. */
static void run_workers(json_t **results, const struct grading *grading,
                        const struct exercise *const *exercises, size_t count)
{
    struct worker *workers = calloc(count, sizeof *workers);
    struct grading now_due = *grading;
    if (!workers)
        error(EXIT_USAGE, 0, "out of memory");
    double spent = 0;
    for (size_t started = 0, done = 0; done < count;) {
        now_due.hurried = grading->budget > 0 && spent > grading->budget;
        for (; started < count && started - done < grading->jobs; started++)
            start_worker(&workers[started], &now_due, exercises[started]);
        int wait_status;
        pid_t pid = wait(&wait_status);
        for (size_t i = 0; i < started; i++) {
            if (workers[i].pid != pid)
                continue;
            results[i] = read_result(&workers[i], wait_status);
            spent += passes(results[i]) ? 0 : now() - workers[i].start;
            done++;
        }
    }
    free(workers);
}

json_t *grade_some(const struct grading *grading, const struct exercise *const *exercises,
                   size_t count)
{
    json_t **results = calloc(count, sizeof *results);
    if (!results)
        error(EXIT_USAGE, 0, "out of memory");
    char *prefix = text_format("%s/build/stage", grading->workbook->root);
    folder_remove_stale(prefix);
    free(prefix);
    run_workers(results, grading, exercises, count);
    json_t *list = json_array();
    json_int_t points = 0, max_points = 0;
    bool whole = true;
    for (size_t i = 0; i < count; i++) {
        whole = whole && results[i];
        points += json_integer_value(json_object_get(results[i], "points"));
        max_points += exercises[i]->points;
        json_array_append_new(list, results[i]);
    }
    free(results);
    if (!whole) {
        json_decref(list);
        return NULL;
    }
    return json_pack("{s:i, s:I, s:I, s:I, s:o}", "schema", 1, "seed",
                     (json_int_t)grading->seed, "points", points, "max_points",
                     max_points, "exercises", list);
}

unsigned workers_default(void)
{
    return (unsigned)sysconf(_SC_NPROCESSORS_ONLN);
}
