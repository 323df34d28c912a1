/* cmd_watch.c: descent watch [ID...]
 *
 * What counts is what the files look like: their time, size and inode are compared with
 * those of the last look. The system's events only say that it is time to look, because
 * they do not come from network and Windows mounts or from a folder that was replaced. */
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
#include <sys/stat.h>
#include <sys/vfs.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum {
    LOOK_MILLISECONDS = 500,      /* between two looks without an event */
    SETTLED_MILLISECONDS = 80,    /* a file that did not change for so long is saved */
    UNFINISHED_MILLISECONDS = 800 /* and so long if its last line has no end */
};

/* What is watched, and what it looked like. */
struct watch {
    struct context *context;
    const struct exercise **exercises; /* to be graded */
    size_t count;
    struct stat *looks, *graded; /* of each file of the workbook: now, and when graded */
    const struct exercise *current;
    size_t hint; /* of the current exercise, the last one shown */
    int notify, interrupt;
    struct termios before;
    bool keys; /* whether single keys are read */
};

static struct stat look(const struct workbook *workbook, const struct exercise *e)
{
    struct stat status = {0};
    char *path = workbook_submission(workbook, e, NULL);
    if (stat(path, &status))
        status = (struct stat){0};
    free(path);
    return status;
}

static bool is_same(const struct stat *a, const struct stat *b)
{
    return a->st_ino == b->st_ino && a->st_size == b->st_size &&
           a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* Looks at all files. Returns whether one has changed since the last look. */
static bool look_again(struct watch *w)
{
    const struct workbook *workbook = &w->context->workbook;
    bool changed = false;
    for (size_t i = 0; i < workbook->count; i++) {
        struct stat now = look(workbook, &workbook->exercises[i]);
        changed = changed || !is_same(&now, &w->looks[i]);
        w->looks[i] = now;
    }
    return changed;
}

/* Asks for events. Again at each look: a folder may have been replaced. */
static void watch_folders(struct watch *w)
{
    const struct workbook *workbook = &w->context->workbook;
    for (size_t i = 0; i < workbook->count; i++) {
        if (i > 0 && strcmp(workbook->exercises[i].chapter,
                            workbook->exercises[i - 1].chapter) == 0)
            continue;
        char *folder = text_format("%s/exercises/%s", workbook->root,
                                   workbook->exercises[i].chapter);
        inotify_add_watch(w->notify, folder,
                          IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR);
        free(folder);
    }
}

/* Whether the file has changed since it was graded. One that is gone has not. */
static bool is_new(const struct watch *w, const struct exercise *e)
{
    size_t i = (size_t)(e - w->context->workbook.exercises);
    return w->looks[i].st_ino && !is_same(&w->looks[i], &w->graded[i]);
}

/* Whether the reader has written something in it. */
static bool is_begun(const struct workbook *workbook, const struct exercise *e)
{
    char *path = workbook_submission(workbook, e, NULL);
    char *text = file_read(path), *stub = workbook_stub(workbook, e);
    bool begun = text && strcmp(text, stub) != 0;
    free(stub);
    free(text);
    free(path);
    return begun;
}

/* Whether it is to be graded: it has changed, or an exercise that it calls. */
static bool is_due(const struct watch *w, const struct exercise *e)
{
    const struct workbook *workbook = &w->context->workbook;
    bool need_is_new = false;
    for (size_t i = 0; i < e->needs_count; i++) {
        const struct exercise *need = workbook_find(workbook, e->needs[i]);
        need_is_new = need_is_new || (need && is_new(w, need));
    }
    return is_new(w, e) || (need_is_new && is_begun(workbook, e));
}

/* Whether a file that is new looks like one of which an editor has written a part. */
static bool is_unfinished(const struct watch *w)
{
    const struct workbook *workbook = &w->context->workbook;
    bool unfinished = false;
    for (size_t i = 0; i < workbook->count; i++) {
        if (!is_new(w, &workbook->exercises[i]))
            continue;
        char *path = workbook_submission(workbook, &workbook->exercises[i], NULL);
        char *text = file_read(path);
        size_t length = text ? strlen(text) : 0;
        unfinished = unfinished || (text && (!length || text[length - 1] != '\n'));
        free(text);
        free(path);
    }
    return unfinished;
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

/* On a terminal that is ours each key is read at once; Ctrl-C stays what it is. */
static void take_keys(struct watch *w)
{
    w->keys = isatty(STDIN_FILENO) && tcgetpgrp(STDIN_FILENO) == getpgrp() &&
              tcgetattr(STDIN_FILENO, &w->before) == 0;
    if (!w->keys)
        return;
    struct termios each = w->before;
    each.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    tcsetattr(STDIN_FILENO, TCSANOW, &each);
}

static void give_keys_back(const struct watch *w)
{
    if (w->keys)
        tcsetattr(STDIN_FILENO, TCSANOW, &w->before);
}

/* The terminal is as it was while this runs, however it ends. */
static void grade_one_now(struct watch *w, const struct exercise *e)
{
    const struct workbook *workbook = &w->context->workbook;
    struct style style = style_make(w->context->color);
    struct grading grading = {
        .workbook = workbook, .seed = fresh_seed(workbook), .jobs = 1};
    give_keys_back(w);
    json_t *result = progress_grade(&grading, &e, 1);
    take_keys(w);
    if (!result) /* the interruption waits to be read */
        return;
    char clock[16];
    time_t now = time(NULL);
    strftime(clock, sizeof clock, "%H:%M:%S", localtime(&now));
    printf("\n%s%s%s\n", style.faint, clock, style.plain);
    const struct exercise *next = report_grading(&grading, result, &style);
    report_next(next ? next : progress_next(workbook, e));
    json_decref(result);
    fflush(stdout);
    w->hint = w->current == e ? w->hint : 0;
    w->current = e;
}

static void grade_due(struct watch *w)
{
    const struct workbook *workbook = &w->context->workbook;
    const struct exercise **due = calloc(w->count, sizeof *due);
    if (!due)
        error(EXIT_USAGE, 0, "out of memory");
    size_t count = 0;
    for (size_t i = 0; i < w->count; i++)
        if (is_due(w, w->exercises[i]))
            due[count++] = w->exercises[i];
    memcpy(w->graded, w->looks, workbook->count * sizeof *w->graded);
    for (size_t i = 0; i < count; i++)
        grade_one_now(w, due[i]);
    free(due);
}

/* Does what a key asks for. False if that is to leave. */
static bool obey(struct watch *w, char key)
{
    const struct exercise *e = w->current;
    switch (key) {
    case 'q':
        return false;
    case 'h':
        w->hint = w->hint < e->hint_count ? w->hint + 1 : 1;
        puts("");
        hint_show(e, w->hint);
        break;
    case 'n':
        puts("");
        w->current = progress_next(&w->context->workbook, e);
        w->hint = w->current == e ? w->hint : 0;
        report_next(w->current);
        w->current = w->current ? w->current : e;
        break;
    case 'g':
        grade_one_now(w, e);
        break;
    default:
        puts("Keys: h a hint, n the next exercise, g grade again, q quit");
    }
    fflush(stdout);
    return true;
}

/* Empties what the events have written; they have done their work by coming. */
static void read_events(const struct watch *w)
{
    char bytes[4096];
    if (read(w->notify, bytes, sizeof bytes) < 0 && errno != EAGAIN)
        error(EXIT_USAGE, errno, "cannot watch");
}

/* Waits for an event, a key or the next look. False when the user wants to stop. */
static bool wait_a_little(struct watch *w, int timeout)
{
    struct pollfd fds[] = {{w->notify, POLLIN, 0},
                           {w->interrupt, POLLIN, 0},
                           {w->keys ? STDIN_FILENO : -1, POLLIN, 0}};
    poll(fds, 3, timeout);
    if (fds[1].revents)
        return false;
    if (fds[0].revents)
        read_events(w);
    char key;
    if (!fds[2].revents)
        return true;
    if (read(STDIN_FILENO, &key, 1) == 1)
        return obey(w, key);
    w->keys = false; /* the terminal is gone */
    return true;
}

/* Grades what was saved, as soon as it has come to rest. */
static void watch_files(struct watch *w)
{
    int timeout = LOOK_MILLISECONDS;
    while (wait_a_little(w, timeout)) {
        bool waited_long = timeout == UNFINISHED_MILLISECONDS;
        bool any = false, moving = look_again(w);
        watch_folders(w);
        for (size_t i = 0; i < w->count; i++)
            any = any || is_due(w, w->exercises[i]);
        bool settling = timeout != LOOK_MILLISECONDS;
        timeout = LOOK_MILLISECONDS;
        if (any && (moving || !settling))
            timeout = SETTLED_MILLISECONDS;
        else if (any && !waited_long && is_unfinished(w))
            timeout = UNFINISHED_MILLISECONDS;
        else if (any)
            grade_due(w);
    }
}

/* Whether events about changes made elsewhere may not come from a folder. */
static bool lacks_events(const char *folder)
{
    static const unsigned kinds[] = {0x01021997 /* 9p: Windows drives in WSL */,
                                     0x6969 /* NFS */,
                                     0xff534d42 /* CIFS */,
                                     0xfe534d42 /* SMB */,
                                     0x65735546 /* FUSE */,
                                     0x794c7630 /* overlay */,
                                     0x786f4256 /* VirtualBox */};
    struct statfs status;
    if (statfs(folder, &status))
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if ((unsigned)status.f_type == kinds[i])
            return true;
    return false;
}

/* The first exercise that does not pass, as far as is known. */
static const struct exercise *first_open(const struct watch *w)
{
    for (size_t i = 0; i < w->count; i++) {
        json_t *record = progress_load(&w->context->workbook, w->exercises[i]);
        bool passed = record && report_passed(record);
        json_decref(record);
        if (!passed)
            return w->exercises[i];
    }
    return w->exercises[0];
}

static void watch(struct watch *w)
{
    const struct workbook *workbook = &w->context->workbook;
    w->current = first_open(w);
    watch_folders(w);
    look_again(w);
    memcpy(w->graded, w->looks, workbook->count * sizeof *w->graded);
    take_keys(w);
    printf("Watching %zu exercise%s. Save one to grade it; Ctrl-C ends.\n", w->count,
           w->count == 1 ? "" : "s");
    if (w->keys)
        puts("Keys: h a hint, n the next exercise, g grade again, q quit");
    if (lacks_events(workbook->root))
        puts("This file system may not tell of saves: the files are looked at twice a "
             "second.");
    fflush(stdout);
    watch_files(w);
    give_keys_back(w);
    printf("\nStopped watching.\n");
}

int cmd_watch(struct context *context, int argc, char **argv)
{
    parse_arguments(context, argc, argv, "[ID...]",
                    "Grade an exercise each time it, or one that it calls, is saved, "
                    "until Ctrl-C.\vOn a terminal the keys h, n, g and q show a hint, "
                    "say what is next, grade again, and quit.",
                    NULL, NULL);
    size_t all = context->workbook.count;
    struct watch w = {.context = context,
                      .exercises = calloc(all, sizeof *w.exercises),
                      .looks = calloc(all, sizeof *w.looks),
                      .graded = calloc(all, sizeof *w.graded),
                      .notify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK),
                      .interrupt = catch_interrupts()};
    if (!w.exercises || !w.looks || !w.graded || w.notify < 0 || w.interrupt < 0)
        error(EXIT_USAGE, errno, "cannot watch");
    w.count = workbook_choose(w.exercises, &context->workbook, context->words,
                              context->word_count);
    watch(&w);
    close(w.notify);
    close(w.interrupt);
    free(w.graded);
    free(w.looks);
    free(w.exercises);
    return 0;
}
