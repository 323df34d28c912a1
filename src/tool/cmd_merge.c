/* cmd_merge.c: descent merge OUT DIR...
 *
 * A result is a file that depends on nothing but its submission and its exercise, so the
 * parts of a class that were graded on several machines are joined by copying. */
#include "tool/course.h"
#include "tool/files.h"
#include "tool/gradebook.h"
#include "tool/results.h"
#include "tool/tool.h"

#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* nftw() has no argument for these. */
static const char *from, *to;

static bool same_bytes(const char *a, const char *b)
{
    size_t length_a, length_b;
    char *bytes_a = file_read_bytes(a, &length_a),
         *bytes_b = file_read_bytes(b, &length_b);
    bool same = bytes_a && bytes_b && length_a == length_b &&
                memcmp(bytes_a, bytes_b, length_a) == 0;
    free(bytes_b);
    free(bytes_a);
    return same;
}

/* Copies a file; one that another part has brought must be the same. */
static void copy_file(const char *source, const char *target)
{
    if (file_exists(target) && !same_bytes(source, target))
        error(EXIT_USAGE, 0, "%s differs from what another part has under this name",
              source);
    if (!file_exists(target))
        file_copy(source, target);
}

static int copy_entry(const char *path, const struct stat *status, int type,
                      struct FTW *walk)
{
    (void)status, (void)walk;
    char *target = text_format("%s%s", to, path + strlen(from));
    size_t length = strlen(path);
    if (type == FTW_D)
        folder_make(target);
    else if (type == FTW_F && path[length - 1] != '~')
        copy_file(path, target);
    free(target);
    return 0;
}

/* A part that is still being graded is not whole. */
static void check_free(const char *folder)
{
    char *path = text_format("%s/lock", folder);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        error(EXIT_USAGE, 0, "%s holds no results of a batch", folder);
    if (flock(fd, LOCK_SH | LOCK_NB))
        error(EXIT_USAGE, 0, "a batch is writing to %s", folder);
    close(fd);
    free(path);
}

static const char *const kinds[] = {"assignment.json", "files", "submissions", "units"};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* What an earlier merge has left there is made anew. Another folder is left alone. */
static void clear(const char *out)
{
    char *mark = text_format("%s/merged", out);
    if (file_exists(out) && !file_exists(mark))
        error(EXIT_USAGE, 0,
              "%s is there already; name a new folder, or that of an "
              "earlier merge",
              out);
    results_open(out);
    file_write(mark, "");
    for (size_t i = 0; i < KINDS; i++) {
        char *path = text_format("%s/%s", out, kinds[i]);
        folder_remove(path);
        free(path);
    }
    free(mark);
}

static void copy_part(const char *part, const char *out)
{
    check_free(part);
    for (size_t i = 0; i < KINDS; i++) {
        char *source = text_format("%s/%s", part, kinds[i]);
        char *target = text_format("%s/%s", out, kinds[i]);
        from = source;
        to = target;
        if (nftw(source, copy_entry, 16, FTW_PHYS))
            error(EXIT_USAGE, errno, "cannot read %s", source);
        free(target);
        free(source);
    }
}

int cmd_merge(struct context *context, int argc, char **argv)
{
    parse_arguments(
        context, argc, argv, "OUT DIR...",
        "Join the results of batches with --shard, and write the gradebook of "
        "the whole class to the folder OUT.",
        NULL, NULL);
    if (context->word_count < 2)
        error(EXIT_USAGE, 0, "name the folder to write to, and then the parts");
    const char *out = context->words[0];
    struct course course;
    clear(out);
    for (size_t i = 1; i < context->word_count; i++)
        copy_part(context->words[i], out);
    course_reopen(&course, &context->workbook, out);
    int code = gradebook_write(&course);
    course_free(&course);
    return code;
}
