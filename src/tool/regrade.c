/* regrade.c: files change places by their names, one after the other.
 *
 * Invariant: a result is new among the pending ones, or new in place; an old one is moved
 * away just before the new one takes its place. So whatever is missing in place is
 * pending, and regrade_finish() can go on from any moment. */
#include "tool/regrade.h"
#include "tool/files.h"
#include "tool/gradebook.h"
#include "tool/results.h"

#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *regrade_pending(const char *results)
{
    return text_format("%s/regraded/units", results);
}

/* The file that names the folder of the old ones while they are moved there. */
static char *mark_path(const char *results)
{
    return text_format("%s/regraded/writing", results);
}

void regrade_check(const char *results)
{
    char *mark = mark_path(results);
    if (file_exists(mark))
        error(EXIT_USAGE, 0,
              "a regrade was interrupted while it wrote; finish it with 'descent regrade "
              "%s'",
              results);
    free(mark);
}

static void move(const char *from, const char *to)
{
    if (rename(from, to) && errno != ENOENT)
        error(EXIT_USAGE, errno, "cannot move %s to %s", from, to);
}

/* A result, or its drawing: the old one is kept, the new one takes its place. */
static void replace(const struct course *course, const char *kept, const char *key,
                    const char *name)
{
    char *pending = regrade_pending(course->results);
    char *new = text_format("%s/%s/%s", pending, key, name);
    char *place = results_path(course->results, "units", key, name);
    char *folder = results_path(kept, "units", key, NULL);
    char *old = text_format("%s/%s", folder, name);
    if (file_exists(new)) {
        folder_make(folder);
        if (!file_exists(old))
            move(place, old);
        move(new, place);
    }
    free(old);
    free(folder);
    free(place);
    free(new);
    free(pending);
}

/* Drawings first: without its result, a drawing is not looked at. */
static void replace_all(const struct course *course, const char *kept)
{
    for (size_t i = 0; i < course->roster.count; i++) {
        const char *key = course->roster.submissions[i].key;
        for (size_t j = 0; j < course->assignment.count; j++) {
            const char *id = course->assignment.exercises[j].exercise->id;
            char *drawing = text_format("%s.svg", id);
            replace(course, kept, key, drawing);
            replace(course, kept, key, id);
            free(drawing);
        }
    }
}

static int put_in_place(const struct course *course, const char *kept)
{
    char *folder = text_format("%s/regraded", course->results);
    replace_all(course, kept);
    int code = gradebook_write(course);
    folder_remove(folder); /* the mark, too */
    free(folder);
    return code;
}

/* A new folder for the old results. */
static char *make_kept(const char *results)
{
    for (unsigned i = 1;; i++) {
        char *kept = text_format("%s/before-%u", results, i);
        if (!file_exists(kept)) {
            folder_make(kept);
            return kept;
        }
        free(kept);
    }
}

static void keep_gradebook(const char *results, const char *kept)
{
    static const char *const names[] = {"gradebook.csv", "gradebook.json"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *from = text_format("%s/%s", results, names[i]);
        char *to = text_format("%s/%s", kept, names[i]);
        if (file_exists(from))
            file_copy(from, to);
        free(to);
        free(from);
    }
}

int regrade_write(const struct course *course, const char *changes)
{
    char *kept = make_kept(course->results), *mark = mark_path(course->results);
    char *path = text_format("%s/changes.txt", kept);
    keep_gradebook(course->results, kept);
    file_write_safely(path, changes);
    file_write_safely(mark, strrchr(kept, '/') + 1);
    int code = put_in_place(course, kept);
    printf("%s\n", kept);
    free(path);
    free(mark);
    free(kept);
    return code;
}

bool regrade_finish(const struct course *course)
{
    char *mark = mark_path(course->results), *name = file_read(mark);
    bool unfinished = name;
    if (unfinished) {
        char *kept = text_format("%s/%s", course->results, name);
        put_in_place(course, kept);
        free(kept);
    }
    free(name);
    free(mark);
    return unfinished;
}
