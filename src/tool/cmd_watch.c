/* cmd_watch.c: descent watch [ID...]
 *
 * Editors save in two ways: they write into the file, or they write another file and
 * rename it. So it is the folders that are watched, for files that were closed after
 * writing and for files that arrived under a new name. */
#include "tool/files.h"
#include "tool/progress.h"
#include "tool/tool.h"

#include <errno.h>
#include <error.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

enum { QUIET_MILLISECONDS = 60 }; /* an editor's burst of events is over */

/* What is watched, and which of it has been saved. */
struct watch {
    struct context *context;
    const struct exercise **exercises;
    bool *saved;
    int *folders; /* inotify's number of each exercise's folder */
    size_t count;
    int notify, interrupt;
};

static void watch_folders(struct watch *w)
{
    for (size_t i = 0; i < w->count; i++) {
        char *folder = text_format("%s/exercises/%s", w->context->workbook.root,
                                   w->exercises[i]->chapter);
        w->folders[i] = inotify_add_watch(w->notify, folder,
                                          IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR);
        if (w->folders[i] < 0)
            error(EXIT_USAGE, errno, "cannot watch %s", folder);
        free(folder);
    }
}

/* Ctrl-C and termination arrive as something to read, so that they end the loop and not
 * the program in the middle of something. */
static int catch_interrupts(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigprocmask(SIG_BLOCK, &set, NULL);
    return signalfd(-1, &set, SFD_CLOEXEC);
}

static void note(struct watch *w, const struct inotify_event *event)
{
    for (size_t i = 0; i < w->count; i++) {
        const char *name = w->exercises[i]->name;
        size_t length = strlen(name);
        bool is_file = event->len > 0 && strncmp(event->name, name, length) == 0 &&
                       strcmp(event->name + length, ".c") == 0;
        if (event->wd == w->folders[i] && is_file)
            w->saved[i] = true;
    }
}

static void read_events(struct watch *w)
{
    _Alignas(struct inotify_event) char bytes[4096];
    ssize_t length = read(w->notify, bytes, sizeof bytes);
    for (char *at = bytes; at < bytes + length;) {
        const struct inotify_event *event =
            (const struct inotify_event *)(const void *)at;
        note(w, event);
        at += sizeof *event + event->len;
    }
}

/* Waits for saved files. False when the user wants to stop. */
static bool wait_for_save(struct watch *w)
{
    int timeout = -1;
    for (;;) {
        struct pollfd fds[] = {{w->notify, POLLIN, 0}, {w->interrupt, POLLIN, 0}};
        int ready = poll(fds, 2, timeout);
        if (fds[1].revents)
            return false;
        if (ready == 0)
            return true;
        if (fds[0].revents) {
            read_events(w);
            timeout = QUIET_MILLISECONDS;
        }
    }
}

static void grade_saved(struct watch *w)
{
    const struct workbook *workbook = &w->context->workbook;
    struct style style = style_make(w->context->color);
    for (size_t i = 0; i < w->count; i++) {
        if (!w->saved[i])
            continue;
        w->saved[i] = false;
        struct grading grading = {
            .workbook = workbook, .seed = fresh_seed(workbook), .jobs = 1};
        json_t *result = progress_grade(&grading, &w->exercises[i], 1);
        if (!result) /* the interruption waits to be read */
            return;
        puts("");
        const struct exercise *next = report_grading(&grading, result, &style);
        report_next(next ? next : progress_next(workbook, w->exercises[i]));
        json_decref(result);
    }
    fflush(stdout);
}

static void watch(struct watch *w)
{
    watch_folders(w);
    printf("Watching %zu exercise%s. Save one to grade it; Ctrl-C ends.\n", w->count,
           w->count == 1 ? "" : "s");
    fflush(stdout);
    while (wait_for_save(w))
        grade_saved(w);
    printf("\nStopped watching.\n");
}

int cmd_watch(struct context *context, int argc, char **argv)
{
    parse_arguments(context, argc, argv, "[ID...]",
                    "Grade an exercise each time it is saved, until Ctrl-C.", NULL, NULL);
    size_t all = context->workbook.count;
    struct watch w = {.context = context,
                      .exercises = calloc(all, sizeof *w.exercises),
                      .saved = calloc(all, sizeof *w.saved),
                      .folders = calloc(all, sizeof *w.folders),
                      .notify = inotify_init1(IN_CLOEXEC),
                      .interrupt = catch_interrupts()};
    if (!w.exercises || !w.saved || !w.folders || w.notify < 0 || w.interrupt < 0)
        error(EXIT_USAGE, errno, "cannot watch");
    w.count = workbook_choose(w.exercises, &context->workbook, context->words,
                              context->word_count);
    watch(&w);
    close(w.notify);
    close(w.interrupt);
    free(w.folders);
    free(w.saved);
    free(w.exercises);
    return 0;
}
